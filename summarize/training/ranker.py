"""Learns the ranker: ``python -m summarize.training ranker ARTICLES [--out MODEL] [--folds 5]``.

ARTICLES is a file in the form of IndoSum (Kurniawan and Louvan 2018): a JSON object a line with
``paragraphs`` of sentences, ``gold_labels`` and a ``summary``. With ``--folds`` nothing is written:
the recipe is learnt as many times, each time without every n-th article, and its summaries of
those are compared with the human ones, by the very code that the tool selects with.

The network (``summarize.ranking.network``) is learnt on whether the human summary has a sentence.
A few teachers come first; the network that is shipped learns from their mean as much as from the
labels, which makes one small network nearly as good as all of them.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from summarize.ranking.features import FEATURES
from summarize.ranking.network import log_odds, read_network, run
from summarize.ranking.rilis import NEWS, probability
from summarize.ranking.selection import choose_likeliest
from summarize.training.articles import Article, read_articles
from summarize.training.validation import report

WIDTH, WINDOWS = 16, 2
EPOCHS, BATCH, RATE, DECAY, DROPOUT = 16, 16, 8e-3, 1e-4, 0.1
TEACHERS = 3
MOST_SENTENCES = 60  # of an article, when learning
DIGITS = 5

Array = np.ndarray[Any, np.dtype[np.float32]]


class Windows(nn.Module):  # type: ignore[misc]  # torch brings no types
    """``summarize.ranking.network`` as torch learns it."""

    def __init__(self, means: Array, spreads: Array) -> None:
        super().__init__()
        self.means, self.spreads = torch.from_numpy(means), torch.from_numpy(spreads)
        self.project = nn.Linear(len(means), WIDTH)
        self.windows = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, padding=1) for _ in range(WINDOWS))
        self.stories = nn.ModuleList(nn.Linear(WIDTH, WIDTH, bias=False) for _ in range(WINDOWS))
        self.out = nn.Linear(WIDTH, 1)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, features: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
        mask = present[..., None]
        usual = (features - self.means) / self.spreads
        states = torch.relu(self.project(self.dropout(usual))) * mask
        for window, story in zip(self.windows, self.stories, strict=True):
            mean = states.sum(1) / mask.sum(1)
            added = window(states.transpose(1, 2)).transpose(1, 2) + story(mean)[:, None]
            states = (states + torch.relu(added)) * mask
        odds: torch.Tensor = self.out(self.dropout(states)).squeeze(-1)
        return odds


def learn(articles: Sequence[Article], targets: Sequence[Array], seed: int) -> Windows:
    """A network that gives the sentences of ``articles`` the probabilities ``targets``."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    stories = [np.array(article.features[:MOST_SENTENCES], np.float32) for article in articles]
    rows = np.concatenate(stories)
    net = Windows(rows.mean(0), rows.std(0) + np.float32(1e-3))
    adam = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * math.ceil(len(articles) / BATCH)
    pace = torch.optim.lr_scheduler.OneCycleLR(adam, RATE, total_steps=steps)
    loss = nn.BCEWithLogitsLoss(reduction="none")
    net.train()
    for _ in range(EPOCHS):
        shuffled = order.permutation(len(articles))
        for at in range(0, len(shuffled), BATCH):
            chosen = [int(n) for n in shuffled[at : at + BATCH]]
            features, present, wanted = _batch([(stories[n], targets[n]) for n in chosen])
            error = (loss(net(features, present), wanted) * present).sum() / present.sum()
            adam.zero_grad()
            error.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            adam.step()
            pace.step()
    net.eval()
    return net


def _batch(
    stories: Sequence[tuple[Array, Array]],
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Features, which sentences there are, and targets, each filled up to the longest story."""
    longest = max(len(rows) for rows, _ in stories)
    features = np.zeros((len(stories), longest, len(FEATURES)), np.float32)
    present = np.zeros((len(stories), longest), np.float32)
    wanted = np.zeros((len(stories), longest), np.float32)
    for k, (rows, targets) in enumerate(stories):
        features[k, : len(rows)] = rows
        present[k, : len(rows)] = 1
        wanted[k, : len(rows)] = targets[: len(rows)]
    return torch.from_numpy(features), torch.from_numpy(present), torch.from_numpy(wanted)


def teach(articles: Sequence[Article], seed: int) -> Windows:
    """The recipe: a network that learns from the labels and from the mean of its teachers."""
    labels = [np.array(article.labels, np.float32) for article in articles]
    teachers = [learn(articles, labels, seed + 1 + n) for n in range(TEACHERS)]
    mixed = []
    with torch.no_grad():
        for article, label in zip(articles, labels, strict=True):
            features = torch.tensor([article.features])
            present = torch.ones(features.shape[:2])
            told = sum(torch.sigmoid(net(features, present))[0] for net in teachers) / TEACHERS
            mixed.append(((label + told.numpy()) / 2).astype(np.float32))
    return learn(articles, mixed, seed)


def export(net: Windows) -> dict[str, Any]:
    """The model file's network: the scale of the features is taken into the first weights."""
    spreads, means = net.spreads.double(), net.means.double()
    rows = net.project.weight.double() / spreads
    bias = net.project.bias.double() - rows @ means

    def shown(tensor: torch.Tensor) -> Any:
        return np.vectorize(lambda x: float(f"{x:.{DIGITS}g}"))(tensor.detach().numpy()).tolist()

    return {
        "means": shown(means),
        "project": {"rows": shown(rows), "bias": shown(bias)},
        "windows": [
            {
                "rows": shown(window.weight.transpose(1, 2).reshape(WIDTH, -1)),
                "bias": shown(window.bias),
                "story": shown(story.weight),
            }
            for window, story in zip(net.windows, net.stories, strict=True)
        ],
        "out": shown(net.out.weight[0]),
        "bias": shown(net.out.bias)[0],
    }


def check(net: Windows, network: dict[str, Any], articles: Sequence[Article]) -> float:
    """The largest difference between torch's log-odds and ours for ``articles``."""
    ours = read_network(network)
    worst = 0.0
    with torch.no_grad():
        for article in articles:
            features = torch.tensor([article.features])
            theirs = net(features, torch.ones(features.shape[:2]))[0].tolist()
            mine = log_odds(ours, run(ours, article.features))
            worst = max(worst, *(abs(a - b) for a, b in zip(theirs, mine, strict=True)))
    return worst


def summarize_unseen(
    articles: Sequence[Article], folds: int
) -> Iterator[tuple[int, Article, list[str]]]:
    """Each article's fold, itself, and its summary by the recipe learnt without its fold."""
    for fold in range(folds):
        known = [a for n, a in enumerate(articles) if n % folds != fold and a.features]
        network = read_network(export(teach(known, seed=fold)))
        for article in articles[fold::folds]:
            chosen: list[int] = []
            if article.features:
                odds = log_odds(network, run(network, article.features))
                chances = [probability(value) for value in odds]
                chosen = choose_likeliest(chances, article.story.words, article.passages, NEWS)
            yield fold, article, [article.story.texts[n] for n in chosen]


def main(argv: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="ranker", description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--sumy", action="store_true", help="score sumy's methods as well")
    args = parser.parse_args(argv)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    articles = read_articles(args.articles)
    if args.folds:
        report(summarize_unseen(articles, args.folds), sumy=args.sumy)
    if args.out:
        known = [article for article in articles if article.features]
        net = teach(known, seed=0)
        network = export(net)
        model = {"features": list(FEATURES), "network": network}
        print(f"largest difference from torch: {check(net, network, known[:200]):.1e}")
        args.out.write_text(json.dumps(model) + "\n", "utf-8", newline="\n")

"""The peer: sumy's LexRank from plain text to summary, as `python -m tests.benchmarks.peer FILE`.

Sentences are cut by NLTK's Punkt and words by ``word_tokenize``'s two steps, Punkt once more and
NLTK's tokenizer, as sumy does itself. Punkt is not trained here, since its models are downloads
and there is none for Indonesian. The stop words are those of our own language data.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from summarize.languages import load

SENTENCES = 3


class Peer:
    """sumy, imported and ready."""

    def __init__(self) -> None:
        from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer
        from sumy.nlp.tokenizers import Tokenizer
        from sumy.parsers.plaintext import PlaintextParser
        from sumy.summarizers.lex_rank import LexRankSummarizer

        class Words:
            """What ``nltk.word_tokenize`` does."""

            def __init__(self) -> None:
                self._punkt, self._words = PunktSentenceTokenizer(), NLTKWordTokenizer()

            def tokenize(self, text: str) -> list[str]:
                parts = self._punkt.tokenize(text)
                return [word for part in parts for word in self._words.tokenize(part)]

        class PlainTokenizer(Tokenizer):  # type: ignore[misc]
            """sumy's tokenizer without the download that it looks for."""

            def __init__(self) -> None:
                self._language = "indonesian"
                self._sentence_tokenizer = PunktSentenceTokenizer()
                self._word_tokenizer = Words()

        self._tokenizer = PlainTokenizer()
        self._parse: Any = PlaintextParser.from_string
        self._summarizer = LexRankSummarizer()
        self._summarizer.stop_words = load("id").terms("stopwords")

    def __call__(self, text: str) -> list[str]:
        """The summary of ``text``."""
        document = self._parse(text, self._tokenizer).document
        return [str(sentence) for sentence in self._summarizer(document, SENTENCES)]


if __name__ == "__main__":
    print(*Peer()(Path(sys.argv[1]).read_text("utf-8")), sep="\n")  # noqa: T201

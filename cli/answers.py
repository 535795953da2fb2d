"""What releases say about something, on a terminal; with `views` it knows rich."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from summarize.archive.search import Answer, Answers, Passage, Question
from summarize.rendering.visible import shown

from .views import HEADING, LABEL, NARROWEST, QUIET, WIDEST


def render_answers(answers: Answers, question: Question) -> str:
    """The releases with what they say, as the terminal in use would show it."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = max(NARROWEST, min(console.width, WIDEST))
    words = [word for word in (question.about or "").replace('"', " ").split() if word]
    with console.capture() as captured:
        for one in answers.releases:
            console.print(_block(one, words), crop=False)
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _block(one: Answer, words: list[str]) -> RenderableType:
    where = " · ".join(shown(part) for part in (one.date, one.place) if part)
    path = Text(shown(one.path), QUIET, no_wrap=True, overflow="ignore")  # to be copied
    lines: list[RenderableType] = [Text(shown(one.title or ""), HEADING)] if one.title else []
    lines += [Text(where, LABEL), path] if where else [path]
    told = [(quote, f"“{shown(quote.text)}”") for quote in one.quotes]
    told += [(sentence, shown(sentence.text)) for sentence in one.sentences]
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for passage, text in told:
        grid.add_row(Text("-", "cyan"), _passage(passage, text, words))
    return Group(*lines, grid, Text())


def _passage(passage: Passage, told: str, words: list[str]) -> Text:
    text = Text(told)
    text.highlight_words(words, "bold", case_sensitive=False)
    speaker = shown(passage.said_by)
    return text.append(f"\n— {speaker}", LABEL) if speaker else text

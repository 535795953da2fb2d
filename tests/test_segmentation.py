"""Sentences: a table of cases, and what holds for every text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.languages import load
from summarize.models import Span
from summarize.segmentation import split_sentences
from summarize.segmentation.punkt import parameters, read_parameters
from summarize.training.__main__ import main
from summarize.training.punkt import learn

ORTHO_LC, ORTHO_MID_UC = 32, 4  # NLTK flags: in lower case, and in upper case, inside a sentence

CASES = Path(__file__).parent / "cases" / "segmentation"


def read_cases() -> list[tuple[str, str]]:
    """Each line of the case files without its comments: the language and the line."""
    return [
        (path.stem.rpartition(".")[2], line)
        for path in sorted(CASES.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def cut(text: str, code: str = "id") -> list[str]:
    spans = split_sentences(text, Span(0, len(text)), load(code))
    return [span.of(text) for span in spans]


@pytest.mark.parametrize(("code", "line"), read_cases())
def test_ends_where_the_case_says(code: str, line: str) -> None:
    text = line.replace("|", "")
    assert "|".join(cut(text, code)).replace(" |", "|") == line.replace("| ", "|")


PIECES = st.sampled_from(
    [
        "Kami siap",
        ". ",
        ".",
        "! ",
        "?",
        "…",
        '"',
        "“",
        "”",
        "'",
        "’’",
        "(",
        ")",
        "[",
        "]",
        " ",
        "\n",
        "1. ",
        "a. ",
        "Dr. ",
        "S.E.",
        "Rp. 500",
        " M.",
        "Katanya",
        "H.",
        "–",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))


@given(TEXTS, st.sampled_from(["id", "en"]), st.data())
def test_sentences_cover_the_paragraph_and_nothing_else(
    text: str, code: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    at = start
    for span in split_sentences(text, Span(start, end), load(code)):
        assert at <= span.start < span.end <= end
        assert not text[at : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        at = span.end
    assert not text[at:end].strip()


def test_punkt_decides_as_nltk_does() -> None:
    """NLTK's tokenizer, given the shipped parameters, breaks where ours says so."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    known = parameters("id")
    learnt = PunktParameters()
    learnt.abbrev_types = set(known.abbreviations)
    learnt.collocations = set(known.collocations)
    learnt.sent_starters = set(known.starters)
    for word in known.lower | known.names:
        learnt.add_ortho_context(word, ORTHO_LC | (ORTHO_MID_UC if word in known.names else 0))
    nltk = PunktSentenceTokenizer(learnt)

    words = [*sorted(known.abbreviations), "m", "B", "2020", "3.5", "rapat", "Sampit", "wakil-drg"]
    following = [
        *sorted(known.starters)[::9],
        *sorted(known.lower)[::90],
        *sorted(known.names)[::30],
    ]
    pairs = [*itertools.product(words, [*following, "xyzzy", "12"]), *sorted(known.collocations)]
    for word, kind in pairs:
        for shown in (kind, kind.capitalize()):
            expected = nltk.text_contains_sentbreak(f"{word}. {shown}")
            assert known.ends_sentence(word, shown) == expected, (word, shown)


@pytest.mark.parametrize(
    "text", ["", "   ", ".", "...", '"', '" . "', "(" * 1000 + "A. B" + ")" * 1000]
)
def test_takes_what_is_hardly_text(text: str) -> None:
    assert "".join(cut(text)).replace(" ", "") == text.replace(" ", "")


def test_training_learns_what_the_reader_reads() -> None:
    """An abbreviation of a small text comes back from the data file."""
    names = ("Budi", "Rahmat", "Sari", "Wati", "Joko", "Tono", "Rina", "Dewi")
    text = "\n".join(
        f"Warga menunggu tgh. {name} di balai desa. Namun hujan turun. Warga pulang bersama."
        for name in names * 12
    )
    learnt = learn(text)
    assert learn(text) == learnt
    known = read_parameters(line for line in learnt.splitlines() if line[:1] not in ("#", ""))
    assert "tgh" in known.abbreviations
    assert not known.ends_sentence("tgh", "Budi")


def test_only_known_trainings_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nothing"]) == 2
    assert "usage: python -m summarize.training" in capsys.readouterr().err

"""Passages and the choice among them: whole quotations, no loose ends, no repetition, a limit."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import METHODS, Length, summarize
from summarize.languages import load
from summarize.passages import Passages, leans_back
from summarize.ranking.length import Limit
from summarize.ranking.rilis import NEWS, RELEASES
from summarize.ranking.selection import choose_best, choose_first, choose_likeliest, choose_within
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "ranking"
QUOTED = """Dinas Pendidikan Buka Sekolah Terapung
Dinas Pendidikan Kabupaten Muara Biru membuka sekolah terapung bagi 85 anak nelayan.
"Anak-anak ikut orang tua melaut. Mereka tidak boleh putus sekolah. Sekolah yang datang," kata \
Kepala Dinas Pendidikan Ratna Dewi.
Sekolah itu memiliki tiga kelas dan enam guru. Selain itu, perahu jemputan disediakan setiap pagi.
"""


@pytest.mark.parametrize("language", ["id", "en"])
def test_openers(language: str) -> None:
    openers = load(language).terms("backward_openers")
    for leans, sentence in read_rows(CASES / f"{language}-openers.tsv"):
        assert leans_back(sentence, openers) is (leans == "yes"), sentence


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "length",
    [None, *(Length(sentences=n) for n in range(1, 8)), Length(words=25), Length(ratio=0.4)],
)
def test_a_quotation_is_told_whole_or_not_at_all(method: str, length: Length | None) -> None:
    chosen = [
        c.sentence.span.of(QUOTED)
        for c in summarize(QUOTED, method=method, length=length).sentences
    ]
    quoted = [s for s in chosen if "melaut" in s or "putus sekolah" in s or "yang datang" in s]
    assert len("".join(quoted)) == 0 or "".join(quoted).count('"') == 2
    assert any("tiga kelas" in s for s in chosen) or not any(s.startswith("Selain") for s in chosen)


def passages(*sizes: int, needs: dict[int, int] | None = None) -> Passages:
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    runs = tuple(range(s, s + size) for s, size in zip(starts, sizes, strict=True))
    return Passages(runs, tuple((needs or {}).get(n) for n in range(len(sizes))))


def sentences(*sizes: int) -> list[list[str]]:
    return [[f"w{n}x{k}" for k in range(size)] for n, size in enumerate(sizes)]


def test_what_a_passage_needs_is_chosen_before_it() -> None:
    words, single = sentences(10, 10, 10), passages(1, 1, 1, needs={2: 1})
    three = Limit(2, 1000)
    assert choose_best([0.5, 0.1, 0.9], words, single, three) == [1, 2]
    assert choose_within([0.5, 0.1, 0.9], words, single, three, NEWS) == [1, 2]
    assert choose_best([0.5, 0.1, 0.9], words, single, Limit(1, 1000)) == [0]
    assert choose_within([0.5, 0.1, 0.9], words, single, Limit(1, 1000), NEWS) == [0]


def test_a_limit_of_words_is_kept_where_it_can_be() -> None:
    words, single = sentences(30, 12, 12, 40), passages(1, 1, 1, 1)
    assert choose_within([0.9, 0.5, 0.4, 0.8], words, single, Limit(4, 25), NEWS) == [1, 2]
    assert choose_best([0.9, 0.5, 0.4, 0.8], words, single, Limit(4, 25)) == [1, 2]
    assert choose_within([0.9, 0.5, 0.4, 0.8], words, single, Limit(4, 5), NEWS) == [1]


def test_the_usual_length_is_that_of_human_summaries() -> None:
    words, single = sentences(*[20] * 12), passages(*[1] * 12)
    sure = [0.9, 0.9, 0.9, *[0.3] * 9]
    assert choose_likeliest(sure, words, single, NEWS) == [0, 1, 2]
    assert choose_first(words, single, 65) == [0, 1, 2]


def test_what_was_said_is_not_said_again() -> None:
    words = [*sentences(12, 12), sentences(12)[0]]
    assert choose_likeliest([0.9, 0.4, 0.9], words, passages(1, 1, 1), NEWS) == [0, 1]
    assert choose_best([0.9, 0.4, 0.9], words, passages(1, 1, 1), Limit(3, 1000)) == [0, 1]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_choice_is_whole_closed_and_never_empty(data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(1, 4), min_size=1, max_size=14))
    needs = {n: n - 1 for n in range(1, len(sizes)) if data.draw(st.booleans())}
    groups = passages(*sizes, needs=needs)
    total = sum(sizes)
    words = sentences(*data.draw(st.lists(st.integers(0, 50), min_size=total, max_size=total)))
    chances = data.draw(st.lists(st.floats(0, 1), min_size=total, max_size=total))
    limit = Limit(data.draw(st.integers(1, 9)), data.draw(st.integers(1, 200)))
    for chosen in (
        choose_best(chances, words, groups, limit),
        choose_within(chances, words, groups, limit, RELEASES),
        choose_likeliest(chances, words, groups, NEWS),
        choose_likeliest(chances, words, groups, NEWS._replace(most=1)),
    ):
        assert chosen
        assert chosen == sorted(set(chosen))
        told = [n for n, run in enumerate(groups.runs) if run.start in chosen]
        assert chosen == [n for passage in told for n in groups.runs[passage]]
        assert all(needs.get(passage, passage) in told for passage in told)


def test_the_lines_of_a_list_go_with_what_announces_them() -> None:
    text = (
        "Pemkot Siapkan Lima Langkah\n"
        "Wali kota menyiapkan lima langkah menghadapi musim hujan. Kelima langkah itu:\n"
        "1. Pengerukan 120 saluran air;\n2. Penambahan 15 unit pompa;\n3. Pembentukan posko;\n"
        "4. Pemangkasan pohon; dan\n5. Penyediaan hotline.\n"
        "Warga diminta melaporkan genangan kepada camat setempat.\n"
    )
    for sentences in range(1, 8):
        summary = summarize(text, length=Length(sentences=sentences))
        chosen = {one.sentence.span.of(text) for one in summary.sentences}
        assert ("Penambahan 15" in "".join(chosen)) == ("Kelima langkah itu:" in chosen)

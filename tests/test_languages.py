"""The language files: what they promise, and that code and data know the same lists."""

import ast
import re
import unicodedata
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from summarize.languages import CODES, FILES, GAZETTEERS, LEARNT, Language, load
from tests.language_data import INDEX, LANGUAGES, LIBRARY, asked, index, lists
from tests.tables import read_rows

CASES = Path(__file__).parent / "cases" / "languages"
FILES_THERE = sorted(path for code in CODES for path in (LANGUAGES / code).rglob("*.t*"))

CODE = sorted(path for path in LIBRARY.rglob("*.py") if "training" not in path.parts)
COMMON = ("function_words", "stopwords")
_BARS = re.compile(r"[a-z]{2,}(?:\|[a-z]{2,})+")

# As written in releases; everything else is in lower case.
CASED = {
    "abbreviations_closing",
    "abbreviations_degrees",
    "abbreviations_designators",
    "abbreviations_linking",
    "abbreviations_numbered",
    "abbreviations_titles",
    "body_heads",
    "countries",
    "doubtful_regions",
    "forces",
    "name_words",
    "nicknames",
    "region_abbreviations",
    "regions",
    "scales",
    "world",
}
# In the order in which they are counted, tried or shown; everything else in that of the alphabet.
ORDERED = {
    "currencies",
    "durations",
    "feature_words",
    "list_conjunctions",
    "list_cues",
    "list_numbers",
    "months",
    "numbers",
    "ordinals",
    "punkt",
    "scales",
    "units",
    "weekdays",
}


@pytest.mark.parametrize("path", FILES_THERE, ids=lambda path: path.relative_to(LANGUAGES))
def test_a_file_is_plain_utf_8(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert not [line for line in text.split("\n") if line != line.rstrip()]
    assert text.startswith("# ")


def test_the_loader_knows_every_file() -> None:
    named = {f"{name}.txt" for name in FILES}
    named |= {f"gazetteers/{name}.txt" for name in GAZETTEERS}
    named |= {f"learnt/{name}.tsv" for name in LEARNT} | {"learnt/punkt.txt"}
    for code in CODES:
        there = {p.relative_to(LANGUAGES / code).as_posix() for p in FILES_THERE if code in p.parts}
        assert there <= named
        assert named - there <= {"learnt/word_weights.tsv", "learnt/given_names.tsv"}


def test_every_line_belongs_to_a_list() -> None:
    for path in FILES_THERE:
        if path.stem in FILES:
            above = path.read_text("utf-8").split("\n[")[0]
            assert not [line for line in above.split("\n") if line and not line.startswith("#")]


@pytest.mark.parametrize("code", CODES)
def test_a_list_says_what_it_is_for(code: str) -> None:
    assert not [name for name, listed in lists(code).items() if not listed.comment]


@pytest.mark.parametrize("code", CODES)
def test_a_list_has_each_term_once(code: str) -> None:
    for name, listed in lists(code).items():
        twice = {key for key, count in Counter(listed.keys).items() if count > 1}
        assert name == "punkt" or not twice, name


@pytest.mark.parametrize("code", CODES)
def test_a_list_is_in_order(code: str) -> None:
    for name, listed in lists(code).items():
        assert name in ORDERED or listed.keys == sorted(listed.keys), name


@pytest.mark.parametrize("code", CODES)
def test_a_list_is_in_lower_case(code: str) -> None:
    for name, listed in lists(code).items():
        assert name in CASED or listed.keys == [key.lower() for key in listed.keys], name


@pytest.mark.parametrize("code", CODES)
def test_a_table_has_two_columns_and_a_list_of_terms_one(code: str) -> None:
    for name, listed in lists(code).items():
        ways = {one.way for one in asked() if one.name == name} - {None}
        columns = {line.count("\t") + 1 for line in listed.lines}
        assert columns <= ({2} if "table" in ways else {1} if ways else {1, 2}), name
        assert len(columns) <= 1, name
        assert len(ways) <= 1, name


@pytest.mark.parametrize("code", CODES)
def test_lists_that_exclude_each_other_share_no_term(code: str) -> None:
    for names, shared in read_rows(CASES / "exclusive.tsv"):
        for one, other in combinations(names.split(), 2):
            both = _keys(code, one) & _keys(code, other)
            assert both <= set(shared.split()), (one, other)


@pytest.mark.parametrize("code", CODES)
def test_lists_inside_others(code: str) -> None:
    for inner, outer in read_rows(CASES / "within.tsv"):
        assert _keys(code, inner) <= _keys(code, outer), (inner, outer)


def _keys(code: str, name: str) -> set[str]:
    """The terms of a list that there has to be in one language at least."""
    assert name in lists("id") or name in lists("en")
    return set(lists(code)[name].keys) if name in lists(code) else set()


def test_code_asks_for_lists_that_are_there() -> None:
    missing = {one.name for one in asked()} - lists("id").keys() - lists("en").keys()
    assert not missing


def test_every_list_is_asked_for() -> None:
    unused = lists("id").keys() - {one.name for one in asked()}
    assert not unused


def test_what_a_language_lacks_is_optional() -> None:
    lacking = lists("id").keys() - lists("en").keys()
    learnt = {"word_weights"}
    assert lacking == {name for name, one in lists("id").items() if one.optional} | learnt
    assert lists("en").keys() - lists("id").keys() == {"given_names"}


def test_an_optional_list_is_empty_and_an_unknown_one_an_error() -> None:
    assert load("en").terms("spouses") == frozenset()
    assert load("en").table("word_weights") == {}
    for code in CODES:
        with pytest.raises(KeyError):
            Language(code).terms("no such list")


@pytest.mark.parametrize("code", CODES)
def test_the_loader_reads_what_is_written(code: str) -> None:
    for name, listed in lists(code).items():
        if name != "punkt":
            table = any("\t" in line for line in listed.lines)
            read = load(code).table(name) if table else load(code).terms(name)
            assert set(read) == set(listed.keys), name


# What reads a format knows the words that its programs write, whatever the document's language.
WITH_LANGUAGE = [path for path in CODE if "reading" not in path.relative_to(LIBRARY).parts]


@pytest.mark.parametrize("path", WITH_LANGUAGE, ids=lambda path: str(path.relative_to(LIBRARY)))
def test_no_list_of_words_is_left_in_code(path: Path) -> None:
    """Two function words side by side are one, in a set or between the bars of a pattern."""
    lists_there = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            parts = [part.value for part in node.elts if isinstance(part, ast.Constant)]
            lists_there.append([part.lower() for part in parts if isinstance(part, str)])
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            lists_there += [words.split("|") for words in _BARS.findall(node.value.lower())]
    common = {key for code in CODES for name in COMMON for key in lists(code)[name].keys}
    assert not [words for words in lists_there if len(words) > 1 and common.issuperset(words)]


def test_the_index_is_up_to_date() -> None:
    assert INDEX.read_text("utf-8") == index(), "python -m tests.language_data"

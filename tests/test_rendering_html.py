"""HTML: the page of a release, the digest of many, and that no document acts on either."""

from __future__ import annotations

import base64
import doctest
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarize import Summary, summarize
from summarize.languages import CODES, load, spelling
from summarize.reading import from_text
from summarize.rendering import render_one, render_several
from summarize.rendering.html import (
    days,
    duplicates,
    markup,
    numbers,
    overview,
    parts,
    render_digest,
    stories,
    story_of,
    timeline,
)
from summarize.rendering.html.days import written_date
from summarize.rendering.html.duplicates import fold, likeness, sketch_of
from summarize.rendering.html.timeline import bars_of
from summarize.rendering.html.topics import topics_of
from tests.pages import Element, Page
from tests.samples import sample
from tests.strategies import releases as release_texts
from tests.synthetic import releases
from tests.tables import read_rows

SEED = Path(__file__).parent.parent / "seeds" / "rakornas-asn-new-normal.txt"
CASES = Path(__file__).parent / "cases" / "rendering"


def summaries_of(texts: Iterable[str]) -> list[Summary]:
    return [
        summarize(from_text(text)._replace(path=f"rilis/{number}.txt"))
        for number, text in enumerate(texts)
    ]


def digest_of(summaries: Iterable[Summary]) -> Page:
    return Page("".join(render_several(summaries, "html")))


@pytest.fixture(scope="module")
def many() -> list[Summary]:
    return summaries_of(parts.text for parts in releases(60, seed=5))


@pytest.mark.parametrize(
    "module", [days, duplicates, markup, numbers, overview, parts, spelling, stories, timeline]
)
def test_examples(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


# --- one release ---


def test_the_page_of_a_release() -> None:
    page = Page(render_one(sample(), "html", full=True))
    assert page.one("html").attributes["lang"] == "id"
    assert page.one("h1").text == page.one("title").text == "Bupati Resmikan Pasar Terapung"
    assert page.one("time").attributes["datetime"] == "2025-02-03"
    assert page.one("time").text == "3 Februari 2025"
    headings = [element.text for element in page.all("h2")]
    assert headings[:4] == ["Ringkasan", "Poin kunci", "Kutipan", "Teks lengkap"]
    assert {element.text for element in page.all("span", "count")} == {"3 dari 3"}
    listed = [item.text for item in page.all("ol")[0].children]
    assert listed == ["air bersih", "jalan mulus", "listrik menyala"]
    assert "Rahmat Hidayat, Bupati" in page.one("figcaption").text
    text = page.one("section", "source").text
    assert "Dinas Perdagangan (Disdag) menyiapkan Rp 1,5 miliar." in text
    assert {"title", "dateline", "byline"} <= {c for e in page.all("span") for c in e.classes}


def test_the_usual_page_of_a_release_is_brief() -> None:
    page = Page(render_one(sample(), "html"))
    headings = [element.text for element in page.all("h2")]
    assert headings == ["Poin kunci", "Teks lengkap", "Tokoh"]
    assert page.one("footer").text.endswith("--full")


def test_only_the_sections_asked_for() -> None:
    page = Page(render_one(sample(), "html", ("figures", "summary")))
    headings = [element.text for element in page.all("h2")]
    assert headings == ["Ringkasan", "Teks lengkap", "Angka"]


def test_reasons_are_shown_when_asked_for() -> None:
    assert "score" not in render_one(sample(), "html")
    assert "position" in render_one(sample(), "html", explain=True)


def test_an_empty_document_has_a_page() -> None:
    page = Page(render_one(summarize(""), "html"))
    assert page.one("h1").text
    assert page.links() == []


# --- many ---


def test_releases_stand_by_date_and_the_undated_last(many: list[Summary]) -> None:
    page = digest_of([*many, summarize("Warga gembira. Jalan itu mulus lagi.")])
    leading = [
        e for month in page.all("section", "month") for e in month.children if e.tag == "article"
    ]
    found = [article.attributes.get("data-day", "") for article in leading]
    assert found == sorted(found, reverse=True)
    assert found[-1] == ""
    assert page.all("section", "month")[-1].attributes["id"] == "m-"


def test_each_month_has_a_heading_that_the_timeline_leads_to(many: list[Summary]) -> None:
    page = digest_of(many)
    months = {element.attributes["id"] for element in page.all("section", "month")}
    bars = {e.attributes["href"][1:] for e in page.all("a") if "data-from" in e.attributes}
    assert months - {"m-"} <= bars


def test_month_headings_and_the_menu_agree(many: list[Summary]) -> None:
    undated = "Warga gembira. Jalan itu mulus lagi."
    page = digest_of([*many, *summaries_of([undated, f"{undated} Itu terjadi pada 2024."])])
    options = [re.sub(r" \(\d+\)$", "", e.text) for e in page.all("option") if "(" in e.text]
    assert options == [month.children[0].text.strip() for month in page.all("section", "month")]
    found = page.all("section", "month")
    for option, month in zip(page.one("select").children[1:], found, strict=True):
        (count,) = re.findall(r"\((\d+)\)$", option.text)
        assert len(articles_of(month)) == int(count)


def articles_of(element: Element) -> list[Element]:
    below = [found for child in element.children for found in articles_of(child)]
    return [element, *below] if element.tag == "article" else below


def test_the_overviews_have_what_the_releases_say(many: list[Summary]) -> None:
    page = digest_of(many)
    (speakers,) = page.all("details", "speakers")
    told = [int(number) for number in re.findall(r"(\d+) kutipan", speakers.text)]
    assert told == sorted(told, reverse=True)
    assert sum(told) == sum(len(story_of(one).quotes) for one in many)
    lists = sum(len(one.lists) for one in many)
    assert lists > 20
    (overview,) = page.all("details", "lists")
    assert overview.children[0].text.endswith(str(lists))
    values = [
        float(e.attributes["data-value"]) for e in page.all("li") if "data-value" in e.attributes
    ]
    assert len(values) == sum(len(story_of(one).amounts) for one in many)


def test_topics_are_what_headlines_and_speakers_have_in_common(many: list[Summary]) -> None:
    told = list(enumerate(map(story_of, many), 1))
    topics = topics_of(told)
    assert len(topics) > 5
    for topic in topics:
        assert any(topic.word in story.title.lower() for _, story in told)
        assert len(topic.said) > 1
        assert all(topic.word in said.text.lower() for _, said in topic.said)
        names = {name.lower() for _, story in told for name in story.names["person"]}
        assert topic.word not in names


def test_the_most_quoted_are_people_not_spellings() -> None:
    said = (
        "BANJARBARU – {name} meresmikan pasar terapung, Senin (3/2/2025). “Kami siap membenahi "
        "jalan ke pasar itu,” kata {name}. “Warga menyambutnya dengan gembira,” ujar {form}."
    )
    texts = [
        said.format(name=name, form=form)
        for name, form in (
            ("Bupati Andi Sulaiman", "Andi"),
            ("Bupati Andi Sulaeman", "Andi"),
            ("Wakil Bupati Rahmat Hidayat", "Rahmat"),
        )
    ]
    page = digest_of(summaries_of(texts))
    found = [e.attributes["data-only"] for e in page.all("button") if "data-only" in e.attributes]
    assert found == ["Andi Sulaiman|Andi Sulaeman", "Rahmat Hidayat"]
    (speakers,) = page.all("details", "speakers")
    assert re.findall(r"(\d) kutipan", speakers.text) == ["4", "2"]


def test_what_was_sent_twice_is_folded_into_one(many: list[Summary]) -> None:
    text = many[0].release.text
    again = text.replace("\n", " (Foto)\n", 1).replace("(", "(xyz/", 1)
    page = digest_of([*many, *summaries_of([again])])
    folded = page.all("details", "similar")
    assert any(again.split("\n")[0] in element.text for element in folded)


def test_headings_are_in_the_language_of_most_documents() -> None:
    english = (
        "Mayor Opens Market\nThe mayor of the town opened the market and the people were glad."
    )
    indonesian = "Wali Kota Buka Pasar\nWali Kota membuka pasar itu dan warga yang datang gembira."
    page = digest_of(summaries_of([english, english.replace("Mayor", "Chief"), indonesian]))
    assert page.one("html").attributes["lang"] == "en"
    assert {e.attributes["lang"] for e in page.all("article")} == {"en", "id"}


def test_only_the_sections_asked_for_in_a_digest(many: list[Summary]) -> None:
    page = Page("".join(render_several(many, "html", ("places", "sentences"))))
    assert page.all("ul", "points") == page.all("ul", "quotes") == []
    folds = page.all("details", "found")
    assert all("Tempat" in e.text or "Places" in e.text for e in folds[:5])
    assert many[0].release.body[-1].span.of(many[0].release.text) in page.one("main").text


def test_from_the_command_line() -> None:
    command = [sys.executable, "-m", "summarize", "--format", "html", str(SEED)]
    for paths, element in ([], "h1"), ([str(SEED)], "article"):
        done = subprocess.run(
            [*command, *paths], capture_output=True, check=True, cwd=SEED.parents[1]
        )
        page = Page(done.stdout.decode())
        assert page.all(element)
        assert page.one("html").attributes["lang"] == "id"


def test_a_digest_of_nothing() -> None:
    assert digest_of([]).all("article") == []


def test_the_digest_does_not_depend_on_the_order_of_equals(many: list[Summary]) -> None:
    one, other = ("".join(render_digest(story_of(s) for s in many)) for _ in range(2))
    assert one == other


# --- every link ---


@pytest.mark.parametrize("digest", [False, True])
def test_each_link_leads_to_what_it_says(many: list[Summary], digest: bool) -> None:
    pages = [digest_of(many)] if digest else [Page(render_one(one, "html")) for one in many[:20]]
    leads = {entry.text for one in many for entry in story_of(one).lists}
    for page in pages:
        assert len(page.links()) > 5
        for link in page.links():
            behind = re.sub(r"\s", "", page.behind(link))
            assert behind
            if not {"¶"} & set(link.text):
                said = re.sub(r"\s", "", link.text).strip("“”")
                assert said == behind or link.text in leads


def test_ids_are_unique(many: list[Summary]) -> None:
    for page in (digest_of(many), Page(render_one(many[0], "html"))):
        ids = [e.attributes["id"] for e in page.elements if "id" in e.attributes]
        assert len(ids) == len(set(ids))


# --- nothing in a document acts ---

HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>", "</script>", "</style>", "<!--", "-->", "<![CDATA[",
        "&lt;b&gt;", '" onload="alert(1)', "' onmouseover='alert(1)", "javascript:alert(1)",
        "<img src=x>", "</title>", "\x00", "\u202e", "\ud800", "<a href='http://contoh.id'>",
        "&#60;", "`", "|",
        "http://contoh.id/a?b&c", "\x1b[31m",
    ]
)  # fmt: skip
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "section", "aside",
    "footer", "article", "details", "summary", "form", "p", "h1", "h2", "h3", "h4", "ul", "ol",
    "li", "a", "b", "span", "small", "cite", "figure", "figcaption", "blockquote", "time", "svg",
    "noscript", "div", "rect", "text", "label", "input", "output", "button", "select", "option",
    "datalist", "script",
}  # fmt: skip
POLICY = re.compile(r"style-src '(sha256-[\w+/=]+)'; script-src '(sha256-[\w+/=]+)'")


def assert_harmless(source: str) -> None:
    page = Page(source)
    assert {element.tag for element in page.elements} <= TAGS
    for element in page.elements:
        assert not [name for name in element.attributes if name.startswith(("on", "src", "style"))]
        assert element.attributes.get("href", "#").startswith("#")
    found = POLICY.search(source)
    assert found
    for hashed, text in zip(found.groups(), (page.one("style"), page.one("script")), strict=True):
        digest = hashlib.sha256(text.text.encode("utf-8")).digest()
        assert hashed == f"sha256-{base64.b64encode(digest).decode('ascii')}"
    assert "default-src 'none'" in source
    source.encode("utf-8")


@settings(max_examples=60, deadline=None)
@given(release_texts(), st.lists(HOSTILE, max_size=6), st.randoms(use_true_random=False))
@example("<script>alert(1)</script>\nJAKARTA – <b>. “<i>Ya,” kata </script>.", [], None)
def test_hostile_text_stays_text(text: str, hostile: list[str], chance: object) -> None:
    for piece in hostile:
        at = chance.randrange(len(text) + 1)  # type: ignore[attr-defined]
        text = text[:at] + piece + text[at:]
    summary = summarize(from_text(text)._replace(path=f"{text[:20]}.txt"))
    assert_harmless(render_one(summary, "html", explain=True))
    assert_harmless("".join(render_several([summary, summary], "html")))


def test_all_of_the_text_is_on_the_page() -> None:
    text = 'Judul <b>\nBupati membuka "pasar" & jalan <i>baru</i>, Senin (3/2/2025). Warga senang.'
    page = Page(render_one(summarize(text), "html"))
    shown = page.one("section", "source").text
    assert re.sub(r"\s", "", text) in re.sub(r"\s", "", shown)


def luminance(colour: str) -> float:
    """The relative luminance that WCAG 2 defines."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


GROUNDS = {"ink": ("paper", "field", "summary", "quote", "item", "cited")}
PAIRS = [
    (ink, g) for ink in ("ink", "soft", "accent") for g in GROUNDS.get(ink, ("paper", "field"))
]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_contrast(ink: str, ground: str, scheme: int) -> None:
    roots = re.findall(r":root \{(.*?)\}", markup.asset("base.css"), re.DOTALL)
    colours = dict(re.findall(r"--(\w+): (#\w{6})", roots[scheme]))
    high, low = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_what_ships_can_stand_inside_a_page() -> None:
    for name in ("base.css", "page.css", "digest.css", "jump.js", "overviews.js", "digest.js"):
        assert "</" not in markup.asset(name)
        assert not re.search(r"https?:|@import|url\(", markup.asset(name))


# --- its parts ---


def test_each_language_names_the_same_things() -> None:
    first, *others = (load(code).table("digest").keys() for code in CODES)
    assert all(other == first for other in others)


@pytest.mark.parametrize(("value", "language", "written"), read_rows(CASES / "dates.tsv"))
def test_dates_as_people_write_them(value: str, language: str, written: str) -> None:
    assert written_date(value, load(language)) == written


@pytest.mark.parametrize(
    ("first", "last", "step"),
    [
        ("2020-06-30", "2020-07-02", "day"),
        ("2020-01-30", "2020-12-02", "week"),
        ("2020-06", "2029-07-02", "month"),
        ("1945-08-17", "2029-07-02/2029-07-05", "year"),
    ],
)
def test_the_step_of_the_timeline(first: str, last: str, step: str) -> None:
    found, bars = bars_of([last, first])
    assert found == step
    assert len(bars) < 140
    assert [bars[0].count, bars[-1].count] == [1, 1]
    assert all(one.start < other.start for one, other in pairwise(bars))


def test_near_repeats_are_told_from_releases_alike() -> None:
    made = list(releases(300, seed=2))
    first = fold([story_of(summarize(parts.text)).telling for parts in made])
    title = [
        parts.title.removeprefix("Siaran Pers: ").removesuffix(" (Foto)").removeprefix("Ralat: ")
        for parts in made
    ]
    folded = [(n, first[n]) for n in range(len(made)) if first[n] != n]
    assert len(folded) > 10
    for one, other in folded:
        assert (title[one], made[one].day) == (title[other], made[other].day)


PRICES = """Harga Cabai Naik
GELORA, Dinas Perdagangan - Harga cabai rawit di Pasar Gelora menjadi Rp 62.000 per kilogram pada \
Senin (3/3/2025). Kepala Dinas Perdagangan Sri Wulandari mengatakan pasokan dari petani setempat \
berkurang karena hujan yang turun terus-menerus sejak awal bulan. “Kami akan menggelar operasi \
pasar di tiga kecamatan yang paling jauh dari kota supaya pembeli tidak perlu datang ke sini,” \
kata Sri Wulandari. Warga diminta tidak membeli secara berlebihan supaya harga tetap terkendali. \
Pemerintah kabupaten juga menyiapkan cadangan sebanyak 12 ton untuk menjaga pasokan.
"""


@pytest.mark.parametrize(("said", "again", "folded"), read_rows(CASES / "repeats.tsv"))
def test_what_is_told_otherwise_is_not_folded(said: str, again: str, folded: str) -> None:
    assert said in PRICES
    texts = PRICES, PRICES.replace(said, again)
    first = fold([story_of(summarize(text)).telling for text in texts])
    assert first == [0, 0 if folded == "yes" else 1]


@given(st.text(), st.text())
def test_likeness(one: str, other: str) -> None:
    first, second = sketch_of(one), sketch_of(other)
    assert 0 <= likeness(first, second) == likeness(second, first) <= 1
    assert likeness(first, first) == (1 if first else 0)

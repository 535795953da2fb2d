"""The digest and the page of a release in a real browser, wide and on a phone."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarize import summarize
from summarize.reading import from_text
from summarize.rendering import render_one, render_several
from tests.browser.conftest import Open
from tests.synthetic import releases

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SEED = Path(__file__).parents[2] / "seeds" / "rakornas-asn-new-normal.txt"
HOSTILE = """<img src=http://contoh.id/a.png onerror=alert(1)>
PALANGKA RAYA – <script>alert(1)</script>. Bupati <b onclick=alert(1)>Rahmat</b> membuka pasar.
“Ada 3 janji, yaitu </noscript><script>alert(2)</script>, jalan, dan listrik,” kata Rahmat Hidayat.
"""
PRICES = """{title}
GELORA, Dinas Perdagangan - Harga cabai katokkon di Pasar Gelora menjadi {price} per kilogram pada \
{day}. Kepala Dinas Perdagangan Sri Wulandari mengatakan pasokan dari petani setempat berkurang \
karena hujan yang turun terus-menerus sejak awal bulan. “Kami akan menggelar operasi pasar di tiga \
kecamatan yang paling jauh dari kota supaya pembeli tidak perlu datang ke sini,” kata Sri \
Wulandari. {more} Pemerintah kabupaten juga menyiapkan cadangan untuk menjaga pasokan.
"""
PAST = "Pada Maret tahun lalu, harganya Rp 250 juta sekapal."
WEEKS = (
    ("Harga Cabai Naik", "Rp 62.000", "Senin (3/3/2025)", "Warga diminta berhemat."),
    ("Harga Cabai Naik (Foto)", "Rp 62.000", "Senin (3/3/2025)", "Pembeli tidak surut."),
    ("Harga Cabai Naik", "Rp 71.000", "Senin (10/3/2025)", "Warga diminta berhemat."),
    ("Harga Cabai Turun", "Rp 55.000", "Senin (7/4/2025)", PAST),
)
SPELLED = "BANJARBARU – {0} membuka pasar, {1}. “Kami siap membenahi jalan ke pasar,” kata {0}."


@pytest.fixture(scope="session")
def texts() -> list[str]:
    texts = [HOSTILE, SEED.read_text("utf-8"), *(parts.text for parts in releases(150, seed=4))]
    texts += [
        PRICES.format(title=title, price=price, day=day, more=more)
        for title, price, day, more in WEEKS
    ]
    texts += [SPELLED.format("Bupati Andi Sulaiman", "Senin (3/2/2025)")]
    texts += [SPELLED.format("Bupati Andi Sulaeman", "Rabu (5/3/2025)")]
    return texts


@pytest.fixture(scope="session")
def digest(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    summaries = (
        summarize(from_text(text)._replace(path=f"rilis/{number:03}.txt"))
        for number, text in enumerate(texts)
    )
    path = tmp_path_factory.mktemp("html") / "digest.html"
    path.write_text("".join(render_several(summaries, "html")), "utf-8")
    return path


@pytest.fixture(scope="session")
def seed_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "seed.html"
    path.write_text(render_one(summarize(SEED.read_text("utf-8")), "html"), "utf-8")
    return path


def shown(page: Page) -> Locator:
    return page.locator("article:visible")


def count(page: Page) -> int:
    """The number of releases that the page says it shows."""
    page.locator("main[aria-busy=false]").wait_for(state="attached")  # typing is waited for
    said = page.locator("#count").text_content() or ""
    (number,) = re.findall(r"^\d+", said)
    return int(number)


def assert_in_view(target: Locator) -> None:
    from playwright.sync_api import expect

    expect(target).to_be_in_viewport()


def assert_visible(target: Locator) -> None:
    from playwright.sync_api import expect  # which waits for what a script has yet to do

    expect(target).to_be_visible()


def assert_hidden(target: Locator) -> None:
    from playwright.sync_api import expect

    expect(target).to_be_hidden()


def test_search(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    everything = count(page)
    page.fill("#words", "rakornas  PANGKALAN")
    assert count(page) == 0
    assert_visible(page.locator("#nothing"))
    page.fill("#words", "Telekonferensi rakornas")
    assert count(page) == 1
    assert shown(page).locator("h3").all_inner_texts() == [
        SEED.read_text("utf-8").strip().split("\n")[0]
    ]
    page.click("button[type=reset]")
    assert count(page) == everything


def test_what_is_searched_for_is_marked(visit: Open, digest: Path) -> None:
    marked = """() => [...(CSS.highlights.get("found") ?? [])].map(
        (range) => range.startContainer.data.slice(range.startOffset, range.endOffset))"""
    page = visit(digest)
    page.fill("#words", "RAKORNAS (asn)")
    assert count(page) == 1
    page.wait_for_function(f"({marked})().length > 1")
    assert {word.lower() for word in page.evaluate(marked)} <= {"rakornas", "(asn)"}
    folds = shown(page).locator("[data-hits]")
    hits = [int(said or "") for said in folds.evaluate_all("all => all.map(e => e.dataset.hits)")]
    assert sum(hits) > 2
    source = shown(page).locator(".source > summary")
    source.click()
    page.wait_for_function(f"({marked})().length > {hits[-1]}")
    assert source.get_attribute("data-hits") is None
    page.fill("#words", "")
    assert count(page) > 1
    assert page.evaluate(marked) == []
    assert page.locator("[data-hits]").count() == 0


def test_search_looks_into_what_is_folded_away(visit: Open, digest: Path) -> None:
    page = visit(digest)
    page.fill("#words", "pengadaan barang dan jasa")
    assert count(page) == 1
    page.fill("#words", "noscript span class")  # but not into the markup that it is kept in
    assert count(page) == 0


def assert_found(page: Page, expected: int) -> None:
    """As many releases as the page says are in sight, in what it says of the months as well."""
    assert count(page) == expected
    for fold in page.locator(".similar:not([open]) > summary:visible").all():
        fold.click()
    assert shown(page).count() == expected
    headings = page.locator(".month:visible > h2 .numbers").all_inner_texts()
    assert sum(map(int, headings)) == expected


@pytest.mark.parametrize(
    "words", ["cabai", "DIMINTA", "terus-menerus", "kutipan", "62.0", "dari petani", "i p"]
)
def test_a_search_counts_what_a_search_in_the_files_does(
    visit: Open, digest: Path, texts: list[str], words: str
) -> None:
    expected = sum(words.lower() in text.lower() for text in texts)
    for made in (False, True):  # as the releases are kept, and as their elements are
        page = visit(digest)
        if made:
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
            page.wait_for_function("!document.querySelector('main noscript')")
        page.fill("#words", f'"{words}"')
        assert count(page) == expected


def test_the_month_is_that_of_the_release(visit: Open, digest: Path) -> None:
    page = visit(digest)
    page.fill("#words", "katokkon")
    page.select_option("#month", "2025-03")
    assert_found(page, 3)
    assert page.locator(".month:visible > h2").all_inner_texts() == ["Maret 2025 3"]
    options = page.locator("#month option:not([hidden])").all_inner_texts()
    assert options == ["Semua bulan", "April 2025 (1)", "Maret 2025 (3)"]
    assert page.locator(".speakers > ol > li:visible .numbers").all_inner_texts() == [
        "3 kutipan dalam 3 siaran"
    ]
    page.locator(".amounts > summary").click()
    amounts = page.locator(".amounts ul > li:visible a").all_inner_texts()
    assert amounts[:2] == ["Rp 71.000 per kilogram", "Rp 62.000 per kilogram"]


def test_a_repeat_is_shown_without_what_it_repeats(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    page.fill("#words", "katokkon diminta")
    assert_found(page, 2)
    assert page.locator(".similar:visible").count() == 0
    page.fill("#words", "katokkon surut")
    assert_found(page, 1)
    assert shown(page).locator("h3").inner_text() == "Harga Cabai Naik (Foto)"
    page.fill("#words", "katokkon")
    assert_found(page, 4)


def test_who_said_what(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    page.fill("#words", "rakornas")
    assert count(page) == 1
    page.locator(".topics > summary").click()
    word = page.locator("b", has_text=re.compile("^kompetensi$"))
    topic = page.locator(".topics > ol > li:visible", has=word)
    assert "Adi Suryanto" in topic.locator("summary").inner_text()
    topic.locator("summary").click()
    said = topic.locator("li").all_inner_texts()
    assert said
    assert all("kompetensi" in one.lower() and one.endswith("Adi Suryanto") for one in said)
    topic.locator("li a").first.click()
    assert "kompetensi" in page.locator(".cited").first.inner_text().lower()


def test_the_address_keeps_what_is_shown(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    everything = count(page)
    page.locator("#words").press_sequentially("katokkon")
    assert count(page) == 4
    unfold_filters(page)
    page.select_option("#month", "2025-03")
    assert count(page) == 3
    assert page.title() == "katokkon · Maret 2025 · Intisari siaran pers"
    sent = page.url
    page.go_back()
    assert (count(page), page.input_value("#words")) == (4, "katokkon")
    page.go_back()  # what was typed letter by letter is one step
    assert (count(page), page.input_value("#words")) == (everything, "")
    page.go_forward()
    assert count(page) == 4
    _, mark, query = sent.partition("?")
    other = visit(digest, size, query=mark + query)
    assert (count(other), other.input_value("#month")) == (3, "2025-03")
    page.click("button[type=reset]")
    assert count(page) == everything
    assert "?" not in page.url


def unfold_filters(page: Page) -> None:
    if page.locator("#facets:not([open])").count():
        page.click("#facets > summary")


def test_the_filters_are_folded_on_a_phone(visit: Open, digest: Path) -> None:
    page = visit(digest, "phone")
    assert_hidden(page.locator("#person"))
    page.click("#facets > summary")
    page.fill("#person", "Sri Wulandari")
    assert count(page) == 4
    assert page.locator("#facets > summary").inner_text() == "Saringan (1)"
    assert_visible(visit(digest, "wide").locator("#person"))


def test_a_slash_leads_to_the_search(visit: Open, digest: Path) -> None:
    page = visit(digest)
    focused = "document.activeElement.id"
    page.keyboard.press("/")
    assert page.evaluate(focused) == "words"
    page.keyboard.type("1/2")
    assert page.input_value("#words") == "1/2"
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "releases"
    assert page.input_value("#words") == "1/2"
    page.focus("#person")
    page.keyboard.type("/")
    assert (page.evaluate(focused), page.input_value("#person")) == ("person", "/")


@pytest.mark.parametrize("months", [1, 3, 20, 60, 150])
def test_the_labels_of_the_timeline_stand_apart(visit: Open, tmp_path: Path, months: int) -> None:
    text = "Pasar Dibuka\nBANJARBARU - Bupati membuka pasar, Senin (22/{}/{}). Warga gembira."
    dates = {(1 + month % 12, 2005 + month // 12) for month in range(months)} | {(9, 2005)}
    path = tmp_path / "digest.html"
    summaries = (summarize(text.format(*date)) for date in sorted(dates))
    path.write_text("".join(render_several(summaries, "html")), "utf-8")
    page = visit(path, "phone")
    boxes = [label.bounding_box() for label in page.locator(".timeline text:visible").all()]
    ends = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
    assert len(ends) > 1
    assert all(one[1] < other[0] for one, other in pairwise(ends))
    assert ends[-1][1] <= 390


@pytest.mark.parametrize("kind", ["person", "place"])
def test_filters(visit: Open, digest: Path, size: str, kind: str) -> None:
    page = visit(digest, size)
    everything = count(page)
    name = page.locator(f"#{kind}-names option").first.get_attribute("value") or ""
    unfold_filters(page)
    page.fill(f"#{kind}", name)
    assert 0 < count(page) < everything
    for article in shown(page).all():
        assert name in (article.get_attribute(f"data-{kind}") or "").split("|")


def test_filter_by_month(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    unfold_filters(page)
    page.select_option("#month", "2020-06")
    assert count(page) >= 1
    assert page.locator(".month:visible").count() == 1
    assert "Juni 2020" in page.locator(".month:visible h2").inner_text()
    lit = page.locator(".timeline a", has=page.locator(".now:not([height='0'])"))
    assert [bar.get_attribute("data-from") for bar in lit.all()] == ["2020-06-01"]


def test_the_most_quoted_follow_the_filter(visit: Open, digest: Path) -> None:
    page = visit(digest)
    page.fill("#words", "Telekonferensi rakornas")
    assert count(page) == 1
    speakers = page.locator(".speakers > ol > li:visible")
    assert speakers.count() == 1
    assert "4 kutipan dalam 1 siaran" in speakers.inner_text()
    speakers.locator("summary").click()
    assert "normal" in speakers.locator(".about").inner_text()
    assert speakers.locator("ul li").count() == 4
    page.click("button[type=reset]")
    page.fill("#words", "")
    speakers.filter(has_text="Adi Suryanto").first.locator("button").click()
    assert page.input_value("#person") == "Adi Suryanto"
    assert count(page) == 1


def test_a_person_is_found_under_all_spellings(visit: Open, digest: Path) -> None:
    page = visit(digest)
    for name in ("Andi Sulaeman", "Andi Sulaiman"):
        page.fill("#person", name)
        assert count(page) == 2


def test_jump_to_the_source(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    page.fill("#words", "Telekonferensi rakornas")
    assert count(page) == 1
    page.locator(".points ol a", has_text="fleksibilitas kerja").locator("visible=true").click()
    cited = page.locator(".cited")
    assert cited.inner_text() == "fleksibilitas kerja"
    assert_in_view(cited)
    assert page.evaluate("document.activeElement.textContent") == "fleksibilitas kerja"
    page.go_back()
    assert page.locator("#words").input_value() == "Telekonferensi rakornas"


def test_each_overview_leads_to_its_source(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    for overview in (".lists", ".amounts"):
        opening = page.locator(f"{overview} > summary")
        opening.scroll_into_view_if_needed()
        opening.click()
        link = page.locator(f"{overview} li a").locator("visible=true").nth(1)
        text = link.inner_text()
        link.click()
        page.locator(".cited").first.wait_for()
        assert_in_view(page.locator(".cited").first)
        said = "".join(page.locator(".cited").all_inner_texts())
        assert text in said


def test_what_was_sent_again_is_folded(visit: Open, digest: Path) -> None:
    page = visit(digest)
    folded = page.locator(".similar").first
    assert_hidden(folded.locator("article").first)
    folded.locator(":scope > summary").click()
    assert_visible(folded.locator("article h3").first)


def test_releases_far_below_are_made_when_they_are_wanted(visit: Open, digest: Path) -> None:
    page = visit(digest)
    waiting = page.locator(".month > article > noscript")
    last = page.locator(".month > article").last
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert_visible(last.locator("h3"))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert waiting.count() == 0
    for fold in ("found", "source"):  # what was kept in what was kept
        last.locator(f".{fold} > summary").click()
    assert "noscript" not in last.inner_text()
    assert_visible(last.locator(".source .byline, .source p").first)


def test_on_paper_it_says_what_was_searched_for(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    page.fill("#words", "katokkon")
    assert count(page) == 4
    page.emulate_media(media="print")
    assert_visible(page.locator("#count"))
    behind = "getComputedStyle(document.getElementById('count'), '::after').content"
    assert "katokkon" in page.evaluate(f"document.getElementById('count').dataset.told + {behind}")
    assert_hidden(page.locator("#words"))
    assert_visible(page.locator(".similar > summary", has_text="(1)").locator("visible=true"))


def test_headlines_only(visit: Open, digest: Path, size: str) -> None:
    page = visit(digest, size)
    first = shown(page).first
    page.click("#brief")
    assert_visible(first.locator("h3"))
    assert_hidden(first.locator(".points"))
    first.locator("h3").click()
    assert_visible(first.locator(".points"))
    assert page.evaluate("location.hash") == ""
    page.click("#brief")
    assert_visible(shown(page).nth(1).locator(".points"))


def test_by_keyboard(visit: Open, digest: Path) -> None:
    page = visit(digest)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "words"
    page.keyboard.type("telekonferensi")
    assert count(page) >= 1
    assert page.locator("#count").get_attribute("aria-live") == "polite"


def test_nothing_in_a_document_acts(visit: Open, digest: Path) -> None:
    page = visit(digest)
    page.fill("#words", "janji listrik rahmat")
    assert count(page) == 1
    for fold in shown(page).locator("details > summary").all():
        fold.click()
    assert "</noscript><script>alert(2)</script>" in shown(page).inner_text()
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0


def test_nothing_is_wider_than_the_screen(visit: Open, digest: Path, seed_page: Path) -> None:
    for path in (digest, seed_page):
        page = visit(path, "phone")
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_all_can_be_read_without_scripts(visit: Open, digest: Path) -> None:
    page = visit(digest, scripts=False)
    assert_hidden(page.locator("#filters"))
    heading = page.locator(
        "h3", has_text="Telekoferensi Rakornas"
    )  # not in noscript for Playwright
    article = page.locator("article", has=heading).first
    assert_visible(article.locator(".points"))
    assert "efisiensi" in (article.text_content() or "")
    article.locator(".source summary").click()
    byline = article.locator(".source .byline")
    byline.wait_for(state="visible")
    assert byline.inner_text() == "(set/rik/bow/udn/din)"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_of_a_release(visit: Open, seed_page: Path, size: str, scripts: bool) -> None:
    page = visit(seed_page, size, scripts=scripts)
    assert page.locator(".points .count").inner_text() == "4 dari 4"
    page.locator(".points ol a").nth(3).click()
    target = page.locator(".source :target")
    assert target.inner_text() == "peningkatan kesadaran kesehatan dan keselamatan kerja"
    assert_in_view(target)

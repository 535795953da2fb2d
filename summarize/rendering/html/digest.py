"""The digest of many releases: one page to read, search and filter, in which nothing is fetched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from summarize.languages import CODES, Language, load
from summarize.rendering.html.days import first_day, month_key, month_of, written_date
from summarize.rendering.html.duplicates import fold
from summarize.rendering.html.markup import asset, attributes, escaped, frame
from summarize.rendering.html.numbers import counted
from summarize.rendering.html.overview import (
    Numbered,
    anchor,
    announced_lists,
    biggest_figures,
    most_quoted,
    speakers_of,
    who_said_what,
)
from summarize.rendering.html.stories import NAMED, Story
from summarize.rendering.html.timeline import timeline
from summarize.rendering.html.topics import topics_of

MOST_SUGGESTIONS = 400
UNDATED = "none"  # in the address; an empty month stands for all
AT_ONCE = 40  # articles whose elements the page has from the beginning; the rest come when wanted


def render_digest(stories: Iterable[Story]) -> Iterator[str]:
    """The digest of ``stories`` as one self-contained HTML file, piece by piece.

    Newest first, those without a date last; what nearly repeats another is folded into it.
    """
    numbered = list(enumerate(_by_date(stories), 1))
    language = _language_of([story for _, story in numbered])
    words = language.table("digest")
    return frame(
        _body(numbered, language),
        title=words["digest"],
        language=language,
        styles=asset("base.css") + asset("digest.css"),
        script=asset("jump.js") + asset("overviews.js") + asset("digest.js"),
    )


def _by_date(stories: Iterable[Story]) -> list[Story]:
    return sorted(stories, key=lambda story: first_day(story.day or ""), reverse=True)


def _language_of(stories: Sequence[Story]) -> Language:
    """The language of most of the releases, the first one known if there are none."""
    spoken = Counter(story.language for story in stories)
    return load(max(CODES, key=lambda code: spoken[code]))


def _body(stories: Numbered, language: Language) -> Iterator[str]:
    words = language.table("digest")
    yield f'<a class="skip" href="#releases">{escaped(words["skip"])}</a>\n'
    yield from _masthead(stories, language)
    yield "<aside>\n"
    yield from _filters(stories, language)
    yield from who_said_what(topics_of(stories), language)
    yield from most_quoted(speakers_of(stories), language)
    yield from announced_lists(stories, language)
    yield from biggest_figures(stories, language)
    yield '</aside>\n<main id="releases" tabindex="-1">\n'
    yield from _months(stories, language)
    yield f'<p id="nothing" hidden>{escaped(words["no_match"])}</p>\n</main>\n'


def _masthead(stories: Numbered, language: Language) -> Iterator[str]:
    words = language.table("digest")
    days = [story.day for _, story in stories if story.day]
    months = sorted({month for month in map(month_of, days) if month})
    count = words["releases"].format(count=counted(len(stories), language))
    yield f'<header><p class="meta">{escaped(words["digest"])}</p>\n<h1>{escaped(count)}</h1>\n'
    if months:
        interval = months[0] if len(months) == 1 else f"{months[0]}/{months[-1]}"
        yield f'<p class="meta">{escaped(written_date(interval, language))}</p>\n'
    yield timeline(days, language)
    yield "</header>\n"


def _filters(stories: Numbered, language: Language) -> Iterator[str]:
    words = language.table("digest")
    pattern = attributes(data_count=words["count"], data_thousands=words["thousands"])
    yield f'<form id="filters" role="search"{attributes(aria_label=words["filters"])} hidden>\n'
    yield (
        f'<p><label for="words">{escaped(words["search"])}</label><input id="words" type="search" '
        'aria-keyshortcuts="/" placeholder="/" autocomplete="off" spellcheck="false"></p>\n'
        f'<details id="facets"><summary>{escaped(words["facets"])}</summary><div>\n'
    )
    for kind in NAMED:
        yield _name_filter(kind, words[kind], stories)
    yield _month_filter(stories, language)
    yield (
        f'</div></details>\n<p><output id="count" aria-live="polite"{pattern}></output>'
        f'<button id="brief" type="button" aria-pressed="false">{escaped(words["brief"])}</button>'
        f'<button type="reset">{escaped(words["clear"])}</button></p>\n</form>\n'
    )


def _name_filter(kind: str, label: str, stories: Numbered) -> str:
    """A field for a name, which suggests those in most releases."""
    names = Counter(name for _, story in stories for name in story.names[kind])
    common = sorted(names, key=lambda name: (-names[name], name))[:MOST_SUGGESTIONS]
    options = "".join(f"<option{attributes(value=name)}></option>" for name in common)
    return (
        f'<p><label for="{kind}">{escaped(label)}</label><input id="{kind}" list="{kind}-names" '
        f'autocomplete="off"><datalist id="{kind}-names">{options}</datalist></p>\n'
    )


def _month_filter(stories: Numbered, language: Language) -> str:
    words = language.table("digest")
    months = Counter(month_key(story.day) for _, story in stories)
    options = "".join(
        f"<option{attributes(value=month or UNDATED)}>{escaped(_month_name(month, language))} "
        f"({counted(count, language)})</option>"
        for month, count in months.items()
    )
    return (
        f'<p><label for="month">{escaped(words["month"])}</label><select id="month">'
        f'<option value="">{escaped(words["all_months"])}</option>{options}</select></p>\n'
    )


def _month_name(month: str, language: Language) -> str:
    return written_date(month, language) if month else language.table("digest")["undated"]


def _months(stories: Numbered, language: Language) -> Iterator[str]:
    """The releases under a heading for each month, what is repeated behind what it repeats."""
    first = fold([story.telling for _, story in stories])
    repeats: dict[int, list[tuple[int, Story]]] = {}
    for place, found in enumerate(stories):
        if first[place] != place:
            repeats.setdefault(stories[first[place]][0], []).append(found)
    leading = [found for place, found in enumerate(stories) if first[place] == place]
    made = 0
    for month, group in groupby(leading, key=lambda found: month_key(found[1].day)):
        yield f'<section class="month" id="m-{month}"><h2>{escaped(_month_name(month, language))} '
        yield '<span class="numbers"></span></h2>\n'
        for number, story in group:
            yield story.article(anchor(number), at_once=made < AT_ONCE)
            yield _folded(repeats.get(number, ()), language)
            made += 1
        yield "</section>\n"


def _folded(repeats: Numbered, language: Language) -> str:
    if not repeats:
        return ""
    similar = language.table("digest")["similar"].format(count=counted(len(repeats), language))
    inside = "".join(story.article(anchor(number), at_once=False) for number, story in repeats)
    return f'<details class="similar"><summary>{escaped(similar)}</summary>\n{inside}</details>\n'

"""Press releases made up from parts, for tests and benchmarks that need thousands of them.

``make_releases(folder, 2000, seed=1)`` writes the same files on every machine. They are
Indonesian (a few English), dated between 2019 and 2023, with datelines and bylines in several
styles, people with roles, quotations, announced lists and figures. About one in fifteen is an
earlier one sent again: another headline, a sentence less, other initials at the end.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.synthetic_words import (
    AGENCIES,
    ENGLISH,
    FAMILY_NAMES,
    GIVEN_NAMES,
    MONTHS,
    OFFICES,
    PLACES,
    PURPOSES,
    SAYING,
    TASKS,
    TIMES,
    TOPICS,
    VENUES,
    VOWS,
    WEEKDAYS,
    Topic,
)

SENT_AGAIN = 15  # one release in so many repeats an earlier one
_RECENT = 60  # how far back the repeated one may lie
_FIRST_DAY = datetime.date(2019, 1, 2)
_DAYS = 5 * 365


@dataclass(frozen=True)
class Parts:
    """A release before it is put together."""

    title: str
    dateline: str
    paragraphs: tuple[str, ...]
    byline: str
    day: datetime.date

    @property
    def text(self) -> str:
        first, *others = self.paragraphs
        end = f" {self.byline}" if self.byline else ""
        return "\n".join((self.title, self.dateline + first, *others)) + end + "\n"


def make_releases(folder: Path, count: int, seed: int) -> list[Path]:
    """Write ``count`` releases under ``folder``, by year and month; their paths in order made."""
    paths = []
    for number, parts in enumerate(releases(count, seed)):
        path = folder / f"{parts.day:%Y}" / f"{parts.day:%m}" / f"rilis-{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(parts.text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def releases(count: int, seed: int) -> Iterator[Parts]:
    """``count`` releases in the order of their making; the same ``seed``, the same releases."""
    chance = random.Random(seed)
    officials = _officials(chance)
    recent: list[Parts] = []
    for number in range(count):
        if recent and chance.randrange(SENT_AGAIN) == 0:
            yield _sent_again(chance.choice(recent), chance)
            continue
        parts = _english(chance) if number % 40 == 39 else _indonesian(chance, officials)
        recent = [*recent[-_RECENT:], parts]
        yield parts


def _officials(chance: random.Random) -> dict[tuple[str, str], str]:
    """Who holds which office where: the same person each time."""
    return {
        (place, office): f"{chance.choice(GIVEN_NAMES)} {chance.choice(FAMILY_NAMES)}"
        for place in PLACES
        for office in OFFICES
    }


def _indonesian(chance: random.Random, officials: dict[tuple[str, str], str]) -> Parts:
    place, topic = chance.choice(PLACES), chance.choice(TOPICS)
    office, other = chance.sample(OFFICES, 2)
    day = _FIRST_DAY + datetime.timedelta(chance.randrange(_DAYS))
    person, guest = officials[place, office], officials[place, other]
    what = chance.choice(topic.events)
    lead = (
        f"{office} {place} {person} {chance.choice(topic.verbs)} {what} di "
        f"{chance.choice(VENUES)} {place}, {_date(day, chance)}. "
        f"Kegiatan ini dihadiri {other} {place} {guest} dan "
        f"{chance.randrange(20, 900)} {chance.choice(topic.guests)}."
    )
    middle = [
        _background(topic, chance),
        _announced_list(topic, person, chance),
        _quotation(topic, person, office, chance),
        _quotation(topic, guest, other, chance),
        _figures(topic, place, chance),
    ]
    chance.shuffle(middle)
    return Parts(
        title=f"{office} {place} {chance.choice(topic.titles)} {_short(what)}",
        dateline=_dateline(place, day, chance),
        paragraphs=(lead, *middle[: chance.randrange(3, 6)], _closing(topic, chance)),
        byline=_initials(chance),
        day=day,
    )


def _short(what: str) -> str:
    return " ".join(word.capitalize() if len(word) > 3 else word for word in what.split()[:7])


def _date(day: datetime.date, chance: random.Random) -> str:
    weekday = WEEKDAYS[day.weekday()]
    return chance.choice(
        (
            f"{weekday} ({day.day}/{day.month}/{day.year})",
            f"{weekday} ({day.day:02}/{day.month:02}/{day.year})",
            f"{weekday}, {day.day} {MONTHS[day.month - 1]} {day.year}",
            f"{weekday} ({day.day}/{day.month})",
        )
    )


def _dateline(place: str, day: datetime.date, chance: random.Random) -> str:
    agency = chance.choice(AGENCIES)
    return chance.choice(
        (
            f"{place.upper()} – {agency.upper()}. ",
            f"{place.upper()}, ({day.day}/{day.month}/{day.year}) - ",
            f"{place}, {agency} - ",
            f"{place} ({agency}) - ",
            "",
        )
    )


def _initials(chance: random.Random) -> str:
    if chance.random() < 0.25:
        return ""
    letters = ("set", "rik", "bow", "udn", "din", "fir", "wan", "lia", "nur")
    return f"({'/'.join(chance.sample(letters, chance.randrange(1, 5)))})"


def _background(topic: Topic, chance: random.Random) -> str:
    what, why = chance.choice(topic.events), chance.choice(PURPOSES)
    return (
        f"{chance.choice(topic.openers)} {what} {chance.choice(TIMES)} untuk {why}. "
        f"Pemerintah daerah {chance.choice(VOWS)} {chance.choice(topic.objects)} agar "
        f"{chance.choice(topic.results)}."
    )


def _announced_list(topic: Topic, person: str, chance: random.Random) -> str:
    count = chance.randrange(3, 6)
    items = chance.sample(topic.items, count)
    number = ("tiga", "empat", "lima")[count - 3] if chance.random() < 0.6 else str(count)
    listed = ", ".join(items[:-1]) + f", dan {items[-1]}"
    lead = chance.choice(topic.leads)
    if chance.random() < 0.5:
        return f"“Ada {number} {lead}, yaitu {listed},” {chance.choice(SAYING)} {person}."
    return f"Menurut {person}, terdapat {number} {lead}, yakni {listed}."


def _quotation(topic: Topic, person: str, office: str, chance: random.Random) -> str:
    said = (
        f"{chance.choice(('Kami', 'Kita', 'Pemerintah', 'Saya'))} {chance.choice(VOWS)} "
        f"{chance.choice(topic.objects)} {chance.choice(TIMES)} untuk {chance.choice(PURPOSES)}"
    )
    if chance.random() < 0.5:
        said += f". {chance.choice(TASKS).capitalize()} supaya {chance.choice(topic.results)}"
    speaker = person if chance.random() < 0.5 else f"{office} {person}"
    where = f", {chance.choice(TIMES)}" if chance.random() < 0.3 else ""
    return f"“{said},” {chance.choice(SAYING)} {speaker}{where}."


def _figures(topic: Topic, place: str, chance: random.Random) -> str:
    amount = chance.choice(("miliar", "juta"))
    money = f"Rp {chance.randrange(1, 90)},{chance.randrange(1, 10)} {amount}"
    share = f"{chance.randrange(3, 97)},{chance.randrange(1, 10)} persen"
    return (
        f"{place} menganggarkan {money} untuk {chance.choice(topic.objects)}. Hingga "
        f"{chance.choice(MONTHS)}, capaiannya {share} dan menjangkau "
        f"{chance.randrange(2, 400)}.{chance.randrange(100, 999)} {chance.choice(topic.guests)}."
    )


def _closing(topic: Topic, chance: random.Random) -> str:
    one, other = chance.sample(topic.closings, 2)
    return (
        f"{chance.choice(('Acara', 'Kegiatan', 'Pertemuan', 'Rangkaian acara'))} ditutup dengan "
        f"{one} dan {other}. "
        f"{chance.choice(TASKS).capitalize()} {chance.choice(TIMES)}."
    )


def _english(chance: random.Random) -> Parts:
    day = _FIRST_DAY + datetime.timedelta(chance.randrange(_DAYS))
    name = f"{chance.choice(GIVEN_NAMES)} {chance.choice(FAMILY_NAMES)}"
    place = chance.choice(PLACES)
    pick = {key: chance.choice(values) for key, values in ENGLISH.items() if key != "items"}
    items = chance.sample(ENGLISH["items"], 3)
    return Parts(
        title=f"{place} {pick['title']}",
        dateline=f"{place.upper()} - ",
        paragraphs=(
            f"The mayor of {place}, {name}, {pick['verb']} {pick['object']} on "
            f"{day:%A}, {day.day} {day:%B} {day.year}, {pick['setting']}.",
            f"“We {pick['vow']} {pick['goal']},” said {name}.",
            f"The city will take three steps: {items[0]}, {items[1]}, and {items[2]}.",
            f"The project costs {chance.randrange(2, 80)} million dollars and {pick['end']}.",
        ),
        byline="",
        day=day,
    )


def _sent_again(parts: Parts, chance: random.Random) -> Parts:
    kept = list(parts.paragraphs)
    if len(kept) > 4:
        del kept[chance.randrange(2, len(kept))]
    headline = chance.choice(("Siaran Pers: {}", "{} (Foto)", "Ralat: {}", "{}"))
    return replace(
        parts,
        title=headline.format(parts.title),
        paragraphs=tuple(kept),
        byline=_initials(chance),
    )

"""How speakers are named beside what they say, their roles but once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from summarize.models import Speaker, Summary
from summarize.rendering.sections import Entry, Section
from summarize.rendering.visible import shown, shown_at


def label_of(speaker: Speaker | None, text: str) -> str | None:
    """The name and role of ``speaker``, as far as they are known."""
    if speaker is None:
        return None
    known = (shown_at(speaker.name, text), shown_at(speaker.role, text))
    return ", ".join(part for part in known if part) or None


def speakers_once(sections: Iterable[Section], summary: Summary) -> list[Section]:
    """``sections`` in which each tells a speaker's role once, and no name beside itself."""
    text = summary.release.text
    speakers = [point.speaker for point in summary.points]
    speakers += [quotation.speaker for quotation in summary.findings.quotations]
    names = {
        label_of(speaker, text): shown(speaker.name.of(text))
        for speaker in speakers
        if speaker and speaker.name
    }
    return [
        section._replace(entries=tuple(_speakers_once(section.entries, names)))
        for section in sections
    ]


def _speakers_once(entries: Iterable[Entry], names: Mapping[str | None, str]) -> Iterator[Entry]:
    """``entries`` with less beside them; ``names`` has the name in each label of a speaker."""
    told: set[str | None] = set()
    for entry in entries:
        name = names.get(entry.label)
        if name and name in entry.text:
            yield entry._replace(label=None)
            continue
        yield entry._replace(label=name) if name and entry.label in told else entry
        told.add(entry.label)

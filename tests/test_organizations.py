"""Organisations: ``cases/organizations`` holds texts, ``---``, then ``name | mentions``."""

from pathlib import Path

import pytest

from summarize.findings import find_all
from summarize.models import Entity
from tests.tables import read_release, read_text

CASES = sorted((Path(__file__).parent / "cases" / "organizations").glob("*.txt"))


def _find(source: str, language: str) -> tuple[Entity, ...]:
    return find_all(read_text(source, language).release).organizations


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_organizations_of_a_case(path: Path) -> None:
    source, language, wanted = read_release(path)
    found = _find(source, language)
    assert [entity.name.of(source) for entity in found] == [w.split(" | ")[0] for w in wanted]
    for entity, want in zip(found, wanted, strict=True):
        if " | " in want:
            assert "; ".join(m.of(source) for m in entity.mentions) == want.split(" | ")[1]


def test_a_person_is_no_organization() -> None:
    source = "Ketua KPK Bambang Wijaya hadir."
    assert [entity.name.of(source) for entity in _find(source, "id")] == ["KPK"]

"""Writes the given names of English texts: ``python -m summarize.training given CENSUS OUT``.

CENSUS is a folder with ``dist.female.first`` and ``dist.male.first``, the most frequent names of
the US census of 1990 (public domain; the package ``names`` has them). To these come the first
names of the locales of Faker (MIT), which has to be installed, where they are few enough to be
common ones. OUT has to be the package's own ``languages/en/learnt/given_names.tsv``; afterwards
the tagger is to be learnt anew.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

MOST = {"dist.female.first": 1500, "dist.male.first": 900}  # names of the census
MOST_OF_LOCALE = 400
LOCALES = (
    *("az_AZ", "cs_CZ", "da_DK", "de_DE", "en_GB", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ"),
    *("en_PK", "en_TH", "en_US", "es", "es_AR", "es_CO", "es_ES", "es_MX", "et_EE", "fi_FI"),
    *("fr_BE", "fr_FR", "fr_QC", "ga_IE", "ha_NG", "hr_HR", "hu_HU", "ig_NG", "is_IS", "it_IT"),
    *("lt_LT", "lv_LV", "ne_NP", "nl_BE", "nl_NL", "no_NO", "pl_PL", "pt_BR", "pt_PT", "ro_RO"),
    *("sl_SI", "sv_SE", "sw", "tr_TR", "yo_NG", "zu_ZA"),
)
_WORD = re.compile(r"[^\W\d_]{3,14}")
_LATIN = re.compile(r"[\u0000-\u024f]+")


def words_of(names: Iterator[str]) -> set[str]:
    """The words with a capital that are names by themselves, in lower case."""
    words = {word for name in names for word in re.split(r"[ -]", name)}
    kept = (w for w in words if _WORD.fullmatch(w) and _LATIN.fullmatch(w) and w[0].isupper())
    return {word.lower() for word in kept}


def of_census(folder: Path) -> Iterator[str]:
    """The most frequent names of the census, as written elsewhere."""
    for file, most in MOST.items():
        for line in (folder / file).read_text("utf-8").splitlines()[:most]:
            yield line.split()[0].capitalize()


def of_locale(locale: str) -> Iterator[str]:
    """The first names that Faker has for a locale."""
    provider = import_module(f"faker.providers.person.{locale}").Provider
    for attribute in sorted(vars(provider) | vars(provider.__base__)):
        if attribute.startswith("first_name"):
            yield from _strings(getattr(provider, attribute))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple | set):
        for one in value:
            yield from _strings(one)


def main(argv: Sequence[str]) -> None:
    """Writes the names, sorted, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("census", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args(argv)
    names = words_of(of_census(args.census))
    for locale in LOCALES:
        found = words_of(of_locale(locale))
        names |= found if len(found) <= MOST_OF_LOCALE else set()
    head = "# given names, by summarize.training.given_names, which says from where\n"
    args.out.write_text(head + "".join(f"{n}\n" for n in sorted(names)), "utf-8", newline="\n")

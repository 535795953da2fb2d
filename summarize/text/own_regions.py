"""The regions that a release itself names, which no list has to know."""

from collections.abc import Iterator, Sequence

from summarize.models import Release
from summarize.text.lexicon import Lexicon, is_honorific_word
from summarize.text.tagger import Tagger, Tags
from summarize.text.tokens import Token

_LONGEST_REGION = 3  # words of a region that only the release knows


def dateline_region(release: Release) -> Iterator[str]:
    """The place of the dateline, which completes offices in the story: "Wali Kota …"."""
    place = release.dateline.place if release.dateline else None
    words = place.of(release.text).lower().split() if place else []
    if 0 < len(words) <= _LONGEST_REGION and all(map(str.isalpha, words)):
        yield " ".join(words)


def named_regions(
    tokens: Sequence[Token], tags: Tags, lexicon: Lexicon, tagger: Tagger
) -> Iterator[str]:
    """What a unit names as a region, by the word before it or with which it begins.

    "DPRD Kota Tanjung Seloka setuju", "Bupati Sungai Jernih Ruth Lambe hadir".
    """
    for i, token in enumerate(tokens[:-1]):
        if not token.capital or next(lexicon.regions.at(tokens, i), None):
            continue
        if token.lower in lexicon.landforms and _is_landform(tokens, i, lexicon, tagger):
            yield f"{token.lower} {tokens[i + 1].lower}"
        elif token.lower not in lexicon.region_kinds:
            continue
        elif i and tokens[i - 1].capital and tokens[i - 1].lower in lexicon.regions.kinds:
            yield f"{tokens[i - 1].lower} {token.lower}"  # "Kapolres Tegal Kota"
        else:
            yield from _behind_kind(tokens, tags, i, lexicon, tagger)


def _behind_kind(
    tokens: Sequence[Token], tags: Tags, i: int, lexicon: Lexicon, tagger: Tagger
) -> Iterator[str]:
    """The region behind the word for its kind, if no list has it.

    The first word is of the region whatever it is known for, those behind it may be a name.
    """
    office = i > 0 and tokens[i - 1].lower in lexicon.role_heads  # "Kepala Desa Suparman"
    if office or next(lexicon.regions.at(tokens, i + 1), None):
        return  # no "Kota Magelang Majid Rohmawan"
    sure = _is_surely_kind(tokens, i, lexicon, tagger)
    words, ends = _words_behind(tokens, tags, i, lexicon, tagger)
    if ends and not sure:
        return
    if len(words) >= _LONGEST_REGION and sure:
        del words[1 + (words[0] in lexicon.landforms) :]  # "Kota Wonorejo | Ruth Lambe"
    if 0 < len(words) < _LONGEST_REGION:
        yield " ".join(words)


def _words_behind(
    tokens: Sequence[Token], tags: Tags, i: int, lexicon: Lexicon, tagger: Tagger
) -> tuple[list[str], bool]:
    """The capitalised words behind one; only the first, and true, where a name may follow."""
    words: list[str] = []
    for k in range(i + 1, len(tokens)):
        if not tokens[k].capital or is_honorific_word(tokens[k].lower, lexicon):
            break
        words.append(tokens[k].lower)
        if tags.labels[k] == "PER" or _is_known_name(tokens[k], tagger):
            return words[:1], True
    return words, False


def _is_known_name(token: Token, tagger: Tagger) -> bool:
    """Whether running news have the word in names of people."""
    return tagger.classes.get(token.lower, "?")[0] == "P"


def _is_surely_kind(tokens: Sequence[Token], i: int, lexicon: Lexicon, tagger: Tagger) -> bool:
    """Whether the word names a kind of region and is not the last of one: "Polres Tegal Kota"."""
    before = tokens[i - 1] if i else None
    if before is None or not before.capital:
        return True
    thing = tagger.classes.get(before.lower, "?")[0] in "GO"
    return thing or before.lower in lexicon.organization_words


def _is_landform(tokens: Sequence[Token], i: int, lexicon: Lexicon, tagger: Tagger) -> bool:
    """Whether a region begins with a word for a piece of nature: behind the office of a place.

    Elsewhere it may as well end or begin a person's name: "Akbar Tanjung".
    """
    pair = {token.lower for token in tokens[max(0, i - 1) : i]}
    pair.add(" ".join(token.lower for token in tokens[max(0, i - 2) : i]))
    following, further = tokens[i + 1], tokens[i + 2 : i + 3]
    if not following.capital or is_honorific_word(following.lower, lexicon):
        return False
    if _is_known_name(following, tagger) and not (further and further[0].capital):
        return False  # "Camat Bukit Suparman"
    return not pair.isdisjoint(lexicon.place_roles | lexicon.region_kinds)

"""Who is somebody that may attend: names, roles, groups, organisations."""

from __future__ import annotations

from summarize.findings.lists.lexicon import singular_of
from summarize.findings.lists.token_range import Range, TokenRange

_ACRONYM = 3  # letters in capitals that name an organisation


def is_role_alone(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is a role without a name."""
    is_role = tokens[item[0]].lower in tokens.lexicon.roles
    return is_role and not tokens.names(item)


def is_holder(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is who has the role before it: ``Budi``, ``Letjen TNI Budi``."""
    if begins_with_name(tokens, item[0]):
        return True
    honorifics = tokens.lexicon.honorifics
    words = tokens[item[0] : item[1]]
    ranked = len(words) > 1 and words[0].lower in honorifics
    return ranked and all(word.capital for word in words if word.is_word)


def begins_with_name(tokens: TokenRange, index: int) -> bool:
    return tokens.names((index, index + 1)) and not begins_role(tokens, index)


def begins_role(tokens: TokenRange, index: int) -> bool:
    """Whether a role or a group of people begins at ``index``."""
    word, lexicon = singular_of(tokens[index].lower), tokens.lexicon  # "ketua-ketua partai"
    return word in lexicon.roles or word in lexicon.quantifiers or word in lexicon.attendees


def begins_organization(tokens: TokenRange, index: int) -> bool:
    """Whether an organisation begins at ``index``: ``Kementerian Desa``, ``KLHK``."""
    token = tokens[index]
    if not token.capital:
        return False
    words = tokens.lexicon.organizations
    return token.lower in words or (token.text.isupper() and len(token.text) >= _ACRONYM)


def is_surely_attendee(tokens: TokenRange, item: Range) -> bool:
    """Whether the item is surely attendees: it names one, a role, a group, an organisation."""
    first = item[0]
    return begins_role(tokens, first) or tokens.names(item) or begins_organization(tokens, first)


def may_be_attendee(tokens: TokenRange, index: int) -> bool:
    """Whether an attendee may begin at ``index``."""
    return tokens[index].capital or begins_role(tokens, index)

"""What differs between the languages beside their words."""

from typing import NamedTuple


class Rules(NamedTuple):
    """One language's ways of building names, numbers and dates."""

    modifiers_first: bool  # what qualifies a noun stands before it: "World Bank", "civil engineer"
    bodies_end_in_kind: bool  # "Indonesian Defense Forces", not "Tentara Nasional Indonesia"
    pointing_first: bool  # "this event"; else "kegiatan ini"
    possessive: str  # with which a word points at what was told: "hasilnya"; may be empty
    double_names: bool  # "Jean-Pierre", "Owusu-Ansah" are names; doubled nouns are none
    honorifics_in_organizations: bool  # "RSUD Dr. Soetomo"
    sure_lead: int  # of the tagger for a person, at a name with nothing beside it
    given_lead: int  # and at one that begins with a given name
    acronyms_are_whole: bool  # no "dan" and no other body goes on a name that one begins: "BPS"
    decimal_sign: str
    sign_of_marks: str  # without which a decimal number is no mark: 9.30 is a time, 2.1 a chapter
    spaced_numbers: bool  # "Rp 5. 000", "158, 7 triliun", "60, 4%" are slips, no two numbers
    about: str  # what makes a number a rounded one: "300-an warga", "Rp 1,5 jutaan"; may be empty
    small_number: int  # up to which one in words may tell no quantity: "tiga isu", "two years"
    counts_plurals: bool  # what a number counts ends in "s", behind its adjectives
    month_first: bool  # "June 30, 2020", so that 6/7/2020 can be either day
    months_in_lower_case: bool  # where that is no verb: "may", "march"
    region_behind_town: bool  # a name behind a dateline's comma is no office, which has brackets


RULES = {
    "id": Rules(
        modifiers_first=False,
        bodies_end_in_kind=False,
        pointing_first=False,
        possessive="nya",
        double_names=False,
        honorifics_in_organizations=True,
        sure_lead=600,
        given_lead=600,
        acronyms_are_whole=True,
        decimal_sign=",",
        sign_of_marks=",",
        spaced_numbers=True,
        about="an",
        small_number=12,
        counts_plurals=False,
        month_first=False,
        months_in_lower_case=True,
        region_behind_town=False,
    ),
    "en": Rules(
        modifiers_first=True,
        bodies_end_in_kind=True,
        pointing_first=True,
        possessive="",
        double_names=True,
        honorifics_in_organizations=False,
        sure_lead=1000,
        given_lead=300,
        acronyms_are_whole=False,
        decimal_sign=".",
        sign_of_marks="",
        spaced_numbers=False,
        about="",
        small_number=2,
        counts_plurals=True,
        month_first=True,
        months_in_lower_case=False,
        region_behind_town=True,
    ),
}

"""The event: its title, day and places."""

import pytest

from summarize import summarize

RELEASE = """Bupati Buka Pameran Kopi
{dateline}Bupati Sigi membuka pameran kopi {lead}. Warga hadir sejak pagi.
"Kopi kita terbaik," ujarnya{said}.
Pameran pertama digelar 3 Mei 1999 di Palu.
"""


def event(dateline: str = "", lead: str = "", said: str = "") -> tuple[list[str | None], list[str]]:
    text = RELEASE.format(dateline=dateline, lead=lead, said=said)
    found = summarize(text, language="id").findings.event
    assert found.what is not None
    assert found.what.of(text) == "Bupati Buka Pameran Kopi"
    return [date.value for date in found.dates], [place.of(text) for place in found.places]


_SENAYAN = ["Kompleks Parlemen", "Senayan", "Jakarta"]


@pytest.mark.parametrize(
    ("parts", "days", "places"),
    [
        (
            {"lead": "di Aula Utama Kantor Bupati, Selasa (30/6/2020)"},
            ["2020-06-30"],
            ["Aula Utama Kantor Bupati"],
        ),
        (
            {"lead": "di Desa Lere, Kecamatan Palu Barat, Kota Palu, Minggu (5/3/2023)"},
            ["2023-03-05"],
            ["Desa Lere", "Kecamatan Palu Barat", "Kota Palu"],
        ),
        ({"lead": "di Istana Negara, Jakarta"}, [], ["Istana Negara", "Jakarta"]),
        ({"said": " di Ternate, Kamis, 18 Juni 2020"}, ["2020-06-18"], ["Ternate"]),
        ({"dateline": "PALU - "}, [], ["PALU"]),
        ({"dateline": "PALU, 9 Oktober 2024 - "}, ["2024-10-09"], ["PALU"]),
        (
            {"dateline": "PALU, 9 Oktober 2024 - ", "said": ", Selasa (8/10/2024)"},
            ["2024-10-08"],
            ["PALU"],
        ),
        ({"dateline": "PALU (3/11/2025) - ", "said": ", Senin (3/11)"}, ["2025-11-03"], ["PALU"]),
        (
            {"lead": "di Desa Pombewe, Kecamatan Biromaru pada 17-19 Maret 2022"},
            ["2022-03-17", "2022-03-19"],
            ["Desa Pombewe", "Kecamatan Biromaru"],
        ),
        ({"lead": "di Donggala, Jumat (25/6)"}, [], ["Donggala"]),
        ({"said": " di Kompleks Parlemen, Senayan, Jakarta, Rabu"}, [], _SENAYAN),
        (
            {"said": " di Kompleks Parlemen, Senayan, Jakarta, Rabu (5/6/2019)"},
            ["2019-06-05"],
            _SENAYAN,
        ),
        ({"said": " di kantornya, Donggala (5/6/2019)"}, ["2019-06-05"], ["Donggala"]),
        (
            {"dateline": "BEKASI - ", "said": " di Desa Wanasari, Cibitung, Bekasi, hari ini"},
            [],
            ["Desa Wanasari", "Cibitung", "BEKASI"],
        ),
        ({"lead": "di Donggala, Jumat (19/6)", "said": ", Sabtu (20/6/2020)"}, [], ["Donggala"]),
        ({"lead": "di Donggala kemarin (19/6)", "said": ", Sabtu (20/6/2020)"}, [], ["Donggala"]),
        # a name that a region or a day follows; the hour between a place and its day
        (
            {"said": " saat berkunjung ke Bank Sigi Syariah di Palu, Rabu (5/6/2019)"},
            ["2019-06-05"],
            ["Bank Sigi Syariah", "Palu"],
        ),
        (
            {"lead": "di Taman Kota, depan Kantor Pos Palu, pukul 05.30 WITA, Rabu (5/6/2019)"},
            ["2019-06-05"],
            ["Taman Kota"],
        ),
        # what is visited, and the town beside the day
        (
            {"lead": "usai meninjau pembangunan jembatan Palu IV di Donggala, Rabu (5/6/2019)"},
            ["2019-06-05"],
            ["jembatan Palu IV", "Donggala"],
        ),
        # the day of the event, not that of the statement; one with a slip in its month
        (
            {
                "lead": "yang digelar di Gedung Pemuda pada 9 September 2019",
                "said": " dalam siaran pers, Jumat (20/9/2019)",
            },
            ["2019-09-20"],
            ["Gedung Pemuda"],
        ),
        (
            {
                "lead": ". Pameran digelar di Gedung Pemuda pada 9 September 2019",
                "said": " dalam siaran pers, Jumat (20/9/2019)",
            },
            ["2019-09-09"],
            ["Gedung Pemuda"],
        ),
        (
            {"said": ". Pameran akan dibuka 16-21 September 2019 di Palu"},
            ["2019-09-16", "2019-09-21"],
            ["Palu"],
        ),
        ({"said": " di Donggala, Selasa 10 Septermber 2019"}, ["2019-09-10"], ["Donggala"]),
        (
            {
                "said": " dalam keterangannya, Senin (16/9/2019). Harga kopi naik sejak Kamis, "
                "12 September 2019"
            },
            ["2019-09-16"],
            ["Palu"],
        ),
        (
            {"lead": "di Aula Utama pada 11-12 September 2025", "said": ", Kamis (11/9/2025)"},
            ["2025-09-11", "2025-09-12"],
            ["Aula Utama"],
        ),
        (
            {"lead": "edisi 11-12 September 2025", "said": ", Kamis (11/9/2025)"},
            ["2025-09-11"],
            ["Palu"],
        ),
        (
            {"dateline": "PALU, (19/9) - ", "lead": "di Lapangan Desa Lere (19/9/2019)"},
            ["2019-09-19"],
            ["Lapangan Desa Lere", "PALU"],
        ),
    ],
)
def test_when_and_where(parts: dict[str, str], days: list[str], places: list[str]) -> None:
    assert event(**parts) == (days, places)


def test_nothing_is_known_of_an_empty_text() -> None:
    found = summarize("", language="id").findings.event
    assert (found.what, found.dates, found.places, found.who) == (None, (), (), ())


def test_when_and_where_in_english() -> None:
    text = (
        "Festival Returns\n"
        "The festival will be held on 16-21 September 2019 at Gedung Sate, Bandung. It is free.\n"
        '"We are ready," the mayor said in a press release on Friday, 13 September 2019.\n'
    )
    found = summarize(text, language="en").findings.event
    assert [date.value for date in found.dates] == ["2019-09-16", "2019-09-21"]
    assert [place.of(text) for place in found.places] == ["Gedung Sate", "Bandung"]


@pytest.mark.parametrize(
    ("lead", "days"),
    [
        ("di Aula Utama, Selasa (30/6)", ["Selasa (30/6)"]),
        ("di Aula Utama, Selasa malam", ["Selasa malam"]),
        ("di Aula Utama pada tanggal 21 hingga 22 September 2019", ["21 hingga 22 September 2019"]),
        ("yang disebut “Kopi Senin”", []),
    ],
)
def test_days_are_told_without_their_year(lead: str, days: list[str]) -> None:
    text = RELEASE.format(dateline="", lead=lead, said=" saat ditanya")
    found = summarize(text, language="id").findings.event
    assert [day.of(text) for day in found.days] == days


@pytest.mark.parametrize(
    ("body", "days", "places"),
    [
        (
            "HARBOR FALLS, Ore. (March 3, 2026) – The council opened a pier today.",
            ["March 3, 2026", "today"],
            ["HARBOR FALLS", "Ore."],
        ),
        (
            "ELM CITY and FORD, N.D., April 7, 2026 (WIREPRESS) -- The two dairies merge.",
            ["April 7, 2026"],
            ["ELM CITY", "FORD", "N.D."],
        ),
        (
            "The council opened a pier in Leeds on Tuesday, March 3, 2026.",
            ["Tuesday, March 3, 2026"],
            ["Leeds"],
        ),
        (
            "The pact was signed at the Great Hall in Leeds on Tuesday, March 3, 2026.",
            ["Tuesday, March 3, 2026"],
            ["Great Hall", "Leeds"],
        ),
    ],
)
def test_in_english(body: str, days: list[str], places: list[str]) -> None:
    text = f"Council Opens a Pier\n\n{body}\n\nBoats will return in summer."
    found = summarize(text, language="en").findings.event
    assert [day.of(text) for day in found.days] == days
    assert [place.of(text) for place in found.places] == places


def test_what_weighed_is_told_of_each_place() -> None:
    text = RELEASE.format(dateline="", lead="di Aula Utama, Selasa (30/6/2020)", said="")
    found = summarize(text, language="id").findings.event
    assert len(found.reasons) == len(found.places) == 1
    assert "beside the day +" in found.reasons[0]

"""Dates in all their written forms, and what is wrong with them."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language.entities import parse_entities

TODAY = datetime.date(2025, 11, 22)
FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
MOROCCAN = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"]
MASHREQ = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
DARIJA = [
    "yanayr",
    "febrayr",
    "mars",
    "abril",
    "may",
    "yunyu",
    "yulyuz",
    "ghucht",
    "chotanbir",
    "oktobr",
    "nowanbir",
    "dojanbir",
]
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def date_in(text: str, expects: str | None = None) -> list[tuple[str, str | None]]:
    entities = parse_entities(text, today=TODAY, expects=expects)
    return [(e.value, e.problem) for e in entities if e.name == "date"]


@pytest.mark.parametrize(
    "text",
    [
        "3 mars 1985",
        "03/03/1985",
        "3/3/1985",
        "03-03-1985",
        "03.03.1985",
        "03/03/85",
        "3.3.85",
        "3 mars 85",
        "3 d mars 85",
        "3 mars '85",
        "le 3 Mars 1985",
        "3-mars-1985",
        "3mars1985",
        "1985-03-03",
        "1985/3/3",
        "٣ مارس ١٩٨٥",
        "٠٣/٠٣/١٩٨٥",
        "3 من مارس 1985",
        "يوم 3 مارس سنة 1985",
        "٣ من شهر مارس عام ١٩٨٥",
        "3 شهر 3 عام 1985",
        "tzadit f 3 mars 85",
        "ana mzyod 03 03 1985",
        "née le 3 mars 1985 à Fès",
        "مزيود ف 3 مارس 1985",
        "3 mares 1985",
        "mars 3, 1985",
        "3/mars/1985",
        "03 / 03 / 1985",
    ],
)
def test_a_date_in_its_usual_forms(text: str) -> None:
    assert date_in(text) == [("1985-03-03", None)]


@pytest.mark.parametrize(
    "text", ["03031985", "030385", "3 3 85", "3 3 1985", "03 03 1985", "19850303", "1985 03 03", "3,3,1985", "3-3 85"]
)
def test_a_date_that_was_asked_for_may_be_bare_digits(text: str) -> None:
    assert date_in(text, "date") == [("1985-03-03", None)]


def test_bare_digits_are_no_date_where_none_was_asked_for() -> None:
    assert date_in("03031985") == []
    assert date_in("3 3 85") == []
    assert date_in("06.12.34.56.78") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1er mars 1985", "1985-03-01"),
        ("premier mars 1985", "1985-03-01"),
        ("فاتح مارس 1985", "1985-03-01"),
        ("15 aout 1990", "1990-08-15"),
        ("15 août 1990", "1990-08-15"),
        ("15 fev 1990", "1990-02-15"),
        ("15 ghocht 1990", "1990-08-15"),
        ("15 8ocht 90", "1990-08-15"),
        ("15 غشت 1990", "1990-08-15"),
        ("15 يوليوز 1990", "1990-07-15"),
        ("15 شتنبر 1990", "1990-09-15"),
        ("2 chtanbir 1990", "1990-09-02"),
        ("2 دجنبر 1990", "1990-12-02"),
        ("31 dec 99", "1999-12-31"),
        ("5 juil. 2001", "2001-07-05"),
        ("12/11/1990", "1990-11-12"),
    ],
)
def test_months_of_morocco(text: str, value: str) -> None:
    assert date_in(text) == [(value, None)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22/11/25", "2025-11-22"),
        ("23/11/25", "1925-11-23"),
        ("31/12/25", "1925-12-31"),
        ("01/01/26", "1926-01-01"),
        ("29/02/00", "2000-02-29"),
        ("29/02/24", "2024-02-29"),
        ("5 mai 07", "2007-05-05"),
    ],
)
def test_a_two_digit_year_is_in_the_past(text: str, value: str) -> None:
    assert date_in(text) == [(value, None)]


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("31/02/1985", "", "impossible"),
        ("13/25/1985", "", "impossible"),
        ("00/03/1985", "", "impossible"),
        ("32 mars 1985", "", "impossible"),
        ("29/02/1985", "", "impossible"),
        ("30 فبراير 1990", "", "impossible"),
        ("29/02/26", "", "impossible"),
        ("31/12/1899", "1899-12-31", "too_old"),
        ("3 mars 1085", "1085-03-03", "too_old"),
        ("03/03/0000", "", "impossible"),
    ],
)
def test_a_date_that_cannot_be_used_says_why(text: str, value: str, problem: str) -> None:
    assert date_in(text) == [(value, problem)]


@pytest.mark.parametrize(
    "text",
    [
        "03 85",
        "1985",
        "mars 85",
        "mars 1985",
        "3 mars",
        "03/1985",
        "3/3",
        "tzadit f 1985",
        "مارس",
        "f 85",
        "30385",
        "3 3 198",
    ],
)
def test_a_part_of_a_date_is_never_completed(text: str) -> None:
    assert date_in(text, "date") == [("", "ambiguous")]


@pytest.mark.parametrize(
    "text",
    ["wach khassni 2 dyal lwra9", "3ndi 40 3am", "شكرا", "f mars 2026 ghadi ykon score jdid w chno ndir", "500 dh"],
)
def test_other_messages_hold_no_date_even_where_one_was_asked_for(text: str) -> None:
    assert date_in(text, "date") == []


@pytest.mark.parametrize("text", ["3 mars 20 dh", "le 3 mars 10h30", "loi 72.18", "decret 2.21.582", "24/7", "3 mars"])
def test_numbers_that_are_no_date(text: str) -> None:
    assert date_in(text) == []


def _forms(date: datetime.date) -> list[tuple[str, str | None]]:
    day, month, year, index = date.day, date.month, date.year, date.month - 1
    return [
        (date.isoformat(), None),
        (f"{day:02}/{month:02}/{year}", None),
        (f"{day}.{month}.{year}", None),
        (f"{day}-{month}-{year}", "date"),
        (f"{day} {FRENCH[index]} {year}", None),
        (f"{day} {MOROCCAN[index]} {year}".translate(ARABIC_DIGITS), None),
        (f"{day} {MASHREQ[index]} {year}", None),
        (f"{day} {DARIJA[index]} {year}", None),
        (f"{day:02}{month:02}{year}", "date"),
        (f"{day} {month} {year}", "date"),
        (f"{day}/{month}/{year}".translate(ARABIC_DIGITS), "date"),
    ]


@settings(max_examples=400, deadline=None)
@given(st.dates(datetime.date(1900, 1, 1), TODAY))
def test_every_date_is_read_back_from_all_its_forms(date: datetime.date) -> None:
    for text, expects in _forms(date):
        assert date_in(text, expects) == [(date.isoformat(), None)], text


@settings(max_examples=400, deadline=None)
@given(st.dates(datetime.date(1925, 11, 23), TODAY))
def test_a_date_of_the_last_hundred_years_is_read_back_with_two_digits(date: datetime.date) -> None:
    short = f"{date.year % 100:02}"
    forms = [
        f"{date.day}/{date.month}/{short}",
        f"{date.day:02}{date.month:02}{short}",
        f"{date.day} {date.month} {short}",
        f"{date.day} {FRENCH[date.month - 1]} {short}",
        f"{date.day} {MOROCCAN[date.month - 1]} {short}",
    ]
    for text in forms:
        assert date_in(text, "date") == [(date.isoformat(), None)], text


@given(st.dates(datetime.date(2025, 11, 23), datetime.date(2099, 12, 31)))
def test_a_date_to_come_is_never_taken_for_a_birth_date(date: datetime.date) -> None:
    for text, expects in _forms(date):
        problem = "future" if expects == "date" else None
        assert date_in(text, expects) == [(date.isoformat(), problem)], text
        assert date_in(text, "date") == [(date.isoformat(), "future")], text

"""Every value an extract may hold: how it is read, and the sentence when it cannot be."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.registry.extracts.columns import Column, catalogue
from backend.registry.extracts.validation import check_row
from backend.registry.extracts.values import BadValueError, read_value
from backend.scores.formula import load_formula

TODAY = date(2026, 11, 22)
COLUMNS = {(kind, c.name): c for kind, definition in catalogue().kinds.items() for c in definition.columns}


def column(path: str) -> Column:
    kind, _, name = path.partition(".")
    return COLUMNS[kind, name]


GOOD: list[tuple[str, str, Any]] = [
    ("households.idcs", "48 2017 5936", "4820175936"),
    ("households.idcs", "\u200f0671520943\u200e", "0671520943"),
    ("households.cnie", "bk 123456", "BK123456"),
    ("households.cnie", "A1", "A1"),
    ("households.cnie", "", None),
    ("households.given_name", "  Fatima \t Zahra ", "Fatima Zahra"),
    ("households.given_name", "فاطمة الزهراء", "فاطمة الزهراء"),
    ("households.given_name", "Aicha\u0308", "Aich\u00e4"),
    ("households.family_name", "M'Hamdi-Ait Ali", "M'Hamdi-Ait Ali"),
    ("households.birth_date", "1961-03-14", date(1961, 3, 14)),
    ("households.birth_date", "14/03/1961", date(1961, 3, 14)),
    ("households.birth_date", "1/3/1961", date(1961, 3, 1)),
    ("households.birth_date", "1900-01-01", date(1900, 1, 1)),
    ("households.birth_date", "2026-11-22", TODAY),
    ("households.phone", "0612345678", "+212612345678"),
    ("households.phone", "+212 6 12-34-56-78", "+212612345678"),
    ("households.phone", "00212612345678", "+212612345678"),
    ("households.phone", "612345678", "+212612345678"),
    ("households.phone", "+33612345678", "+33612345678"),
    ("households.phone", "", None),
    ("households.declarant", "YES", True),
    ("households.declarant", "non", False),
    ("households.setting", "Rural", "rural"),
    ("households.region", "12", 12),
    ("households.region", "05", 5),
    ("households.region", "Fès-Meknès", 3),
    ("households.region", "fes meknes", 3),
    ("households.region", "الدار البيضاء سطات", 6),
    ("scores.score", "9.3264284", Decimal("9.3264284")),
    ("scores.score", "9,3264284", Decimal("9.3264284")),
    ("scores.score", "9.50", Decimal("9.50")),
    ("scores.score", "99.999999999999999999999999999999", Decimal("99.999999999999999999999999999999")),
    ("scores.notified_on", "", None),
    ("scores.declared", "", None),
    ("scores.declared", '{"rooms": 2, "has_garage": true}', {"rooms": 2, "has_garage": True}),
    ("coverage.registration_number", "12-34 567 a", "1234567A"),
    ("contributions.period", "2026-11", date(2026, 11, 1)),
    ("contributions.due", "215.4", Decimal("215.4")),
    ("contributions.due", "0", Decimal(0)),
    ("contributions.paid", "215,40", Decimal("215.40")),
    ("contributions.next_debit_on", "2026-12-01", date(2026, 12, 1)),
    ("contributions.declared_days", "0", 0),
    ("centres.latitude", "33.9987", Decimal("33.9987")),
    ("centres.longitude", "-6,8481", Decimal("-6.8481")),
]


@pytest.mark.parametrize(("path", "text", "value"), GOOD)
def test_good_value(path: str, text: str, value: Any) -> None:
    found = read_value(column(path), text, TODAY)
    assert found == value
    assert type(found) is type(value)


def test_score_keeps_its_zeros() -> None:
    assert str(read_value(column("scores.score"), "9.5000", TODAY)) == "9.5000"


BAD: list[tuple[str, str, str]] = [
    ("households.household_reference", "", "is empty"),
    ("households.household_reference", "x" * 41, "longer than 40"),
    ("households.setting", "town", "must be one of urban, rural"),
    ("households.region", "0", "1 to 12"),
    ("households.region", "13", "1 to 12"),
    ("households.region", "Atlantis", "1 to 12"),
    ("households.idcs", "", "is empty"),
    ("households.idcs", "123456789", "10 digits (a spreadsheet drops zeros"),
    ("households.idcs", "12345678901", "must have 10 digits"),
    ("households.idcs", "12345O7890", "must have 10 digits"),
    ("households.idcs", "٤٨٢٠١٧٥٩٣٦", "must have 10 digits"),
    ("households.idcs", "4.82018E+09", "must have 10 digits"),
    ("households.cnie", "ABC123456", "1 or 2 letters"),
    ("households.cnie", "123456", "1 or 2 letters"),
    ("households.cnie", "A1234567", "1 or 2 letters"),
    ("households.given_name", "  ", "is empty"),
    ("households.given_name", "123", "is not a name"),
    ("households.given_name", "a" * 101, "is not a name"),
    ("households.given_name", "Ali\x00", "control character"),
    ("households.birth_date", "31/02/1990", "is not a day of the calendar"),
    ("households.birth_date", "1990-13-01", "is not a day of the calendar"),
    ("households.birth_date", "14/03/61", "is not a date"),
    ("households.birth_date", "19900131", "is not a date"),
    ("households.birth_date", "1990-01-31T00:00", "is not a date"),
    ("households.birth_date", "31/12/1899", "is before 1900"),
    ("households.birth_date", "2026-11-23", "is in the future"),
    ("households.birth_date", "9999-01-01", "is before 1900 or after 2100"),
    ("households.phone", "12", "is not a possible phone number"),
    ("households.phone", "06123456789", "is not a possible phone number"),
    ("households.phone", "unknown", "is not a phone number"),
    ("households.declarant", "maybe", "must be yes or no"),
    ("scores.score", "0", "more than 0"),
    ("scores.score", "0.0", "more than 0"),
    ("scores.score", "100", "is not a score"),
    ("scores.score", "-9.3", "is not a score"),
    ("scores.score", "9.3e0", "is not a score"),
    ("scores.score", "9 3264284", "is not a score"),
    ("scores.score", "9,326,428", "is not a score"),
    ("scores.score", "NaN", "is not a score"),
    ("scores.score", "9." + "1" * 31, "is not a score"),
    ("scores.computed_on", "2027-01-01", "is in the future"),
    ("scores.notified_by", "pigeon", "must be one of sms"),
    ("scores.declared", "rooms=2", "is not JSON"),
    ("scores.declared", "[1]", "is not a JSON object"),
    ("scores.declared", '{"swimming_pools": 1}', "unknown input"),
    ("scores.declared", '{"rooms": "two"}', "true, false and numbers"),
    ("scores.declared", '{"rooms": null}', "true, false and numbers"),
    ("scores.declared", '{"rooms": NaN}', "true, false and numbers"),
    ("scores.declared", '{"rooms": 1e999}', "true, false and numbers"),
    ("scores.declared", '{"rooms": ' + "9" * 400 + "}", "true, false and numbers"),
    ("scores.declared", '{"rooms": ' + "9" * 5000 + "}", "is not JSON"),
    ("scores.declared", '{"rooms": 1, "rooms": 2}', "names an input twice"),
    ("scores.declared", "[" * 15000, "is not JSON"),
    ("coverage.regime", "ramed", "must be one of amo_tadamon"),
    ("coverage.status", "", "is empty"),
    ("coverage.since", "tomorrow", "is not a date"),
    ("coverage.reason", "because", "must be one of unpaid_contributions"),
    ("coverage.registration_number", "1" * 21, "1 to 20 letters or digits"),
    ("contributions.period", "2026-12", "is in the future"),
    ("contributions.period", "11/2026", "is not a month"),
    ("contributions.period", "2026-00", "is not a day of the calendar"),
    ("contributions.due", "-1", "is not an amount"),
    ("contributions.due", "1.234", "is not an amount"),
    ("contributions.due", "1,234.50", "is not an amount"),
    ("contributions.due", "1 234", "is not an amount"),
    ("contributions.paid", "ten", "is not an amount"),
    ("contributions.next_debit_on", "2026-02-30", "is not a day of the calendar"),
    ("contributions.declared_days", "32", "from 0 to 31"),
    ("contributions.declared_days", "2.5", "from 0 to 31"),
    ("centres.latitude", "91", "from -90 to 90"),
    ("centres.longitude", "west", "is not a number of degrees"),
    ("centres.name", "n" * 301, "longer than 300"),
]


@pytest.mark.parametrize(("path", "text", "sentence"), BAD)
def test_bad_value(path: str, text: str, sentence: str) -> None:
    with pytest.raises(BadValueError) as caught:
        read_value(column(path), text, TODAY)
    assert sentence in str(caught.value)


def test_every_column_that_can_be_wrong_is_tried() -> None:
    free = {"household_reference", "idcs", "family_name", "city", "address", "hours", "source", "code"}
    tried = {path.partition(".")[2] for path, _, _ in BAD}
    names = {name for _, name in COLUMNS}
    same_as = {"notified_on", "paid_on", "next_debit_amount", "method", "kind", "demo"}  # types tried elsewhere
    assert names - tried - free <= same_as


def test_every_official_region_name_is_known() -> None:
    for region in load_formula().regions:
        for name in (region.name.fr, region.name.ar, str(region.code)):
            assert read_value(column("households.region"), name, TODAY) == region.code


def test_all_reasons_of_a_row_are_given_without_the_values() -> None:
    cells = dict.fromkeys(catalogue().kinds["households"].names, "")
    cells |= {"idcs": "777", "birth_date": "31/02/1990", "phone": "12", "region": "99", "given_name": "Zineb"}
    _, reasons = check_row("households", catalogue().kinds["households"], cells, TODAY)
    text = " ".join(reasons)
    for name in ("household_reference", "setting", "region", "idcs", "family_name", "birth_date", "phone", "declarant"):
        assert f"{name} " in text
    assert "given_name" not in text
    assert "777" not in text


def test_notification_before_computation_is_refused() -> None:
    cells = {"household_reference": "A", "score": "9.1", "computed_on": "2026-10-02", "notified_on": "2026-10-01"}
    cells |= {"notified_by": "sms", "declared": ""}
    kind = catalogue().kinds["scores"]
    assert check_row("scores", kind, cells, TODAY)[1] == ["notified_on is before computed_on."]
    assert check_row("scores", kind, cells | {"notified_on": "02/10/2026"}, TODAY)[1] == []
    assert check_row("scores", kind, cells | {"computed_on": "?"}, TODAY)[1] == [
        "computed_on is not a date: write YYYY-MM-DD or DD/MM/YYYY."
    ]


def test_coordinates_come_together() -> None:
    cells = {c.name: c.example for c in catalogue().kinds["centres"].columns} | {"longitude": ""}
    reasons = check_row("centres", catalogue().kinds["centres"], cells, TODAY)[1]
    assert reasons == ["latitude and longitude must be given together."]


@given(st.sampled_from(sorted(COLUMNS)), st.text(max_size=60))
def test_any_text_is_a_value_or_a_sentence(key: tuple[str, str], text: str) -> None:
    value, sentence = None, ""
    try:
        value = read_value(COLUMNS[key], text, TODAY)
    except BadValueError as error:
        sentence = str(error)
    assert sentence or value is not None or not COLUMNS[key].required

"""The fact files that are shipped: valid, and saying what the sources say."""

from datetime import date, timedelta

import pytest

from backend.facts.book import FACTS_FOLDER, FactBook, Grade, UnknownFact

CHECKED = date(2026, 11, 22)
BOOK = FactBook.from_folder(FACTS_FOLDER)

# What people are told most, with what it rests on.
STATED = [
    ("amo_tadamon.threshold", "9.3264284", "B"),
    ("asd.threshold", "9.743001", "B"),
    ("review.window", "60", "B"),
    ("change.declare_within", "30", "B"),
    ("false_declaration.fine_min", "2000", "B"),
    ("false_declaration.fine_max", "5000", "B"),
    ("asd.appeal_within", "15", "B"),
    ("asd.answer_within", "30", "B"),
    ("chikaya.answer_within", "60", "B"),
    ("care_sheet.deadline", "2", "B"),
    ("amo_tns.waiting_period", "3", "B"),
    ("amo_tns.warning_after", "30", "B"),
    ("amo_tns.automatic_registration_after", "30", "B"),
    ("amo_tadamon.child_age_max", "21", "A"),
    ("cnss.phone", "3939", "A"),
    ("asd.household_min", "500", "A"),
    ("score.variables_urban", "35", "B"),
    ("score.variables_rural", "28", "B"),
    ("amo_salaried.employee_rate", "2.26", "B"),
]
NEVER_STATED = [
    "amo_achamil.bracket_1.amount",
    "amo_achamil.waiting_period",
    "amo_tns.rate",
    "asd.birth_ask_within",
    "asd.orphan",
    "asd.school_premium_primary",
    "centres.number",
    "refund.ambulatory",
    "review.answer_deadline",
    "review.day_count",
    "rsu.phone",
    "score.revision_content",
]


@pytest.mark.parametrize(("fact_id", "value", "grade"), STATED)
def test_what_is_told_most_is_in_the_book(fact_id: str, value: str, grade: str) -> None:
    fact = BOOK.get(fact_id, CHECKED)
    assert (fact.text(), BOOK.grade(fact, CHECKED)) == (value, grade)
    assert BOOK.may_state(fact, CHECKED)


@pytest.mark.parametrize("fact_id", NEVER_STATED)
def test_what_is_doubtful_may_not_be_stated(fact_id: str) -> None:
    assert not BOOK.may_state(BOOK.get(fact_id, CHECKED), CHECKED)


def test_the_two_thresholds_name_their_comparison() -> None:
    tadamon, direct_aid = (BOOK.get(name, CHECKED) for name in ("amo_tadamon.threshold", "asd.threshold"))
    assert (tadamon.operator, tadamon.equality_verified) == ("<=", True)
    assert (direct_aid.operator, direct_aid.equality_verified) == ("<=", False)


@pytest.mark.parametrize(
    ("day", "in_school", "out_of_school"),
    [
        ("2023-12-01", "200", "150"),
        ("2024-12-31", "200", "150"),
        ("2025-01-01", "250", "175"),
        ("2025-12-31", "250", "175"),
        ("2026-01-01", "300", "200"),
        ("2026-11-22", "300", "200"),
    ],
)
def test_child_amounts_step_up_each_january(day: str, in_school: str, out_of_school: str) -> None:
    as_of = date.fromisoformat(day)
    assert BOOK.get("asd.child_1_to_3", as_of).text() == in_school
    assert BOOK.get("asd.child_1_to_3_out_of_school", as_of).text() == out_of_school


def test_the_orphan_amount_is_known_until_2025_only() -> None:
    assert [BOOK.get("asd.orphan", date(year, 6, 1)).value for year in (2024, 2025, 2026)] == ["350", "375", None]


def test_every_version_is_found_on_its_first_and_last_day_and_not_beside_them() -> None:
    for fact in BOOK:
        for edge, step in ((fact.valid_from, -1), (fact.valid_to, 1)):
            if edge is None:
                continue
            assert BOOK.get(fact.id, edge) == fact
            try:
                beside = BOOK.get(fact.id, edge + timedelta(days=step))
            except UnknownFact:
                continue
            assert beside != fact


def test_an_unverified_fact_has_no_value_and_says_what_is_not_known() -> None:
    unverified = [fact for fact in BOOK if fact.confidence is Grade.UNVERIFIED]
    assert len(unverified) > 20
    assert all(fact.value is None and fact.note for fact in unverified)


def test_every_fact_was_checked_and_is_fresh_for_180_days() -> None:
    assert {fact.checked_on for fact in BOOK} == {CHECKED}
    for fact in BOOK:
        assert BOOK.grade(fact, CHECKED + timedelta(days=180)) is fact.confidence


def test_the_file_of_official_sites_agrees_with_the_contacts() -> None:
    official = BOOK.get("fraud.official_sites", CHECKED).text().split(", ")
    for fact_id in ("cnss.site", "cnss.insured_space", "cnss.employer_portal", "rnp.site", "rsu.site", "anss.site"):
        assert BOOK.get(fact_id, CHECKED).text().removeprefix("www.") in official
    for fact_id in ("asd.portal", "chikaya.site", "amo_achamil.application_page", "amo_tadamon.online_space"):
        assert BOOK.get(fact_id, CHECKED).text().removeprefix("www.") in official

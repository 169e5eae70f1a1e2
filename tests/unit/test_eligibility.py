"""The rights engine: every threshold, date and age at and beside its limit; facts decide, and code holds none."""

import re
import shutil
import uuid
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.answers import general, verdicts
from backend.answers.model import Asker, Score
from backend.answers.rendering import render
from backend.entitlements.changes import compare, declare_by, duties
from backend.entitlements.eligibility import Outcome, Ruling, Verdict, evaluate
from backend.entitlements.grounds import Grounds
from backend.entitlements.periods import months_after
from backend.entitlements.rules import RULES_FOLDER, RulesError, load_rules
from backend.entitlements.situation import Activity, Relation, Situation
from backend.facts.book import FACTS_FOLDER, FactBook
from backend.settings import get_settings
from language.entities import Entity

TODAY = date(2026, 11, 22)
BOOK = FactBook.from_folder()
NOW = Grounds(BOOK, TODAY, TODAY)
RULES = load_rules()
NOBODY_ELSE: dict[str, Any] = {"activity": Activity.NONE, "other_cover": False}
ORDER = [Ruling.NOT_ELIGIBLE, Ruling.UNKNOWN, Ruling.DEPENDS, Ruling.ELIGIBLE]


def asker(variety: str, channel: str, *entities: Entity) -> Asker:
    """Somebody unverified, with what their question holds."""
    return Asker(conversation_id=uuid.UUID(int=1), channel=channel, variety=variety, entities=entities)


def verdict(right: str, situation: Situation, grounds: Grounds = NOW) -> Verdict:
    return next(found for found in evaluate(situation, grounds) if found.right == right)


def ruling(right: str, grounds: Grounds = NOW, **known: Any) -> Ruling:
    return verdict(right, Situation(**known), grounds).ruling


def with_fact(tmp_path: Path, file: str, old: str, new: str) -> FactBook:
    """The facts with one text replaced, as an operator would."""
    folder = tmp_path / "facts"
    if not folder.exists():
        shutil.copytree(FACTS_FOLDER, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return FactBook.from_folder(folder)


# Thresholds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("score", "tadamon", "achamil"),
    [
        ("9.3264283", Ruling.ELIGIBLE, Ruling.NOT_ELIGIBLE),
        ("9.3264284", Ruling.ELIGIBLE, Ruling.NOT_ELIGIBLE),
        ("9.32642840", Ruling.ELIGIBLE, Ruling.NOT_ELIGIBLE),
        ("9.32642844", Ruling.NOT_ELIGIBLE, Ruling.ELIGIBLE),
        ("9.3264285", Ruling.NOT_ELIGIBLE, Ruling.ELIGIBLE),
        ("9.50", Ruling.NOT_ELIGIBLE, Ruling.ELIGIBLE),
    ],
)
def test_the_tadamon_threshold_parts_tadamon_from_achamil(score: str, tadamon: Ruling, achamil: Ruling) -> None:
    assert ruling("amo_tadamon", score=Decimal(score), **NOBODY_ELSE) is tadamon
    assert ruling("amo_achamil", score=Decimal(score), **NOBODY_ELSE) is achamil


@pytest.mark.parametrize(
    ("score", "expected", "outcome"),
    [
        ("9.7430009", Ruling.DEPENDS, Outcome.MET),
        ("9.743001", Ruling.UNKNOWN, Outcome.AT_LIMIT),
        ("9.7430010", Ruling.UNKNOWN, Outcome.AT_LIMIT),
        ("9.7430011", Ruling.NOT_ELIGIBLE, Outcome.FAILED),
    ],
)
def test_direct_aid_never_promises_and_leaves_its_limit_open(score: str, expected: Ruling, outcome: Outcome) -> None:
    found = verdict("direct_aid", Situation(score=Decimal(score)))
    reason = found.reason("score_within")
    assert reason is not None
    assert (found.ruling, reason.outcome) == (expected, outcome)


@given(st.decimals(8, 12, places=9), st.decimals(8, 12, places=9), st.sampled_from([None, *Activity]), st.booleans())
def test_a_higher_score_never_opens_more_nor_closes_achamil(
    one: Decimal, other: Decimal, activity: Activity | None, cover: bool
) -> None:
    low, high = sorted((one, other))
    for right, direction in (("amo_tadamon", 1), ("direct_aid", 1), ("amo_achamil", -1)):
        first, second = (
            ORDER.index(ruling(right, score=score, activity=activity, other_cover=cover)) for score in (low, high)
        )
        assert (first - second) * direction >= 0, right


# Conditions besides the score ----------------------------------------------------------------------------------------


def test_tadamon_asks_for_no_other_cover() -> None:
    low = Decimal("9.1")
    assert ruling("amo_tadamon", score=low, other_cover=True) is Ruling.NOT_ELIGIBLE
    assert ruling("amo_tadamon", score=low, other_cover=False) is Ruling.ELIGIBLE
    unknown = verdict("amo_tadamon", Situation(score=low))
    assert (unknown.ruling, unknown.missing) == (Ruling.DEPENDS, ("other_cover",))


@pytest.mark.parametrize("activity", [Activity.SALARIED, Activity.SELF_EMPLOYED])
def test_whoever_works_is_not_promised_tadamon(activity: Activity) -> None:
    found = verdict("amo_tadamon", Situation(score=Decimal("9.1"), other_cover=False, activity=activity))
    reason = found.reason("no_own_scheme")
    assert reason is not None
    assert (found.ruling, reason.outcome, found.missing) == (Ruling.DEPENDS, Outcome.OPEN, ())


@pytest.mark.parametrize("activity", [Activity.SALARIED, Activity.SELF_EMPLOYED])
def test_achamil_is_for_people_without_activity_and_cover(activity: Activity) -> None:
    assert ruling("amo_achamil", score=Decimal("9.9"), activity=activity, other_cover=False) is Ruling.NOT_ELIGIBLE
    covered: dict[str, Any] = {"activity": Activity.NONE, "other_cover": True}
    assert ruling("amo_achamil", score=Decimal("9.9"), **covered) is Ruling.NOT_ELIGIBLE
    assert verdict("amo_achamil", Situation(score=Decimal("9.9"))).missing == ("activity", "other_cover")


@pytest.mark.parametrize("right", ["amo_tadamon", "amo_achamil", "direct_aid"])
def test_without_the_rsu_there_is_none_of_them(right: str) -> None:
    found = verdict(right, Situation(in_rsu=False, **NOBODY_ELSE))
    assert (found.ruling, found.step.id) == (Ruling.NOT_ELIGIBLE, "register_rsu")


@pytest.mark.parametrize("trade", RULES.trades)
def test_every_trade_of_the_self_employed_comes_under_tns(trade: str) -> None:
    assert ruling("amo_tns", trade=trade) is Ruling.ELIGIBLE
    assert ruling("amo_salaried", trade=trade) is Ruling.NOT_ELIGIBLE


def test_a_salaried_person_depends_on_the_employers_declaration() -> None:
    known: dict[str, Any] = {"activity": Activity.SALARIED}
    assert verdict("amo_salaried", Situation(**known)).missing == ("employer_declares",)
    assert ruling("amo_salaried", **known, employer_declares=True) is Ruling.ELIGIBLE
    assert ruling("amo_salaried", **known, employer_declares=False) is Ruling.NOT_ELIGIBLE


def test_nothing_known_leaves_every_right_open_and_says_what_is_missing() -> None:
    for found in evaluate(Situation(), NOW):
        assert found.ruling is Ruling.DEPENDS
        assert found.missing


# Waiting and payment -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("registered_on", "as_of", "expected"),
    [
        ("2026-08-23", "2026-11-22", Ruling.NOT_ELIGIBLE),
        ("2026-08-22", "2026-11-22", Ruling.ELIGIBLE),
        ("2025-11-30", "2026-02-27", Ruling.NOT_ELIGIBLE),
        ("2025-11-30", "2026-02-28", Ruling.ELIGIBLE),
        ("2023-11-30", "2024-02-28", Ruling.NOT_ELIGIBLE),
        ("2023-11-30", "2024-02-29", Ruling.ELIGIBLE),
    ],
)
def test_tns_opens_on_the_day_after_the_three_months(registered_on: str, as_of: str, expected: Ruling) -> None:
    grounds = Grounds(BOOK, date.fromisoformat(as_of), TODAY)
    situation = Situation(
        activity=Activity.SELF_EMPLOYED, registered_on=date.fromisoformat(registered_on), paid_up=True
    )
    found = verdict("amo_tns", situation, grounds)
    assert found.ruling is expected
    assert found.is_not_yet is (expected is Ruling.NOT_ELIGIBLE)


def test_tns_is_tied_to_payment() -> None:
    found = verdict("amo_tns", Situation(activity=Activity.SELF_EMPLOYED, paid_up=False))
    assert (found.ruling, found.step.id, found.is_not_yet) == (Ruling.NOT_ELIGIBLE, "pay", False)


def test_a_waiting_period_of_a_single_report_closes_nothing_and_shows_no_figure() -> None:
    yesterday = TODAY - timedelta(days=1)
    found = verdict("amo_achamil", Situation(score=Decimal("9.9"), registered_on=yesterday, **NOBODY_ELSE))
    reason = found.reason("waited")
    assert reason is not None
    assert (found.ruling, reason.outcome, reason.figure, reason.facts) == (
        Ruling.ELIGIBLE,
        Outcome.REPORTED,
        None,
        (),
    )
    assert [fact.id for fact in reason.reported] == ["amo_achamil.waiting_period"]


def test_a_waiting_period_counts_once_its_fact_is_well_founded(tmp_path: Path) -> None:
    book = with_fact(
        tmp_path, "amo_achamil.yml", "source: lebrief.ma\n    source_date: 2025\n    source_tag: Presse\n"
        "    checked_on: 2026-11-22\n    confidence: C", "source: cnss.ma\n    source_tag: CNSS\n"
        "    checked_on: 2026-11-22\n    confidence: A",
    )  # fmt: skip
    known = {"score": Decimal("9.9"), "registered_on": TODAY - timedelta(days=1), **NOBODY_ELSE}
    assert ruling("amo_achamil", Grounds(book, TODAY, TODAY), **known) is Ruling.NOT_ELIGIBLE


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.integers(0, 36), st.integers(0, 36))
def test_months_add_up_and_never_pass_into_the_next_month(day: date, months: int, more: int) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert months_after(day, months + more) >= later


# Dates ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("right", "first_day", "known"),
    [
        ("amo_tadamon", "2022-12-01", {"score": Decimal("9.1"), "other_cover": False}),
        ("amo_achamil", "2024-01-01", {"score": Decimal("9.9"), **NOBODY_ELSE}),
        ("direct_aid", "2023-12-02", {"score": Decimal("9.1")}),
    ],
)
def test_a_right_begins_on_its_first_day(right: str, first_day: str, known: dict[str, Any]) -> None:
    begins = date.fromisoformat(first_day)
    on, before = Grounds(BOOK, begins, TODAY), Grounds(BOOK, begins - timedelta(days=1), TODAY)
    assert ruling(right, on, **known) in {Ruling.ELIGIBLE, Ruling.DEPENDS}
    too_early = verdict(right, Situation(**known), before)
    assert (too_early.ruling, too_early.is_not_yet) == (Ruling.NOT_ELIGIBLE, True)


@pytest.mark.parametrize(("days", "may"), [(180, True), (181, False)])
def test_once_facts_are_too_old_nothing_is_ruled_on_them(days: int, may: bool) -> None:
    later = TODAY + timedelta(days=days)
    found = verdict("amo_tadamon", Situation(score=Decimal("9.1"), other_cover=False), Grounds(BOOK, later, later))
    assert found.ruling is (Ruling.ELIGIBLE if may else Ruling.UNKNOWN)
    assert bool(found.reason("score_within").facts) is may  # type: ignore[union-attr]


# Family --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("regime", ["amo_tadamon", "amo_tns", None])
@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"age": 0}, Ruling.ELIGIBLE),
        ({"age": 21}, Ruling.ELIGIBLE),
        ({"age": 22}, Ruling.DEPENDS),
        ({"age": 22, "student": False}, Ruling.NOT_ELIGIBLE),
        ({"age": 22, "student": True}, Ruling.ELIGIBLE),
        ({"age": 22, "student": True, "married": True}, Ruling.NOT_ELIGIBLE),
        ({"age": 26, "student": True, "married": False}, Ruling.ELIGIBLE),
        ({"age": 27, "student": True}, Ruling.NOT_ELIGIBLE),
        ({"age": 27, "disabled": True}, Ruling.ELIGIBLE),
        ({"age": 60, "disabled": True, "other_cover": True}, Ruling.NOT_ELIGIBLE),
        ({"age": 10, "other_cover": True}, Ruling.NOT_ELIGIBLE),
        ({}, Ruling.DEPENDS),
    ],
)
def test_children_are_covered_by_age_studies_and_disability(
    regime: str | None, known: dict[str, Any], expected: Ruling
) -> None:
    assert ruling("family", relation=Relation.CHILD, insured_under=regime, **known) is expected


def test_spouses_are_covered_unless_they_have_their_own() -> None:
    assert ruling("family", relation=Relation.SPOUSE) is Ruling.ELIGIBLE
    assert ruling("family", relation=Relation.SPOUSE, other_cover=True) is Ruling.NOT_ELIGIBLE


@pytest.mark.parametrize("relation", [Relation.PARENT, Relation.SIBLING, Relation.OTHER])
def test_whom_no_source_names_is_left_open(relation: Relation) -> None:
    assert ruling("family", relation=relation) is Ruling.UNKNOWN


def test_family_is_ruled_on_only_where_a_relation_is_given() -> None:
    assert all(found.right != "family" for found in evaluate(Situation(age=30), NOW))


# Facts decide --------------------------------------------------------------------------------------------------------


def test_every_rule_rests_on_facts_that_exist() -> None:
    assert {fact_id for fact_id in RULES.facts() if fact_id not in BOOK} == set()


def test_no_figure_of_the_law_stands_in_the_rules_or_their_code() -> None:
    for path in [*RULES_FOLDER.glob("*.yml"), *Path("backend/entitlements").glob("*.py")]:
        if path.name == "views.py":  # its examples of requests hold invented scores and ages
            continue
        text = re.sub(r'""".*?"""|#.*', "", path.read_text(encoding="utf-8"), flags=re.S)
        assert not re.search(r"9\.[37]\d|\b(21|26|30|54|60|2000|5000)\b", text), path


def test_a_changed_threshold_changes_the_verdict(tmp_path: Path) -> None:
    book = with_fact(tmp_path, "score.yml", 'value: "9.3264284"', 'value: "9.6"')
    changed = Grounds(book, TODAY, TODAY)
    known = {"score": Decimal("9.50"), **NOBODY_ELSE}
    assert (ruling("amo_tadamon", **known), ruling("amo_achamil", **known)) == (Ruling.NOT_ELIGIBLE, Ruling.ELIGIBLE)
    assert ruling("amo_tadamon", changed, **known) is Ruling.ELIGIBLE
    assert ruling("amo_achamil", changed, **known) is Ruling.NOT_ELIGIBLE


@pytest.mark.parametrize(
    ("file", "old", "new", "right", "known", "before", "after"),
    [
        ("amo_tadamon.yml", 'other_cover_allowed\n    value: "no"', 'other_cover_allowed\n    value: "yes"',
         "amo_tadamon", {"score": Decimal("9.1"), "other_cover": True}, Ruling.NOT_ELIGIBLE, Ruling.ELIGIBLE),
        ("amo_achamil.yml", 'other_cover_allowed\n    value: "no"', 'other_cover_allowed\n    value: "yes"',
         "amo_achamil", {"score": Decimal("9.9"), "activity": Activity.NONE, "other_cover": True},
         Ruling.NOT_ELIGIBLE, Ruling.ELIGIBLE),
        ("amo_tadamon.yml", 'covers_spouse\n    value: "yes"', 'covers_spouse\n    value: "no"',
         "family", {"relation": Relation.SPOUSE, "insured_under": "amo_tadamon"}, Ruling.ELIGIBLE, Ruling.NOT_ELIGIBLE),
        ("amo_tadamon.yml", 'child_age_max\n    value: "21"', 'child_age_max\n    value: "25"',
         "family", {"relation": Relation.CHILD, "insured_under": "amo_tadamon", "age": 24, "student": False},
         Ruling.NOT_ELIGIBLE, Ruling.ELIGIBLE),
        ("amo_tns.yml", 'waiting_period\n    value: "3"', 'waiting_period\n    value: "1"',
         "amo_tns", {"activity": Activity.SELF_EMPLOYED, "registered_on": date(2026, 10, 1)},
         Ruling.NOT_ELIGIBLE, Ruling.ELIGIBLE),
        ("score.yml", "    equality: unverified\n", "",
         "direct_aid", {"score": Decimal("9.743001")}, Ruling.UNKNOWN, Ruling.DEPENDS),
    ],
)  # fmt: skip
def test_a_changed_fact_changes_the_verdict(
    tmp_path: Path, file: str, old: str, new: str, right: str, known: dict[str, Any], before: Ruling, after: Ruling
) -> None:
    assert ruling(right, **known) is before
    assert ruling(right, Grounds(with_fact(tmp_path, file, old, new), TODAY, TODAY), **known) is after


def test_the_answer_follows_the_folder_of_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ "9.50, what am I entitled to?", before and after an operator raised the threshold in HAQQI_FACTS_DIR."""
    question: Asker = asker("fr", "webchat", Entity("score", "9.50", 0, 4))
    assert general.threshold_info(question).parts[0].key == "threshold-asd"
    with_fact(tmp_path, "score.yml", 'value: "9.3264284"', 'value: "9.6"')
    monkeypatch.setattr(get_settings(), "facts_dir", tmp_path / "facts")
    answer = general.threshold_info(question)
    assert answer.parts[0].key == "threshold-both"
    assert answer.parts[0].values["tadamon"] == Score(Decimal("9.6"))


# The general answer --------------------------------------------------------------------------------------------------


def test_a_score_in_the_question_is_answered_with_what_each_right_still_asks() -> None:
    answer = general.threshold_info(asker("fr", "webchat", Entity("score", "9.50", 0, 4)))
    text = render(answer, "fr", "webchat").text
    assert all(words in text for words in ("9.50", "AMO Achamil : c'est possible", "aucune activité", "aucune autre"))
    assert "asd.ma" in text
    assert "amo_achamil.without_activity" in {fact.id for fact in answer.facts}
    assert "c'est possible" not in render(answer, "fr", "sms").text


# Changes of situation ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("changed_on", "last"), [("2026-11-02", "2026-12-02"), ("2024-01-31", "2024-03-01")])
def test_a_change_is_declared_within_thirty_days(changed_on: str, last: str) -> None:
    assert declare_by(date.fromisoformat(changed_on), NOW) == date.fromisoformat(last)


def test_who_finds_a_job_leaves_tadamon_and_comes_under_salaried_amo() -> None:
    before = Situation(score=Decimal("9.1"), other_cover=False, activity=Activity.NONE)
    after = Situation(score=Decimal("9.1"), other_cover=True, activity=Activity.SALARIED, employer_declares=True)
    found = compare(before, after, date(2026, 11, 2), NOW)
    assert [verdict.right for verdict in found.ending] == ["amo_tadamon"]
    assert [verdict.right for verdict in found.opening] == ["amo_salaried"]
    assert found.declare_by == date(2026, 12, 2)


def test_fines_are_named_for_bad_faith_only() -> None:
    assert [duty.id for duty in duties(NOW)] == ["declare", "consequences", "mistake"]
    assert [duty.id for duty in duties(NOW, bad_faith=True)][-2:] == ["fine", "repeated"]


def test_duties_are_not_said_once_their_facts_are_too_old() -> None:
    later = TODAY + timedelta(days=181)
    assert duties(Grounds(BOOK, later, later), bad_faith=True) == ()
    assert declare_by(TODAY, Grounds(BOOK, later, later)) is None


# The files of rules --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("rights.yml", "meets: asd.threshold,", "meets: asd.threshold, exceeds: asd.threshold,", "exactly one test"),
        ("rights.yml", "input: other_cover", "input: other_blanket", "no part of a situation"),
        ("rights.yml", "eligible: apply_asd", "eligible: apply_moon", "apply_moon"),
        ("rights.yml", "  other:\n    ways", "  others:\n    ways", "family needs"),
        ("steps.yml", "steps:", "steps: [", "well-formed"),
    ],
)  # fmt: skip
def test_damaged_rules_are_explained(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    folder = tmp_path / "rights"
    shutil.copytree(RULES_FOLDER, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RulesError, match=says):
        load_rules(folder)


def test_grounds_of_an_answer_are_those_of_today() -> None:
    assert verdicts.grounds(date(2025, 1, 1)).as_of == date(2025, 1, 1)
    assert verdicts.grounds().as_of == verdicts.grounds().today

"""Standing of a stored score against a threshold fact, at and around the limit."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backend.facts.book import Fact, FactBook, Grade, WrongUnitError
from backend.scores.formula import Declaration, compute
from backend.scores.thresholds import Outcome, verdict

DATA = Path(__file__).parent / "data"
EXAMPLES: list[dict[str, Any]] = yaml.safe_load((DATA / "score_examples.yml").read_text(encoding="utf-8"))["examples"]
TODAY = date(2026, 11, 22)
BOOK = FactBook.from_folder()
TADAMON = BOOK.get("amo_tadamon.threshold", TODAY)
DIRECT_AID = BOOK.get("asd.threshold", TODAY)


def threshold(operator: str | None, value: str | None = "9.5", *, equality_verified: bool = True) -> Fact:
    return Fact(
        id="some.threshold",
        value=value,
        unit="score",
        operator=operator,
        valid_from=None,
        valid_to=None,
        source="a test",
        source_date=None,
        checked_on=TODAY,
        confidence=Grade.B,
        source_tag="Test",
        equality_verified=equality_verified,
    )


@pytest.mark.parametrize(
    ("score", "outcome", "distance"),
    [
        ("9.3264284", Outcome.IN, "0"),
        ("9.32642840", Outcome.IN, "0"),
        ("9.3264283", Outcome.IN, "-0.0000001"),
        ("9.32642844", Outcome.OUT, "0.00000004"),
        ("9.3264285", Outcome.OUT, "0.0000001"),
        ("9.326", Outcome.IN, "-0.0004284"),
        ("9.32642840000000000000000000000000000000001", Outcome.OUT, "0.00000000000000000000000000000000000000001"),
    ],
)
def test_amo_tadamon_compares_the_stored_score_and_includes_its_limit(
    score: str, outcome: Outcome, distance: str
) -> None:
    standing = verdict(Decimal(score), TADAMON)
    assert (standing.outcome, standing.distance) == (outcome, Decimal(distance))
    assert (standing.limit, standing.operator) == (Decimal("9.3264284"), "<=")


@pytest.mark.parametrize(
    ("score", "outcome"),
    [
        ("9.743001", Outcome.AT_LIMIT),
        ("9.7430010", Outcome.AT_LIMIT),
        ("9.7430009", Outcome.IN),
        ("9.7430011", Outcome.OUT),
    ],
)
def test_direct_aid_leaves_a_score_at_its_limit_open(score: str, outcome: Outcome) -> None:
    assert verdict(Decimal(score), DIRECT_AID).outcome is outcome


@pytest.mark.parametrize(
    ("operator", "below", "at", "above"),
    [
        ("<=", "in", "in", "out"),
        ("<", "in", "out", "out"),
        (">=", "out", "in", "in"),
        (">", "out", "out", "in"),
        ("=", "out", "in", "out"),
    ],
)
def test_every_operator_around_its_limit(operator: str, below: str, at: str, above: str) -> None:
    outcomes = [verdict(Decimal(score), threshold(operator)).outcome for score in ("9.4999999", "9.5", "9.5000001")]
    assert outcomes == [below, at, above]


@given(st.decimals(0, 20, places=9))
def test_distance_leads_from_the_limit_to_the_score(score: Decimal) -> None:
    standing = verdict(score, TADAMON)
    assert standing.limit + standing.distance == score
    assert (standing.outcome is Outcome.IN) == (standing.distance <= 0)


@pytest.mark.parametrize("fact", [threshold(None), threshold("<=", None)], ids=["no operator", "no value"])
def test_what_is_not_a_threshold_is_refused(fact: Fact) -> None:
    with pytest.raises(WrongUnitError):
        verdict(Decimal("9.4"), fact)


@pytest.mark.parametrize("score", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_a_score_is_refused(score: str) -> None:
    with pytest.raises(ValueError, match="not a score"):
        verdict(Decimal(score), TADAMON)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_sample_household_stands_where_it_should(example: dict[str, Any]) -> None:
    score = compute(Declaration(example["setting"], example["region"], example["inputs"])).printed
    for programme, fact in (("amo_tadamon", TADAMON), ("direct_social_assistance", DIRECT_AID)):
        assert (verdict(score, fact).outcome is Outcome.IN) == example["eligible"][programme]

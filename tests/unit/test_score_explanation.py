"""The score explained: parts that sum, honest where the formula is not the registry's, and estimates kept in bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.scores.explanation import Detail, Explanation, estimate, explain, may_be_said, would_agree
from backend.scores.formula import Declaration, compute, load_formula
from backend.scores.mismatch import mismatch_of
from backend.scores.models import ScoreNotice
from backend.scores.simulation import MOST_ITEMS, SimulationRefusedError, simulate
from tests.unit.test_score_formula import EXAMPLES, by_id, declaration, declarations

TODAY = date(2026, 11, 22)
LAST_FRESH, STALE = date(2027, 5, 21), date(2027, 5, 22)
FORMULA = load_formula()


@dataclass(frozen=True)
class Notice:
    """A score notice without its table."""

    score: Decimal
    setting: str
    region: int
    declared: Mapping[str, Any] | None


def notice(declared: Declaration, score: Decimal | None = None) -> Notice:
    """A notice of what was declared; its score is the formula's unless given."""
    official = compute(declared).printed if score is None else score
    return Notice(official, str(declared.setting), int(str(declared.region)), declared.inputs)


def every_item(explanation: Explanation) -> list[Any]:
    return [*explanation.fixed, *explanation.items]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["id"])
def test_sample_household_is_explained_to_the_last_decimal(example: dict[str, Any]) -> None:
    official = Decimal(f"{example['expected_score']:.7f}")
    explained = explain(notice(declaration(example), official), TODAY)
    assert explained.detail is Detail.FIGURES
    assert sum(item.printed for item in every_item(explained)) == official
    assert sum(item.exact for item in every_item(explained)) == explained.computed
    assert explained.fixed[0].printed == FORMULA.settings[explained.setting].constant
    region = FORMULA.region(example["region"])
    assert region is not None
    assert explained.fixed[1].printed == region.constant(explained.setting)


@given(declarations())
def test_parts_sum_exactly_and_printed_parts_sum_to_the_printed_score(declared: Declaration) -> None:
    for explained in (explain(notice(declared), TODAY), estimate(declared, TODAY)):
        assert sum(item.exact for item in every_item(explained)) == compute(declared).score == explained.computed
        assert sum(item.printed for item in every_item(explained)) == explained.score
        assert explained.declared == explained.score - sum(item.printed for item in explained.fixed if item.printed)


@given(declarations(), st.integers(-1_000_000, 1_000_000), st.integers(7, 12))
def test_printed_parts_sum_to_an_official_score_that_was_rounded_elsewhere(
    declared: Declaration, beside: int, places: int
) -> None:
    official = (compute(declared).printed + Decimal(beside).scaleb(-12)).quantize(Decimal(1).scaleb(-places))
    explained = explain(notice(declared, official), TODAY)
    if not compute(declared).agrees_with(official):
        return
    assert sum(item.printed for item in every_item(explained)) == official
    assert all(abs(Fraction(item.printed) - item.exact) < Fraction(2, 10**6) for item in every_item(explained))


@given(declarations())
def test_items_come_heaviest_first_and_say_which_way_they_push(declared: Declaration) -> None:
    explained = explain(notice(declared), TODAY)
    weights = [abs(item.exact) for item in explained.items if item.exact is not None]
    assert weights == sorted(weights, reverse=True)
    assert 0 not in weights
    assert all(item.exact is not None and item.exact > 0 for item in explained.raising)
    assert all(item.exact is not None and item.exact < 0 for item in explained.lowering)
    assert len(explained.raising) + len(explained.lowering) == len(explained.items)


def test_terms_of_one_declared_item_are_one_item() -> None:
    explained = explain(notice(Declaration("urban", 8, {"household_size": 4, "rooms": 2, "head_age": 40})), TODAY)
    found = {item.id: item.exact for item in explained.items}
    assert found == {
        "household_size": Fraction("-0.177") * 4 + Fraction("0.00533") * 16,
        "head_age": Fraction("-0.0104") * 40 + Fraction("0.0000771") * 1600,
        "rooms": Fraction("0.0475"),
    }


@pytest.mark.parametrize(("beside", "detail"), [("0.000001", Detail.FIGURES), ("0.0000011", Detail.DIRECTIONS)])
def test_beyond_a_millionth_no_figure_is_left_only_directions(beside: str, detail: Detail) -> None:
    declared = declaration(by_id("urban_01_lone_person_nothing"))
    exact = Decimal(compute(declared).score.numerator) / Decimal(compute(declared).score.denominator)
    explained = explain(notice(declared, exact + Decimal(beside)), TODAY)
    assert explained.detail is detail
    if detail is Detail.DIRECTIONS:
        assert explained.items
        assert not explained.fixed
        assert all((item.exact, item.printed) == (None, None) for item in explained.items)
        assert (explained.computed, explained.lowest, explained.highest) == (None, None, None)
        with pytest.raises(ValueError, match="no figures"):
            _ = explained.declared


def test_without_declared_items_only_the_two_fixed_parts_are_known() -> None:
    explained = explain(Notice(Decimal("9.5"), "rural", 6, None), TODAY)
    assert explained.detail is Detail.PARTS
    assert [item.printed for item in explained.fixed] == [Decimal("8.695"), Decimal("0.464")]
    assert explained.items == ()


def test_the_region_of_which_the_sources_differ_has_no_figure_of_its_own() -> None:
    town, country = (explain(Notice(Decimal("9.5"), setting, 7, None), TODAY) for setting in ("urban", "rural"))
    assert (town.fixed[1].printed, town.fixed[1].disputed) == (None, True)
    assert (country.fixed[1].printed, country.fixed[1].disputed) == (Decimal("0.377"), False)


def test_a_declaration_that_cannot_be_scored_is_explained_like_none() -> None:
    assert explain(Notice(Decimal("9.5"), "urban", 6, {"cars": -1}), TODAY).detail is Detail.PARTS


@pytest.mark.parametrize(("today", "detail"), [(LAST_FRESH, Detail.FIGURES), (STALE, Detail.NOTHING)])
def test_a_formula_that_nobody_checked_for_180_days_explains_nothing(today: date, detail: Detail) -> None:
    declared = declaration(EXAMPLES[0])
    assert may_be_said(FORMULA, today) is (detail is Detail.FIGURES)
    for explained in (explain(notice(declared), today), estimate(declared, today)):
        assert explained.detail is detail
        assert bool(explained.items) is (detail is Detail.FIGURES)


def test_an_estimate_lies_between_the_readings_of_the_sources() -> None:
    example = by_id("urban_06_region_7_disputed")
    found = estimate(declaration(example), TODAY)
    other = Decimal(f"{example['expected_score_if_region_constant_0_194']:.7f}")
    assert not found.is_official
    assert found.highest == found.score
    assert found.lowest is not None
    assert found.lowest <= other <= found.highest
    assert {item.id for item in every_item(found) if item.disputed} >= {"region"}


def test_an_undisputed_estimate_is_one_number() -> None:
    found = estimate(declaration(by_id("urban_01_lone_person_nothing")), TODAY)
    assert found.lowest == found.score == found.highest
    assert not any(item.disputed for item in every_item(found))


def test_rural_rooms_are_disputed_only_where_it_matters() -> None:
    two_a_room = estimate(Declaration("rural", 8, {"household_size": 4, "rooms": 2}), TODAY)
    three_a_room = estimate(Declaration("rural", 8, {"household_size": 6, "rooms": 2}), TODAY)
    assert [item.id for item in two_a_room.items if item.disputed] == ["rooms"]
    assert two_a_room.highest == two_a_room.score + Decimal("0.108")
    assert not any(item.disputed for item in three_a_room.items)


def row(found: Notice) -> ScoreNotice:
    return ScoreNotice(score=found.score, setting=found.setting, region=found.region, declared=found.declared)


def test_staff_are_told_how_far_a_score_is_from_the_formula_and_what_would_explain_it() -> None:
    example = by_id("urban_06_region_7_disputed")
    other = Decimal(f"{example['expected_score_if_region_constant_0_194']:.7f}")
    differs = notice(declaration(example), other)
    found = mismatch_of(row(differs))
    assert found is not None
    assert (found.official, found.difference) == (other, Decimal("-0.0030000"))
    assert found.would_agree == would_agree(differs) == ("region",)


def test_staff_see_no_case_where_the_formula_agrees_or_nothing_was_declared() -> None:
    agrees = notice(declaration(EXAMPLES[0]))
    assert mismatch_of(row(agrees)) is None
    assert mismatch_of(row(replace(agrees, declared=None))) is None


def test_staff_see_a_declaration_that_cannot_be_scored_with_its_problems() -> None:
    found = mismatch_of(row(Notice(Decimal("9.5"), "urban", 6, {"cars": -1})))
    assert found is not None
    assert found.computed is None
    assert any("cars" in problem for problem in found.problems)


# Simulations ---------------------------------------------------------------------------------------------------------

HOUSEHOLD = Declaration("urban", 6, {"household_size": 4, "rooms": 2, "head_age": 45, "mobile_phones": 3, "cars": 1})


def test_a_simulation_moves_the_official_score_by_exactly_the_corrected_items() -> None:
    official = notice(HOUSEHOLD)
    found = simulate(official, {"cars": 0, "mobile_phones": 2}, TODAY)
    assert found.estimate == official.score - Decimal("0.226") - Decimal("0.0516")
    assert found.change == Decimal("-0.2776000")
    assert found.corrected == ("cars", "mobile_phones")


@given(declarations())
def test_correcting_there_and_back_gives_the_official_score_again(declared: Declaration) -> None:
    """Within a unit of the last decimal: the official score of the way there was rounded."""
    size = int(str(declared.inputs["household_size"]))
    there = {**declared.inputs, "household_size": size + 1}
    there.pop("is_single_person_or_childless_couple", None)  # would contradict a third person
    corrections = {"household_size": size}
    back = simulate(notice(Declaration(declared.setting, declared.region, there)), corrections, TODAY)
    right = compute(Declaration(declared.setting, declared.region, there | corrections))
    assert abs(back.estimate - right.printed) <= Decimal("0.0000001")


@pytest.mark.parametrize(
    ("corrections", "reason"),
    [
        ({}, "nothing_wrong"),
        ({"cars": 1}, "same_as_declared"),
        ({"motorcycles": 0}, "same_as_declared"),
        ({"cows": 2}, "unknown_item"),
        ({"wings": 2}, "unknown_item"),
        ({"household_size": 0}, "contradiction"),
        ({"cars": "none"}, "contradiction"),
        ({"cars": 0, "mobile_phones": 0, "rooms": 3, "head_age": 50}, "too_many"),
    ],
)
def test_a_simulation_that_is_not_about_wrong_items_is_refused(corrections: dict[str, object], reason: str) -> None:
    with pytest.raises(SimulationRefusedError) as refused:
        simulate(notice(HOUSEHOLD), corrections, TODAY)
    assert refused.value.reason == reason
    assert len(corrections) <= MOST_ITEMS or reason == "too_many"


@pytest.mark.parametrize(
    "without_figures",
    [
        notice(HOUSEHOLD, Decimal("9.9")),
        Notice(Decimal("9.9"), "urban", 6, None),
        Notice(Decimal("9.9"), "urban", 6, {"cars": -1}),
    ],
)
def test_without_figures_there_is_no_simulation(without_figures: Notice) -> None:
    with pytest.raises(SimulationRefusedError, match="no_figures"):
        simulate(without_figures, {"cars": 0}, TODAY)


def test_a_formula_that_is_too_old_simulates_nothing() -> None:
    with pytest.raises(SimulationRefusedError, match="no_figures"):
        simulate(notice(HOUSEHOLD), {"cars": 0}, STALE)

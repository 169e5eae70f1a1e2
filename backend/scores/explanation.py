"""Why a score is what it is: the part of the setting, of the region and of each declared item. Pure rules.

The official score is the truth, the formula only explains it. Figures are given where both agree; where they do not,
only what usually raises or lowers a score is said; where nothing declared is known, only the fixed parts are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import Any, Literal, Protocol

from backend.facts.book import FRESH_DAYS
from backend.facts.fact import Grade
from backend.scores.formula import (
    Declaration,
    DeclarationError,
    Formula,
    Part,
    ScoreBreakdown,
    Setting,
    apportion,
    compute,
    load_formula,
    rounded,
)

SETTING_ITEM, REGION_ITEM = "setting", "region"
ROOMS_ITEM = "rooms"  # the item behind the terms that compare persons with rooms
Direction = Literal["raises", "lowers"]


class Detail(StrEnum):
    """How much of a score can be explained honestly."""

    FIGURES = "figures"  # every item with its figure: the formula gives the official score, or there is none
    DIRECTIONS = "directions"  # the official score is another one: no figure, only what usually raises or lowers
    PARTS = "parts"  # what was declared is not known, or can't be scored: the two fixed parts only
    NOTHING = "nothing"  # the formula itself is not well founded enough today


class ScoredNotice(Protocol):
    """What is needed of a score notice. `declared` holds inputs of the formula, None where the registry gave none."""

    @property
    def score(self) -> Decimal:
        """The official score, as stored."""

    @property
    def setting(self) -> str:
        """`urban` or `rural`."""

    @property
    def region(self) -> int:
        """Region code, 1 to 12."""

    @property
    def declared(self) -> Mapping[str, Any] | None:
        """What the household declared."""


@dataclass(frozen=True)
class Item:
    """What one declared item (an input of the formula), the setting or the region does to a score.

    `exact` values of an explanation sum to the computed score, `printed` ones to its printed score. Both are None where
    no figure may be given. `disputed`: the sources of the formula read this item differently, and it matters here.
    """

    id: str
    direction: Direction
    exact: Fraction | None = None
    printed: Decimal | None = None
    disputed: bool = False


@dataclass(frozen=True)
class Explanation:
    """A score and what it is made of. `items` are the declared items that count, the heaviest first.

    Without an official score (`is_official` False) `score` is an estimate, and `lowest`..`highest` are what it would be
    if the sources of the formula that disagree were followed the other way.
    """

    detail: Detail
    score: Decimal
    is_official: bool
    setting: Setting
    region: int
    fixed: tuple[Item, ...] = ()
    items: tuple[Item, ...] = ()
    computed: Fraction | None = None
    lowest: Decimal | None = None
    highest: Decimal | None = None

    @property
    def raising(self) -> tuple[Item, ...]:
        """The declared items that raise the score, the heaviest first."""
        return tuple(item for item in self.items if item.direction == "raises")

    @property
    def lowering(self) -> tuple[Item, ...]:
        """The declared items that lower the score, the heaviest first."""
        return tuple(item for item in self.items if item.direction == "lowers")

    @property
    def declared(self) -> Decimal:
        """The printed sum of the declared items. ValueError where no figures may be given."""
        if self.detail is not Detail.FIGURES:
            raise ValueError(f"no figures: {self.detail}")
        return sum((item.printed for item in self.items if item.printed is not None), Decimal(0))


def may_be_said(formula: Formula, today: date) -> bool:
    """Whether figures of the formula may be said: grade A or B, one lower when not checked for 180 days."""
    grade = Grade(formula.confidence)
    if today > formula.checked_on + timedelta(days=FRESH_DAYS):
        grade = grade.one_lower
    return grade in {Grade.A, Grade.B}


def explain(notice: ScoredNotice, today: date, formula: Formula | None = None) -> Explanation:
    """Explain an official score as far as the formula and what was declared allow."""
    formula = formula or load_formula()
    setting: Setting = "urban" if notice.setting == "urban" else "rural"
    if not may_be_said(formula, today):
        return Explanation(Detail.NOTHING, notice.score, True, setting, notice.region)
    breakdown = computed_score(notice, formula)
    if breakdown is None:
        return Explanation(
            Detail.PARTS, notice.score, True, setting, notice.region, fixed_parts(setting, notice.region, formula)
        )
    grouped = _by_item(breakdown, formula)
    if not breakdown.agrees_with(notice.score):
        items = tuple(Item(name, _direction(value)) for name, value in _heaviest_first(grouped))
        return Explanation(Detail.DIRECTIONS, notice.score, True, setting, notice.region, items=items)
    places = max(formula.places, -_exponent(notice.score))
    return _with_figures(breakdown, grouped, notice.score, places, frozenset())


def estimate(declared: Declaration, today: date, formula: Formula | None = None) -> Explanation:
    """Explain the score that the formula gives to a household: an estimate, whatever it is used for.

    Raises DeclarationError with every problem of the declaration.
    """
    formula = formula or load_formula()
    breakdown = compute(declared, formula)
    if not may_be_said(formula, today):
        return Explanation(Detail.NOTHING, breakdown.printed, False, breakdown.setting, breakdown.region)
    other = other_readings(declared, breakdown, formula)
    explained = _with_figures(
        breakdown, _by_item(breakdown, formula), breakdown.printed, formula.places, frozenset(other), is_official=False
    )
    low = breakdown.score + sum((change for change in other.values() if change < 0), Fraction(0))
    high = breakdown.score + sum((change for change in other.values() if change > 0), Fraction(0))
    return Explanation(
        **{**vars(explained), "lowest": rounded(low, formula.places), "highest": rounded(high, formula.places)}
    )


def computed_score(notice: ScoredNotice, formula: Formula | None = None) -> ScoreBreakdown | None:
    """The formula's own result for what a notice says was declared; None where it can't be computed."""
    if notice.declared is None:
        return None
    try:
        return compute(Declaration(notice.setting, notice.region, notice.declared), formula)
    except DeclarationError:
        return None


def fixed_parts(setting: Setting, region_code: int, formula: Formula) -> tuple[Item, ...]:
    """What the setting and the region add, whatever was declared. A region that is disputed has no figure."""
    start = Fraction(formula.settings[setting].constant)
    parts = [Item(SETTING_ITEM, _direction(start), start, rounded(start, formula.places))]
    region = formula.region(region_code)
    if region is None:
        return tuple(parts)
    value = Fraction(region.constant(setting))
    if _other_constant(region_code, setting, formula):
        return (*parts, Item(REGION_ITEM, _direction(value), disputed=True))
    return (*parts, Item(REGION_ITEM, _direction(value), value, rounded(value, formula.places)))


def other_readings(declared: Declaration, breakdown: ScoreBreakdown, formula: Formula) -> dict[str, Fraction]:
    """What the other reading of each disputed item would change about a computed score; only what changes it."""
    quantities = {part.id: part.quantity for part in breakdown.parts}
    changes: dict[str, Fraction] = {}
    if other := _other_constant(breakdown.region, breakdown.setting, formula):
        changes[REGION_ITEM] = other
    for variable in formula.variables[breakdown.setting]:
        change = Fraction(0)
        if variable.alternative is not None:
            change = Fraction(variable.alternative - variable.coefficient) * quantities[variable.id]
        elif variable.alternative_condition is not None:
            holds = variable.alternative_condition.holds(_persons_per_room(declared, formula))
            change = Fraction(variable.coefficient) * (Fraction(holds) - quantities[variable.id])
        if change:
            item = variable.input or ROOMS_ITEM
            changes[item] = changes.get(item, Fraction(0)) + change
    return changes


def would_agree(notice: ScoredNotice, formula: Formula | None = None) -> tuple[str, ...]:
    """The disputed items whose other reading gives the official score; empty if none does. For staff only."""
    formula = formula or load_formula()
    breakdown = computed_score(notice, formula)
    if breakdown is None or notice.declared is None:
        return ()
    changes = other_readings(Declaration(notice.setting, notice.region, notice.declared), breakdown, formula)
    for size in range(1, len(changes) + 1):
        for items in combinations(sorted(changes), size):
            other = breakdown.score + sum(changes[item] for item in items)
            if abs(other - Fraction(notice.score)) <= Fraction(formula.agreement_tolerance):
                return items
    return ()


def _other_constant(region_code: int, setting: Setting, formula: Formula) -> Fraction:
    """How far the other source's region constant is from ours; 0 where they agree."""
    region = formula.region(region_code)
    if region is None or setting != "urban" or region.alternative_urban is None:
        return Fraction(0)
    return Fraction(region.alternative_urban - region.urban)


def _persons_per_room(declared: Declaration, formula: Formula) -> Fraction:
    def answer(name: str) -> int:
        return int(declared.inputs.get(name, formula.inputs[name].default))  # type: ignore[call-overload, no-any-return]

    return Fraction(answer("household_size"), answer("rooms"))


def _by_item(breakdown: ScoreBreakdown, formula: Formula) -> dict[str, Fraction]:
    """The terms of a score, added up by the declared item they come from."""
    items = {variable.id: variable.input or ROOMS_ITEM for variable in formula.variables[breakdown.setting]}
    grouped: dict[str, Fraction] = {}
    for part in _terms(breakdown):
        grouped[items[part.id]] = grouped.get(items[part.id], Fraction(0)) + part.value
    return {item: value for item, value in grouped.items() if value}


def _terms(breakdown: ScoreBreakdown) -> Sequence[Part]:
    return breakdown.parts[2:]  # after the constants of setting and region


def _heaviest_first(grouped: Mapping[str, Fraction]) -> Iterable[tuple[str, Fraction]]:
    return sorted(grouped.items(), key=lambda pair: (-abs(pair[1]), pair[0]))


def _with_figures(
    breakdown: ScoreBreakdown,
    grouped: Mapping[str, Fraction],
    total: Decimal,
    places: int,
    disputed: frozenset[str],
    *,
    is_official: bool = True,
) -> Explanation:
    setting, region = breakdown.parts[0].value, breakdown.parts[1].value
    names = [SETTING_ITEM, REGION_ITEM, *grouped]
    values = [setting, region, *grouped.values()]
    # An official score that was rounded elsewhere may lie a millionth beside ours: the declared items carry that.
    gap = (Fraction(total) - sum(values)) / len(grouped)
    printed = apportion([*values[:2], *(value + gap for value in grouped.values())], total, places)
    items = {
        name: Item(name, _direction(value), value, shown, name in disputed)
        for name, value, shown in zip(names, values, printed, strict=True)
    }
    return Explanation(
        detail=Detail.FIGURES,
        score=total,
        is_official=is_official,
        setting=breakdown.setting,
        region=breakdown.region,
        fixed=(items[SETTING_ITEM], items[REGION_ITEM]),
        items=tuple(items[name] for name, _ in _heaviest_first(grouped)),
        computed=breakdown.score,
    )


def _direction(value: Fraction) -> Direction:
    return "lowers" if value < 0 else "raises"


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0

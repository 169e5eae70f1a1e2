"""What a score would be if items that its household says are wrong were put right: an estimate, and never a promise.

Only for items that the verified person has just said are wrong. Trying out answers until a threshold is met would be
coaching people to declare falsely: a few items at once, and only where the formula gives the official score.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from backend.scores.explanation import Detail, ScoredNotice, computed_score, explain
from backend.scores.formula import Declaration, DeclarationError, Formula, compute, load_formula, rounded

MOST_ITEMS = 3  # ours: a household with more mistakes than that needs a review, not an estimate
Refusal = Literal["no_figures", "nothing_wrong", "too_many", "unknown_item", "same_as_declared", "contradiction"]


class SimulationRefusedError(ValueError):
    """No estimate is made; `reason` says why. `problems` are the formula's own sentences, for a contradiction."""

    def __init__(self, reason: Refusal, problems: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason, self.problems = reason, problems


@dataclass(frozen=True)
class Simulation:
    """The official score, and what it would be about with the items corrected."""

    official: Decimal
    estimate: Decimal
    corrected: tuple[str, ...]

    @property
    def change(self) -> Decimal:
        """How far the estimate is from the official score; negative when lower."""
        return self.estimate - self.official


def simulate(
    notice: ScoredNotice, corrections: Mapping[str, object], today: date, formula: Formula | None = None
) -> Simulation:
    """Estimate a score with items corrected: `corrections` maps inputs of the formula to their right answers.

    Raises SimulationRefusedError.
    """
    formula = formula or load_formula()
    declared = _correctable(notice, corrections, today, formula)
    before = computed_score(notice, formula)
    try:
        after = compute(Declaration(notice.setting, notice.region, {**declared, **corrections}), formula)
    except DeclarationError as error:
        raise SimulationRefusedError("contradiction", tuple(error.problems)) from error
    if before is None:
        raise SimulationRefusedError("no_figures")
    estimated = Fraction(notice.score) + after.score - before.score
    return Simulation(notice.score, rounded(estimated, formula.places), tuple(sorted(corrections)))


def _correctable(
    notice: ScoredNotice, corrections: Mapping[str, object], today: date, formula: Formula
) -> Mapping[str, object]:
    """What was declared, if these items of it may be corrected."""
    if notice.declared is None or explain(notice, today, formula).detail is not Detail.FIGURES:
        raise SimulationRefusedError("no_figures")
    if not corrections:
        raise SimulationRefusedError("nothing_wrong")
    if len(corrections) > MOST_ITEMS:
        raise SimulationRefusedError("too_many")
    for name, answer in corrections.items():
        rule = formula.inputs.get(name)
        if rule is None or notice.setting not in rule.settings:
            raise SimulationRefusedError("unknown_item")
        if notice.declared.get(name, rule.default) == answer:
            raise SimulationRefusedError("same_as_declared")
    return notice.declared

"""Where a stored score stands against the threshold of a programme: a rule over one fact."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import StrEnum
from operator import eq, ge, gt, le, lt

from backend.facts.fact import Fact, WrongUnitError

COMPARISONS: dict[str, Callable[[Decimal, Decimal], bool]] = {"<=": le, "<": lt, ">=": ge, ">": gt, "=": eq}


class Outcome(StrEnum):
    """In, out, or exactly at a limit of which no source says on which side it lies."""

    IN = "in"
    OUT = "out"
    AT_LIMIT = "at_limit"


@dataclass(frozen=True)
class Standing:
    """A score against a threshold. `distance` is score minus limit, exact: positive above, negative below."""

    outcome: Outcome
    score: Decimal
    limit: Decimal
    operator: str
    distance: Decimal
    fact: Fact


def verdict(score: Decimal, fact: Fact) -> Standing:
    """Compare a score as stored (never rounded before) with a threshold fact: 9.3264284 is in, 9.32642844 is out.

    The verdict is on the score alone; programmes have other conditions too. Raises WrongUnitError if the fact is not a
    number with an operator, ValueError if the score is not a finite number.
    """
    limit = fact.decimal()
    if fact.operator is None:
        raise WrongUnitError(f"{fact.id}: has no operator, so it is not a threshold")
    if not score.is_finite():
        raise ValueError(f"not a score: {score}")
    if score == limit and not fact.equality_verified:
        outcome = Outcome.AT_LIMIT
    else:
        outcome = Outcome.IN if COMPARISONS[fact.operator](score, limit) else Outcome.OUT
    return Standing(outcome, score, limit, fact.operator, _difference(score, limit), fact)


def _difference(score: Decimal, limit: Decimal) -> Decimal:
    # The usual context keeps 28 digits only; a stored score may have more.
    return Context(prec=200).subtract(score, limit)

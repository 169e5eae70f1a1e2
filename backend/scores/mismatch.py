"""Official scores that the formula does not give for what was declared: a list for staff."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from backend.scores.explanation import computed_score, would_agree
from backend.scores.formula import Declaration, load_formula, rounded, validate
from backend.scores.models import ScoreNotice

READ_AT_ONCE = 2_000  # notices; a page of the list never reads more


@dataclass(frozen=True)
class ScoreMismatch:
    """One notice whose score is not the formula's.

    `computed` is None and `problems` says why where the declaration can't be scored. `would_agree` names the items
    that the formula's sources read differently and whose other reading gives the official score.
    """

    notice_id: uuid.UUID
    household_id: uuid.UUID
    official: Decimal
    computed: Decimal | None
    difference: Decimal | None
    would_agree: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class MismatchPage:
    """Some mismatches; `next_after` is what to ask on with, None at the end of the list."""

    mismatches: tuple[ScoreMismatch, ...]
    next_after: uuid.UUID | None


def mismatch_of(notice: ScoreNotice) -> ScoreMismatch | None:
    """How a notice differs from the formula; None where they agree, or where nothing declared is known."""
    if notice.declared is None:
        return None
    formula = load_formula()
    breakdown = computed_score(notice, formula)
    if breakdown is None:
        problems = validate(Declaration(notice.setting, notice.region, notice.declared), formula)
        return ScoreMismatch(notice.id, notice.household_id, notice.score, None, None, problems=tuple(problems))
    if breakdown.agrees_with(notice.score):
        return None
    difference = rounded(Fraction(notice.score) - breakdown.score, formula.places)
    return ScoreMismatch(
        notice.id, notice.household_id, notice.score, breakdown.printed, difference, would_agree(notice, formula)
    )


async def score_mismatches(session: AsyncSession, after: uuid.UUID | None = None, limit: int = 50) -> MismatchPage:
    """The latest notices of households whose score is not the formula's, in the order of their ids.

    A page may be short, or empty, before the end: ask on while `next_after` is set.
    """
    newer = aliased(ScoreNotice)
    is_superseded = (
        select(newer.id)
        .where(newer.household_id == ScoreNotice.household_id, newer.computed_on > ScoreNotice.computed_on)
        .exists()
    )
    query = select(ScoreNotice).where(ScoreNotice.declared.is_not(None), ~is_superseded).order_by(ScoreNotice.id)
    if after is not None:
        query = query.where(ScoreNotice.id > after)
    rows = list(await session.scalars(query.limit(READ_AT_ONCE)))
    return _page(rows, limit)


def _page(rows: list[ScoreNotice], limit: int) -> MismatchPage:
    found: list[ScoreMismatch] = []
    for notice, mismatch in _compared(rows):
        if mismatch is not None:
            found.append(mismatch)
        if len(found) == limit and notice is not rows[-1]:
            return MismatchPage(tuple(found), notice.id)
    return MismatchPage(tuple(found), rows[-1].id if len(rows) == READ_AT_ONCE else None)


def _compared(rows: Iterable[ScoreNotice]) -> Iterable[tuple[ScoreNotice, ScoreMismatch | None]]:
    for notice in rows:
        yield notice, mismatch_of(notice)

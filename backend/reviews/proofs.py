"""Proofs that a score was notified, and the window that they open."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers.knowledge import book
from backend.facts.book import UnknownFact
from backend.facts.fact import Fact
from backend.notifications.reports import first_delivered
from backend.reviews.models import ScoreProof
from backend.reviews.window import Proofs, Window, window

if TYPE_CHECKING:
    from backend.scores.models import ScoreNotice

WINDOW_FACT = "review.window"
ASKED = ("seen", "asked")  # what a person did who may be reminded; only "seen" proves a notification


async def record_seen(
    session: AsyncSession, notice_id: uuid.UUID, channel: str, at: datetime, person_id: uuid.UUID | None = None
) -> None:
    """A verified person saw the score on a channel. The first time counts; `person_id` is who may be reminded."""
    values = {"notice_id": notice_id, "kind": "seen", "channel": channel, "person_id": person_id, "at": at}
    await _record(session, values)


async def record_asked(
    session: AsyncSession, notice_id: uuid.UUID, channel: str, at: datetime, person_id: uuid.UUID | None
) -> None:
    """A verified person asked for the score where it is not known whether they see the answer: they may be reminded."""
    values = {"notice_id": notice_id, "kind": "asked", "channel": channel, "person_id": person_id, "at": at}
    await _record(session, values)


async def record_notice_sent(
    session: AsyncSession, notice_id: uuid.UUID, channel: str, at: datetime, message_id: uuid.UUID
) -> None:
    """A notice of the score left as this message of the outbox: it proves something once it is reported delivered."""
    values = {"notice_id": notice_id, "kind": "sent", "channel": channel, "outbox_message_id": message_id, "at": at}
    await _record(session, values)


async def _record(session: AsyncSession, values: dict[str, object]) -> None:
    statement = insert(ScoreProof).values(id=uuid.uuid4(), **values)
    earliest = func.least(ScoreProof.at, statement.excluded.at)
    await session.execute(statement.on_conflict_do_update(constraint="uq_score_proof_once", set_={"at": earliest}))


async def seen_by(session: AsyncSession, notice_id: uuid.UUID) -> dict[uuid.UUID, datetime]:
    """Who of the household saw a score here, or asked for it, and when first."""
    rows = await session.execute(
        select(ScoreProof.person_id, func.min(ScoreProof.at))
        .where(ScoreProof.notice_id == notice_id, ScoreProof.kind.in_(ASKED), ScoreProof.person_id.is_not(None))
        .group_by(ScoreProof.person_id)
    )
    return {person_id: at for person_id, at in rows if person_id is not None}


async def seen_among(session: AsyncSession, notice_ids: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Those of the notices that a person we know of saw here, or asked for."""
    rows = await session.scalars(
        select(ScoreProof.notice_id).where(
            ScoreProof.notice_id.in_(notice_ids), ScoreProof.kind.in_(ASKED), ScoreProof.person_id.is_not(None)
        )
    )
    return set(rows)


async def proofs_of(session: AsyncSession, notice: "ScoreNotice") -> Proofs:
    """What proves that this score was notified."""
    if notice.notified_on is not None:
        return Proofs(registry=notice.notified_on)
    rows = list(await session.scalars(select(ScoreProof).where(ScoreProof.notice_id == notice.id)))
    messages = [row.outbox_message_id for row in rows if row.outbox_message_id is not None]
    delivered = await first_delivered(session, messages) if messages else None
    return Proofs(delivered=delivered, seen=min((row.at for row in rows if row.kind == "seen"), default=None))


async def window_of(session: AsyncSession, notice: "ScoreNotice") -> Window | None:
    """Until when a review of this score may be asked for; None without a proof, or while the fact may not be stated."""
    proofs = await proofs_of(session, notice)
    if not proofs.days:
        return None
    fact = window_fact(proofs.days[0])
    return None if fact is None else window(proofs, fact.integer())


def window_fact(notified_on: date) -> Fact | None:
    """The fact on the length of the window for a score notified on a day, while it may be stated (grade A or B)."""
    facts = book()
    try:
        fact = facts.get(WINDOW_FACT, notified_on)
    except UnknownFact:
        return None
    return fact if facts.may_state(fact, clock.today()) else None


async def noticed_between(session: AsyncSession, start: datetime, end: datetime) -> Sequence[uuid.UUID]:
    """Notices with any proof of ours (seen, or a notice sent) dated in a span; a delivery comes after the sending."""
    rows = await session.scalars(
        select(ScoreProof.notice_id).where(ScoreProof.at >= start, ScoreProof.at < end).distinct()
    )
    return rows.all()


async def without_proof(session: AsyncSession, notices: Sequence["ScoreNotice"]) -> list["ScoreNotice"]:
    """Those of the notices that nothing proves to have been notified."""
    return [notice for notice in notices if not (await proofs_of(session, notice)).days]

"""Recording a complaint, and what staff do with it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, references
from backend.audit.service import record
from backend.complaints.kinds import kind_of
from backend.complaints.models import NUMBER, Complaint

PREFIX = "REC"


@dataclass(frozen=True)
class Told:
    """A complaint as it was told: in which message, by whom (if verified), and its text."""

    inbound_id: uuid.UUID
    conversation_id: uuid.UUID
    person_id: uuid.UUID | None
    channel: str
    variety: str
    text: str


async def record_complaint(session: AsyncSession, told: Told) -> Complaint:
    """Store a complaint under a new reference; the same message again gives the complaint it was stored as."""
    if recorded := await complaint_in(session, told.inbound_id):
        return recorded
    now = clock.now()
    number = await session.scalar(NUMBER)
    reference = references.make(PREFIX, now.astimezone(clock.CASABLANCA).year, number or 0)
    values = {
        "id": uuid.uuid4(),
        "reference": reference,
        "inbound_id": told.inbound_id,
        "conversation_id": told.conversation_id,
        "person_id": told.person_id,
        "channel": told.channel,
        "text": told.text,
        "kind": kind_of(told.text),
        "variety": told.variety,
        "status": "open",
        "recorded_at": now,
    }
    statement = insert(Complaint).values(values).on_conflict_do_nothing(index_elements=["inbound_id"])
    if await session.scalar(statement.returning(Complaint.id)):
        record(
            session, f"conversation:{told.conversation_id}", "complaint_recorded", told.person_id, reference=reference
        )
    return (await session.scalars(select(Complaint).where(Complaint.inbound_id == told.inbound_id))).one()


async def complaint_in(session: AsyncSession, inbound_id: uuid.UUID) -> Complaint | None:
    """The complaint that was recorded from a message, if one was."""
    return await session.scalar(select(Complaint).where(Complaint.inbound_id == inbound_id))


async def open_complaints(session: AsyncSession) -> Sequence[Complaint]:
    """The complaints that nobody has closed, the oldest first."""
    rows = await session.scalars(
        select(Complaint).where(Complaint.status == "open").order_by(Complaint.recorded_at, Complaint.reference)
    )
    return rows.all()


def note_reading(session: AsyncSession, complaint: Complaint, actor: str) -> None:
    """Note in the audit that somebody read the text of a complaint."""
    record(session, actor, "complaint_read", complaint.person_id, reference=complaint.reference)


async def close(session: AsyncSession, reference: str, actor: str) -> bool:
    """Close a complaint; False when it was closed before. LookupError when there is none of this reference."""
    found = await session.scalar(select(Complaint).where(Complaint.reference == reference).with_for_update())
    if found is None:
        raise LookupError(reference)
    if found.status == "closed":
        return False
    found.status = "closed"
    record(session, actor, "complaint_closed", found.person_id, reference=reference)
    return True

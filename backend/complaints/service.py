"""Recording a complaint or a case, and what staff do with it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, references
from backend.audit.service import record
from backend.complaints.kinds import kind_of
from backend.complaints.models import NUMBER, Complaint

PREFIX = "REC"


@dataclass(frozen=True)
class Told:
    """A complaint as it was told: in which message, by whom (if verified), and its text (of a case: its facts)."""

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
    await _insert(session, told, kind_of(told.text), "", "complaint_recorded")
    return (await session.scalars(_of(told.inbound_id, ""))).one()


async def record_case(session: AsyncSession, told: Told, kind: str, subject: str) -> Complaint:
    """Open a case of a person about a subject under a new reference; while one is open, that one.

    The same message again gives the case it opened, even if staff closed it since. `told.text` is the case's facts.
    """
    if opened := await session.scalar(_of(told.inbound_id, subject)):
        return opened
    await _insert(session, told, kind, subject, "case_recorded")
    found = await open_cases(session, told.person_id, kind, subject)
    # None: staff closed it in this moment, so there is room for another one.
    return found[0] if found else await record_case(session, told, kind, subject)


async def open_cases(
    session: AsyncSession, person_id: uuid.UUID | None, kind: str, subject: str | None = None
) -> Sequence[Complaint]:
    """A person's open cases of a kind (about one subject), the oldest first."""
    query = select(Complaint).where(
        Complaint.person_id == person_id, Complaint.kind == kind, Complaint.status == "open", Complaint.subject != ""
    )
    about = query if subject is None else query.where(Complaint.subject == subject)
    return (await session.scalars(about.order_by(Complaint.recorded_at, Complaint.reference))).all()


async def cases_in(session: AsyncSession, inbound_id: uuid.UUID) -> Sequence[Complaint]:
    """The cases that a message opened, in the order of their references."""
    of_message = select(Complaint).where(Complaint.inbound_id == inbound_id, Complaint.subject != "")
    return (await session.scalars(of_message.order_by(Complaint.reference))).all()


async def complaint_in(session: AsyncSession, inbound_id: uuid.UUID) -> Complaint | None:
    """The complaint that was recorded from a message, if one was."""
    return await session.scalar(_of(inbound_id, ""))


def _of(inbound_id: uuid.UUID, subject: str) -> Select[Complaint]:
    return select(Complaint).where(Complaint.inbound_id == inbound_id, Complaint.subject == subject)


async def _insert(session: AsyncSession, told: Told, kind: str, subject: str, action: str) -> None:
    """Store it under a new reference, with its trace in the audit; nothing where the tables hold one already."""
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
        "kind": kind,
        "subject": subject,
        "variety": told.variety,
        "status": "open",
        "recorded_at": now,
    }
    statement = insert(Complaint).values(values).on_conflict_do_nothing()  # same message, or same open case
    if await session.scalar(statement.returning(Complaint.id)):
        record(session, f"conversation:{told.conversation_id}", action, told.person_id, reference=reference)


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

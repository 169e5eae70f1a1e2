"""Review requests: what is contested, their history, what went to the agency and what it answered."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Sequence, SmallInteger, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, HASH, EncryptedText
from backend.reviews.states import STATES

KEY = String(120)
# Given out once each, whoever files at the same time; a number that a rolled-back transaction took stays unused.
NUMBER = Sequence("review_number", metadata=Base.metadata)
NO_REQUEST = "('draft', 'withdrawn')"  # what does not keep others of the household from filing


class ScoreProof(Base):
    """What proves that a score was notified: a verified person saw it, or a notice of it was sent.

    That somebody asked for it by a message of the phone ("asked") proves nothing, but they may be reminded.
    A notice counts from its first `delivered` report on, which the notifications keep.
    """

    __tablename__ = "score_proof"
    __table_args__ = (
        CheckConstraint("kind in ('seen', 'sent', 'asked')", name="kind"),
        CheckConstraint("(kind = 'sent') = (outbox_message_id is not null)", name="message_of_sent"),
        UniqueConstraint(
            "notice_id", "kind", "channel", "person_id", "outbox_message_id",
            name="uq_score_proof_once", postgresql_nulls_not_distinct=True,
        ),
        Index("ix_score_proof_at", "at"),
    )  # fmt: skip

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    notice_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("score_notice.id"))
    kind: Mapped[str] = mapped_column(String(5))
    channel: Mapped[str] = mapped_column(CODE)
    person_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id"))
    outbox_message_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("outbox_message.id"))
    at: Mapped[datetime]  # the first time


class ReviewRequest(Base):
    """One request, from its draft on. `last_day` and `late_after` are the window as it was when it was submitted."""

    __tablename__ = "review_request"
    __table_args__ = (
        CheckConstraint(f"status in {STATES}", name="status"),
        CheckConstraint("mode in ('relay', 'mandated')", name="mode"),
        CheckConstraint(
            "submitted_at is null or (reference is not null and consent_at is not null "
            "and (jsonb_array_length(items) > 0 or text is not null))",
            name="complete",
        ),
        CheckConstraint(f"(submitted_at is not null) or status in {NO_REQUEST}", name="submitted"),
        UniqueConstraint("notice_id", "filing_key"),
        Index("uq_review_request_draft", "notice_id", "person_id", unique=True, postgresql_where="status = 'draft'"),
        Index(
            "uq_review_request_open", "notice_id", unique=True,
            postgresql_where="status not in ('draft', 'withdrawn')",
        ),
        Index("ix_review_request_household_id", "household_id"),
        Index("ix_review_request_status", "status", "submitted_at"),
    )  # fmt: skip

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    reference: Mapped[str | None] = mapped_column(String(20), unique=True)  # given when it is submitted
    notice_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("score_notice.id"))
    household_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("household.id"))
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"))  # the adult member for whom it is filed
    filed_by_staff: Mapped[uuid.UUID | None]  # who filed it for them, with spoken consent
    channel: Mapped[str] = mapped_column(CODE)
    variety: Mapped[str] = mapped_column(String(8))
    items: Mapped[list[str]] = mapped_column(JSONB, default=list)  # contested inputs of data/score/formula.yml
    corrections: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)  # of the items: what the household says
    text: Mapped[str | None] = mapped_column(EncryptedText)
    status: Mapped[str] = mapped_column(CODE, default="draft")
    mode: Mapped[str] = mapped_column(CODE)
    filing_key: Mapped[str | None] = mapped_column(KEY)
    consent_at: Mapped[datetime | None]
    consent_how: Mapped[str | None] = mapped_column(CODE)  # "written" or "spoken"
    last_day: Mapped[date | None]
    late_after: Mapped[date | None]
    is_late: Mapped[bool] = mapped_column(default=False, server_default="false")
    agency_reference: Mapped[str | None] = mapped_column(String(80))
    duplicate_of: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("review_request.id"))
    history_length: Mapped[int] = mapped_column(SmallInteger, default=0)
    begun_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    acknowledged_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class ReviewEvent(Base):
    """One row of a request's history: who, when, why, through which channel. `key` makes the event happen once."""

    __tablename__ = "review_event"
    __table_args__ = (UniqueConstraint("request_id", "position"), UniqueConstraint("request_id", "key"))

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_request.id"))
    position: Mapped[int] = mapped_column(SmallInteger)
    event: Mapped[str] = mapped_column(CODE)
    from_status: Mapped[str | None] = mapped_column(CODE)
    to_status: Mapped[str] = mapped_column(CODE)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(Text)
    channel: Mapped[str] = mapped_column(CODE)
    reason: Mapped[str] = mapped_column(CODE)  # a code
    note: Mapped[str | None] = mapped_column(EncryptedText)  # in somebody's words
    key: Mapped[str | None] = mapped_column(KEY)


class ReviewAttachment(Base):
    """A file that belongs to a request: kept until its end."""

    __tablename__ = "review_attachment"

    attachment_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("attachment.id", ondelete="CASCADE"), primary_key=True)
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_request.id"), index=True)
    linked_at: Mapped[datetime]


class ReviewInformation(Base):
    """What the agency asked for, and what was answered."""

    __tablename__ = "review_information"
    __table_args__ = (UniqueConstraint("request_id", "number"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_request.id"))
    number: Mapped[int] = mapped_column(SmallInteger)
    question: Mapped[str] = mapped_column(EncryptedText)
    asked_by: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(EncryptedText)
    answered_by: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None]


class ReviewDecision(Base):
    """A decision that one reviewer proposed (mandated) and another confirmed or refused, or that the agency sent."""

    __tablename__ = "review_decision"
    __table_args__ = (
        CheckConstraint("decision in ('maintained', 'revised', 'rejected_as_late')", name="decision"),
        CheckConstraint("outcome in ('open', 'confirmed', 'refused')", name="outcome"),
        CheckConstraint(
            "outcome <> 'confirmed' or proposed_by = 'agency' or settled_by <> proposed_by", name="two_people"
        ),
        Index("uq_review_decision_open", "request_id", unique=True, postgresql_where="outcome = 'open'"),
        Index("ix_review_decision_request_id", "request_id"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_request.id"))
    decision: Mapped[str] = mapped_column(CODE)
    reason: Mapped[str] = mapped_column(EncryptedText)
    outcome: Mapped[str] = mapped_column(CODE, default="open")
    proposed_by: Mapped[str] = mapped_column(Text)
    proposed_at: Mapped[datetime]
    settled_by: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None]


class ReviewNewScore(Base):
    """A score that came while a request was open: linked to it, not its end."""

    __tablename__ = "review_new_score"

    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_request.id"), primary_key=True)
    notice_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("score_notice.id"), primary_key=True)
    linked_at: Mapped[datetime]


class ReviewReminder(Base):
    """A reminder that left: each mark once for a phone."""

    __tablename__ = "review_reminder"

    notice_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("score_notice.id"), primary_key=True)
    days_before: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    phone_hash: Mapped[bytes] = mapped_column(HASH, primary_key=True)
    sent_at: Mapped[datetime]


class AgencyMessage(Base):
    """One thing for the agency: the dossier, information that was given, a withdrawal. `key` is its Idempotency-Key.

    `payload` is what is told, as it was when the message was made; files are added from the attachments when it leaves.
    """

    __tablename__ = "agency_message"
    __table_args__ = (
        CheckConstraint("kind in ('dossier', 'information', 'withdrawal')", name="kind"),
        CheckConstraint("status in ('queued', 'taken', 'refused', 'withheld')", name="status"),
        Index("ix_agency_message_request_id", "request_id"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    request_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("review_request.id"))
    kind: Mapped[str] = mapped_column(CODE)
    key: Mapped[str] = mapped_column(KEY, unique=True)
    payload: Mapped[str] = mapped_column(EncryptedText)  # JSON
    attachment_ids: Mapped[list[Any]] = mapped_column(JSONB, default=list)
    status: Mapped[str] = mapped_column(CODE, default="queued")
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    last_error: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]

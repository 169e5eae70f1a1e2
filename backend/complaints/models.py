"""Recorded complaints."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, Sequence, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, EncryptedText

# Given out once each, whoever asks at the same time; a number that a rolled-back transaction took stays unused.
NUMBER = Sequence("complaint_number", metadata=Base.metadata)


class Complaint(Base):
    """What somebody complained of, in one message of theirs, or a case that a choice of theirs opened.

    `text` is what they wrote; of a case, the facts it rests on as JSON. Open until staff close it.
    """

    __tablename__ = "complaint"
    __table_args__ = (
        CheckConstraint("status in ('open', 'closed')", name="status"),
        # One complaint, or one case of each subject, for each message, however often the message is answered.
        UniqueConstraint("inbound_id", "subject"),
        Index("ix_complaint_open", "recorded_at", postgresql_where="status = 'open'"),
        # One open case of a person about the same.
        Index(
            "uq_complaint_open_case", "person_id", "kind", "subject",
            unique=True, postgresql_where="status = 'open' and subject <> ''",
        ),
    )  # fmt: skip

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    inbound_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("inbound_message.id"))
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"), index=True)
    person_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id"), index=True)  # if verified
    channel: Mapped[str] = mapped_column(CODE)
    text: Mapped[str] = mapped_column(EncryptedText)
    kind: Mapped[str] = mapped_column(CODE)  # whom it concerns: a key of kinds.yml
    subject: Mapped[str] = mapped_column(CODE, default="", server_default="")  # of a case: what it is about, a regime
    variety: Mapped[str] = mapped_column(String(8))
    status: Mapped[str] = mapped_column(CODE, default="open", server_default="open")
    recorded_at: Mapped[datetime]

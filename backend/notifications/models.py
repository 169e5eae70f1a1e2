"""The one outbox: every message that leaves Haqqi, on any channel, is a row here first."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, Text, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, HASH, EncryptedText

CLASSES = ("reply", "code", "receipt", "statutory", "reminder", "campaign")
# Rank of a delivery status: a later report never lowers it. "held": waits until the person writes again, because the
# channel takes no free text before (WhatsApp's 24 hours).
STATUS_RANK = {"queued": 0, "sending": 1, "unknown": 2, "sent": 3, "failed": 4, "held": 5, "delivered": 6}


class OutboxMessage(Base):
    """One outgoing message. `handed_over`: who carries it, the webhook's own answer or a provider by the worker."""

    __tablename__ = "outbox_message"
    __table_args__ = (
        CheckConstraint(f"message_class in {CLASSES}", name="message_class"),
        CheckConstraint(f"status in {tuple(STATUS_RANK)}", name="status"),
        Index("ix_outbox_message_inbound_id", "inbound_id"),
        Index("ix_outbox_message_conversation_id", "conversation_id", "created_at"),
        Index("ix_outbox_message_address_hash", "address_hash", "created_at"),
        Index("ix_outbox_message_provider_message_id", "provider_message_id"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    inbound_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("inbound_message.id"))
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("conversation.id"))
    position: Mapped[int] = mapped_column(SmallInteger, default=0)  # order among the replies to one message
    message_class: Mapped[str] = mapped_column(CODE)
    channel: Mapped[str] = mapped_column(CODE)
    provider: Mapped[str] = mapped_column(CODE)
    handed_over: Mapped[str] = mapped_column(CODE)  # "response" | "provider"
    address: Mapped[str | None] = mapped_column(EncryptedText)
    address_hash: Mapped[bytes | None] = mapped_column(HASH)
    variety: Mapped[str] = mapped_column(String(8))
    body: Mapped[str] = mapped_column(EncryptedText)
    choices: Mapped[list[dict[str, str]]] = mapped_column(JSONB, default=list)
    template: Mapped[str | None] = mapped_column(CODE)  # an approved template that says it instead of the body
    plain: Mapped[bool] = mapped_column(default=False, server_default="false")  # buttons were refused: as text
    segments: Mapped[int] = mapped_column(SmallInteger, default=1)
    status: Mapped[str] = mapped_column(CODE, default="queued")
    attempts: Mapped[int] = mapped_column(SmallInteger, default=0)
    provider_message_id: Mapped[str | None] = mapped_column(String(64))
    last_error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    attempted_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]


class DeliveryReport(Base):
    """Every delivery state a provider reported, with its time: proof of notification is kept."""

    __tablename__ = "delivery_report"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    outbox_message_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("outbox_message.id"), index=True)
    state: Mapped[str] = mapped_column(CODE)
    error_code: Mapped[str | None] = mapped_column(CODE)
    reported_at: Mapped[datetime] = mapped_column(server_default=func.now())

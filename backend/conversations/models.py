"""Conversations and the messages people send."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, HASH, EncryptedText


class Conversation(Base):
    """One person's thread on one channel address; `session_id` names the present dialogue session in Rasa."""

    __tablename__ = "conversation"
    __table_args__ = (
        UniqueConstraint("channel", "address_hash"),
        CheckConstraint("owner in ('bot', 'human')", name="owner"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    channel: Mapped[str] = mapped_column(CODE)
    address: Mapped[str | None] = mapped_column(EncryptedText)  # E.164; none on web chat
    address_hash: Mapped[bytes] = mapped_column(HASH)  # on web chat: of the conversation's own id
    token_hash: Mapped[bytes | None] = mapped_column(HASH)  # web chat: proves that the browser owns the conversation
    session_id: Mapped[str] = mapped_column(String(32), unique=True)
    variety: Mapped[str | None] = mapped_column(String(8))
    variety_is_chosen: Mapped[bool] = mapped_column(default=False, server_default="false")
    menu: Mapped[list[str]] = mapped_column(JSONB, default=list)  # questions of the numbered choices last shown
    expects: Mapped[str | None] = mapped_column(CODE)  # the kind of entity that the last prompt asked for
    topic: Mapped[str | None] = mapped_column(CODE)  # the question answered last: follow-ups are read in its light
    misunderstood: Mapped[int] = mapped_column(SmallInteger, default=0)  # in a row
    owner: Mapped[str] = mapped_column(String(5), default="bot", server_default="bot")
    last_inbound_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())


class InboundMessage(Base):
    """A message as it came, stored before anything else; `claimed_until` keeps it from being handled twice."""

    __tablename__ = "inbound_message"
    __table_args__ = (
        UniqueConstraint("channel", "provider_message_id"),
        Index("ix_inbound_message_status", "status", postgresql_where="status <> 'answered'"),
        Index("ix_inbound_message_conversation_id", "conversation_id", "received_at"),
        CheckConstraint("status in ('received', 'answered')", name="status"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"))
    channel: Mapped[str] = mapped_column(CODE)
    provider: Mapped[str] = mapped_column(CODE)
    provider_message_id: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(EncryptedText)
    beside: Mapped[str | None] = mapped_column(EncryptedText)  # JSON of conversations.inbound.Beside
    status: Mapped[str] = mapped_column(CODE, default="received")
    reply_by: Mapped[str] = mapped_column(CODE, default="response")  # "response" of the webhook, or "provider"
    claim: Mapped[str | None] = mapped_column(String(32))
    claimed_until: Mapped[datetime | None]
    request_id: Mapped[str] = mapped_column(String(40))
    received_at: Mapped[datetime] = mapped_column(server_default=func.now())
    answered_at: Mapped[datetime | None]


class CallbackRequest(Base):
    """Somebody asked to be called by a person. Open until staff close it."""

    __tablename__ = "callback_request"
    __table_args__ = (Index("ix_callback_request_open", "conversation_id", postgresql_where="closed_at is null"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"))
    person_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id"))
    phone: Mapped[str] = mapped_column(EncryptedText)
    phone_hash: Mapped[bytes] = mapped_column(HASH)
    variety: Mapped[str] = mapped_column(String(8))
    asked_at: Mapped[datetime]
    promised_by: Mapped[datetime]
    closed_at: Mapped[datetime | None]

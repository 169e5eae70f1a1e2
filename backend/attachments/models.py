"""What people send as files."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, HASH, EncryptedBytes


class Attachment(Base):
    """One file, encrypted, in the database: no web server can reach it, and every replica of ours can.

    `kept_until` is when the retention job deletes it, unless a review request needs it longer.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        UniqueConstraint("inbound_id", "position"),
        Index("ix_attachment_conversation_id", "conversation_id", "received_at"),
        Index("ix_attachment_kept_until", "kept_until"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    conversation_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("conversation.id"))
    inbound_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("inbound_message.id"))
    position: Mapped[int] = mapped_column(SmallInteger)
    channel: Mapped[str] = mapped_column(CODE)
    content_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int] = mapped_column(Integer)
    digest: Mapped[bytes] = mapped_column(HASH)
    content: Mapped[bytes] = mapped_column(EncryptedBytes, deferred=True)
    received_at: Mapped[datetime]
    kept_until: Mapped[datetime]

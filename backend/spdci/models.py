"""Messages of the registry that were taken: each counts once."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE


class SpdciMessage(Base):
    """The id of a message that was taken, and nothing of what it says; kept for as long as it could come again."""

    __tablename__ = "spdci_message"
    __table_args__ = (Index("ix_spdci_message_received_at", "received_at"),)

    message_id: Mapped[str] = mapped_column(String(99), primary_key=True)
    action: Mapped[str] = mapped_column(CODE)
    received_at: Mapped[datetime]

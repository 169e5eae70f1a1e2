"""Messages that were not understood, kept because the person agreed."""

import uuid
from datetime import datetime

from sqlalchemy import String
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, EncryptedText


class UnclearMessage(Base):
    """One message, masked: no identifier, no phone, no date, and nothing that leads back to a conversation."""

    __tablename__ = "unclear_message"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    text: Mapped[str] = mapped_column(EncryptedText)
    variety: Mapped[str] = mapped_column(String(8))
    channel: Mapped[str] = mapped_column(CODE)
    readings: Mapped[list[str]] = mapped_column(JSONB)  # the likeliest intents
    agreed_at: Mapped[datetime]
    kept_until: Mapped[datetime]

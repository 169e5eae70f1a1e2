"""Alert preferences."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, HASH, EncryptedText


class AlertPreference(Base):
    """What a phone asked for last; earlier wishes are in the audit. No row: nobody asked for anything."""

    __tablename__ = "alert_preference"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    phone: Mapped[str] = mapped_column(EncryptedText)  # E.164
    phone_hash: Mapped[bytes] = mapped_column(HASH, unique=True)
    person_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("person.id"))  # when they were verified
    wanted: Mapped[bool]
    variety: Mapped[str] = mapped_column(String(8))
    channel: Mapped[str] = mapped_column(CODE)  # where they asked
    changed_at: Mapped[datetime]

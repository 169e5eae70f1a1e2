"""Health-insurance coverage of a person, regime by regime."""

import uuid
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.entitlements.regimes import REGIMES, STATUSES
from backend.identity.cipher import CODE, HASH, EncryptedText


class Coverage(Base):
    """Whether a person is covered under a regime, since when, and why not."""

    __tablename__ = "coverage"
    __table_args__ = (
        UniqueConstraint("person_id", "regime"),
        CheckConstraint(f"regime in {REGIMES}", name="regime"),
        CheckConstraint(f"status in {STATUSES}", name="status"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"))
    regime: Mapped[str] = mapped_column(CODE)
    status: Mapped[str] = mapped_column(CODE)
    since: Mapped[date]
    reason: Mapped[str | None] = mapped_column(CODE)  # a code of docs/extracts.md, e.g. unpaid_contributions
    registration_number: Mapped[str | None] = mapped_column(EncryptedText)
    row_digest: Mapped[bytes] = mapped_column(HASH)
    is_demo: Mapped[bool] = mapped_column(default=False, server_default="false")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())

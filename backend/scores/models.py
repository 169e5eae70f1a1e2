"""Score notices: the official score of a household, exactly as the registry sent it."""

import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, SmallInteger, String, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, HASH


class ScoreNotice(Base):
    """One computed score. `notified_on` is day 0 of the review window; receiving a score never sets it."""

    __tablename__ = "score_notice"
    __table_args__ = (
        UniqueConstraint("household_id", "computed_on"),
        CheckConstraint("notified_on is null or notified_on >= computed_on", name="notified_after_computed"),
        Index("ix_score_notice_notified_on", "notified_on", "id"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    household_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("household.id"))
    score: Mapped[Decimal] = mapped_column(Numeric)  # unconstrained: never re-rounded
    setting: Mapped[str] = mapped_column(String(5))
    region: Mapped[int] = mapped_column(SmallInteger)
    computed_on: Mapped[date]
    notified_on: Mapped[date | None]
    notified_by: Mapped[str | None] = mapped_column(CODE)
    declared: Mapped[dict[str, Any] | None] = mapped_column(
        JSONB(none_as_null=True)
    )  # inputs of data/score/formula.yml
    row_digest: Mapped[bytes] = mapped_column(HASH)
    is_demo: Mapped[bool] = mapped_column(default=False, server_default="false")
    received_at: Mapped[datetime] = mapped_column(server_default=func.now())

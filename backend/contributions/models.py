"""Contribution accounts and their monthly entries."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, SmallInteger, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.entitlements.regimes import REGIMES
from backend.identity.cipher import CODE, HASH

DIRHAMS = Numeric(12, 2)


class ContributionAccount(Base):
    """What a person owes and pays under one regime; for salaried people, what the employer declared."""

    __tablename__ = "contribution_account"
    __table_args__ = (UniqueConstraint("person_id", "regime"), CheckConstraint(f"regime in {REGIMES}", name="regime"))

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    person_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("person.id"))
    regime: Mapped[str] = mapped_column(CODE)
    next_debit_on: Mapped[date | None]
    next_debit_amount: Mapped[Decimal | None] = mapped_column(DIRHAMS)
    declared_days: Mapped[int | None] = mapped_column(SmallInteger)  # days declared in last_declared_month
    last_declared_month: Mapped[date | None]  # first day of the month
    row_digest: Mapped[bytes] = mapped_column(HASH)
    is_demo: Mapped[bool] = mapped_column(default=False, server_default="false")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class ContributionEntry(Base):
    """One month: what was due and what was paid, in dirhams."""

    __tablename__ = "contribution_entry"
    __table_args__ = (
        UniqueConstraint("account_id", "period"),
        CheckConstraint("due >= 0 and paid >= 0", name="amounts"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("contribution_account.id"))
    period: Mapped[date]  # first day of the month
    due: Mapped[Decimal] = mapped_column(DIRHAMS)
    paid: Mapped[Decimal] = mapped_column(DIRHAMS)
    paid_on: Mapped[date | None]
    method: Mapped[str | None] = mapped_column(CODE)
    row_digest: Mapped[bytes] = mapped_column(HASH)

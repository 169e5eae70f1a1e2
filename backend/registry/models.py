"""Households, persons and citizen-service centres, as the registry gives them."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, SmallInteger, String, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, HASH, EncryptedText


class Household(Base):
    """A household of the RSU: the people whose score is one."""

    __tablename__ = "household"
    __table_args__ = (
        CheckConstraint("setting in ('urban', 'rural')", name="setting"),
        CheckConstraint("region between 1 and 12", name="region"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    reference: Mapped[str] = mapped_column(EncryptedText)
    reference_hash: Mapped[bytes] = mapped_column(HASH, unique=True)
    setting: Mapped[str] = mapped_column(String(5))
    region: Mapped[int] = mapped_column(SmallInteger)
    row_digest: Mapped[bytes] = mapped_column(HASH)
    is_demo: Mapped[bool] = mapped_column(default=False, server_default="false")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())


class Person(Base):
    """A member of a household; the declarant is the one the agency notifies."""

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_phone_hash", "phone_hash"), Index("ix_person_household_id", "household_id"))

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    household_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("household.id"))
    idcs: Mapped[str] = mapped_column(EncryptedText)
    idcs_hash: Mapped[bytes] = mapped_column(HASH, unique=True)
    cnie: Mapped[str | None] = mapped_column(EncryptedText)
    cnie_hash: Mapped[bytes | None] = mapped_column(HASH, index=True)
    given_name: Mapped[str] = mapped_column(EncryptedText)
    family_name: Mapped[str] = mapped_column(EncryptedText)
    birth_date: Mapped[str] = mapped_column(EncryptedText)  # ISO date
    phone: Mapped[str | None] = mapped_column(EncryptedText)  # E.164
    phone_hash: Mapped[bytes | None] = mapped_column(HASH)
    is_declarant: Mapped[bool]
    variety: Mapped[str | None] = mapped_column(String(8))
    row_digest: Mapped[bytes] = mapped_column(HASH)
    is_demo: Mapped[bool] = mapped_column(default=False, server_default="false")
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now())

    @property
    def born(self) -> date:
        """Birth date as a date."""
        return date.fromisoformat(self.birth_date)


class Centre(Base):
    """A place where people are received: a citizen service centre or a CNSS agency."""

    __tablename__ = "centre"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    code: Mapped[str] = mapped_column(CODE, unique=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(CODE)
    address: Mapped[str] = mapped_column(Text)
    city: Mapped[str] = mapped_column(Text, index=True)
    region: Mapped[int] = mapped_column(SmallInteger)
    latitude: Mapped[Decimal | None] = mapped_column(Numeric(9, 6))
    longitude: Mapped[Decimal | None] = mapped_column(Numeric(9, 6))
    hours: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    row_digest: Mapped[bytes] = mapped_column(HASH)
    is_demo: Mapped[bool] = mapped_column(default=False, server_default="false")

"""Accounts of staff, and their sessions."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from backend.database import Base
from backend.identity.cipher import CODE, HASH, EncryptedText


class StaffAccount(Base):
    """One member of staff. Accounts are disabled, never deleted: the audit names them."""

    __tablename__ = "staff_account"
    __table_args__ = (
        CheckConstraint("role in ('agent', 'reviewer', 'supervisor', 'administrator')", name="role"),
        CheckConstraint("organisation in ('call_centre', 'agency')", name="organisation"),
        CheckConstraint("role <> 'reviewer' or organisation = 'agency'", name="reviewer_of_agency"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    name: Mapped[str] = mapped_column(EncryptedText)
    email: Mapped[str] = mapped_column(EncryptedText)
    email_hash: Mapped[bytes] = mapped_column(HASH, unique=True)
    role: Mapped[str] = mapped_column(CODE)
    organisation: Mapped[str] = mapped_column(CODE)
    password_hash: Mapped[str] = mapped_column(Text)  # argon2id with its parameters
    password_changed_at: Mapped[datetime]
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class StaffSession(Base):
    """One sign-in of one browser. Only a hash of its token is here: who reads the table can't use it."""

    __tablename__ = "staff_session"
    __table_args__ = (
        Index("ix_staff_session_account_id", "account_id"),
        Index("ix_staff_session_begun_at", "begun_at"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    account_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("staff_account.id"))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    address: Mapped[str] = mapped_column(EncryptedText)  # shown to its owner, who may not know it
    begun_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]  # at most a minute old
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None] = mapped_column(CODE)  # signed_out, replaced, password_changed, disabled

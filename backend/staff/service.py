"""Accounts of staff: adding, listing, disabling, passwords, and whether a password is right."""

import re
import unicodedata
import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.audit.service import record
from backend.database import Database
from backend.identity.cipher import look_up
from backend.staff import passwords
from backend.staff.member import Organisation, Role, StaffMember
from backend.staff.models import StaffAccount, StaffSession
from backend.staff.session import end_sessions, is_open

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
LONGEST_EMAIL, LONGEST_NAME = 254, 100


class AccountError(ValueError):
    """The account can't be made or changed; the message is one sentence for the operator, or several."""


@dataclass(frozen=True)
class AccountView:
    """An account as it is listed."""

    id: uuid.UUID
    name: str
    email: str
    role: Role
    organisation: Organisation
    created_at: datetime
    disabled_at: datetime | None
    open_sessions: int


@dataclass(frozen=True)
class Checked:
    """What an e-mail and a password led to.

    `account_id` is there for a wrong password too; `new_hash` is to replace one of other parameters.
    """

    account_id: uuid.UUID | None
    right: bool
    password_changed_at: datetime | None = None
    new_hash: str | None = None


def normalised_email(email: str) -> str:
    """The e-mail as it is looked up: letters' case does not matter."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


async def add_account(
    session: AsyncSession,
    *,
    name: str,
    email: str,
    role: Role,
    organisation: Organisation,
    password: str,
    actor: str,
) -> uuid.UUID:
    """Add an account and audit it. AccountError when something in it can't be."""
    name, email = " ".join(name.split()), email.strip()
    _check(name, email, role, organisation)
    _check_password(password, name, email)
    now = clock.now()
    account_id: uuid.UUID | None = await session.scalar(
        insert(StaffAccount)
        .values(
            id=uuid.uuid4(), name=name, email=email, email_hash=look_up("email", normalised_email(email)), role=role,
            organisation=organisation, password_hash=await passwords.hashed(password), password_changed_at=now,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=["email_hash"])
        .returning(StaffAccount.id)
    )  # fmt: skip
    if account_id is None:
        raise AccountError("There is an account with this e-mail already.")
    record(session, actor, "staff_added", account=str(account_id), role=role, organisation=organisation)
    return account_id


def _check(name: str, email: str, role: Role, organisation: Organisation) -> None:
    if not (0 < len(name) <= LONGEST_NAME and name.isprintable()):
        raise AccountError(f"The name must have 1 to {LONGEST_NAME} characters.")
    if not (EMAIL.fullmatch(email) and email.isprintable() and len(email) <= LONGEST_EMAIL):
        raise AccountError("The e-mail must look like name@example.org.")
    if role is Role.REVIEWER and organisation is not Organisation.AGENCY:
        raise AccountError("A reviewer belongs to the agency.")


def _check_password(password: str, name: str, email: str) -> None:
    if problems := passwords.problems(password, name, email):
        raise AccountError(" ".join(problems))


async def list_accounts(session: AsyncSession, *, actor: str) -> list[AccountView]:
    """Every account by name, with how often it is signed in. The look at them is audited."""
    record(session, actor, "staff_listed")
    counts = select(StaffSession.account_id, func.count()).where(is_open()).group_by(StaffSession.account_id)
    open_sessions = dict((await session.execute(counts)).tuples().all())
    views = [
        AccountView(
            account.id, account.name, account.email, Role(account.role), Organisation(account.organisation),
            account.created_at, account.disabled_at, open_sessions.get(account.id, 0),
        )
        for account in await session.scalars(select(StaffAccount))
    ]  # fmt: skip
    return sorted(views, key=lambda view: (view.name.casefold(), view.email))


async def _locked_account(session: AsyncSession, email: str) -> StaffAccount:
    """The account, locked until the transaction ends: nobody signs in to it meanwhile. AccountError without one."""
    query = select(StaffAccount).where(StaffAccount.email_hash == look_up("email", normalised_email(email)))
    account = await session.scalar(query.with_for_update())
    if account is None:
        raise AccountError("There is no account with this e-mail.")
    return account


async def disable_account(session: AsyncSession, email: str, *, actor: str) -> int:
    """Shut an account and end its sessions; how many there were. AccountError without such an account."""
    account = await _locked_account(session, email)
    if account.disabled_at is None:
        account.disabled_at = clock.now()
        record(session, actor, "staff_disabled", account=str(account.id))
    return await end_sessions(session, account.id, "disabled")


async def enable_account(session: AsyncSession, email: str, *, actor: str) -> None:
    """Open a disabled account again. AccountError without such an account."""
    account = await _locked_account(session, email)
    if account.disabled_at is not None:
        account.disabled_at = None
        record(session, actor, "staff_enabled", account=str(account.id))


async def reset_password(session: AsyncSession, email: str, password: str, *, actor: str) -> int:
    """Give an account a new password and end its sessions; how many. AccountError when it can't be."""
    account = await _locked_account(session, email)
    _check_password(password, account.name, account.email)
    account.password_hash = await passwords.hashed(password)
    account.password_changed_at = clock.now()
    record(session, actor, "staff_password_reset", account=str(account.id))
    return await end_sessions(session, account.id, "password_changed")


async def check_password(database: Database, email: str, password: str) -> Checked:
    """Look whether the password is right, with the same work for every e-mail. No connection is held meanwhile."""
    async with database.transaction() as session:
        query = select(
            StaffAccount.id, StaffAccount.password_hash, StaffAccount.password_changed_at, StaffAccount.disabled_at
        ).where(StaffAccount.email_hash == look_up("email", normalised_email(email)))
        account = (await session.execute(query)).one_or_none()
    right = await passwords.matches(account.password_hash if account else None, password)
    if account is None or not right or account.disabled_at is not None:
        return Checked(account.id if account else None, right=False)
    new_hash = await passwords.hashed(password) if passwords.is_outdated(account.password_hash) else None
    return Checked(account.id, True, account.password_changed_at, new_hash)


async def confirmed(session: AsyncSession, checked: Checked) -> StaffMember | None:
    """Who signed in, with their account locked; None when it was disabled or its password changed in the meantime."""
    account = await session.scalar(
        select(StaffAccount)
        .where(
            StaffAccount.id == checked.account_id,
            StaffAccount.password_changed_at == checked.password_changed_at,
            StaffAccount.disabled_at.is_(None),
        )
        .with_for_update()
    )
    if account is None:
        return None
    if checked.new_hash:
        await session.execute(
            update(StaffAccount).where(StaffAccount.id == account.id).values(password_hash=checked.new_hash)
        )
    return StaffMember(account.id, account.name, Role(account.role), Organisation(account.organisation))

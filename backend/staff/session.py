"""Sessions of staff: a cookie with a random token, a CSRF token bound to it, and who a request comes from.

Other routers use `require_staff`, with the roles of backend.staff.member:

    @router.post("/v1/reviews")
    async def file(member: Annotated[StaffMember, Depends(require_staff(Role.AGENT, Role.SUPERVISOR))]) -> ...
"""

import base64
import hashlib
import hmac
import secrets
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import Depends, Header, Request, Response
from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.app import Problem, runtime_of
from backend.audit.service import record
from backend.staff.member import Organisation, Role, StaffMember
from backend.staff.models import StaffAccount, StaffSession

IDLE, ABSOLUTE = timedelta(minutes=30), timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)
KEPT = timedelta(days=30)
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class PresentSession:
    """The session a request belongs to. `csrf_token` is what it must bring in X-CSRF-Token to change something."""

    id: uuid.UUID
    member: StaffMember
    expires_at: datetime
    csrf_token: str


@dataclass(frozen=True)
class OpenSession:
    """A session of a member of staff, as they see it."""

    id: uuid.UUID
    address: str
    begun_at: datetime
    last_seen_at: datetime


def _token_hash(token: str) -> bytes:
    """A plain hash is enough: nobody guesses 256 random bits."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def csrf_token(token: str) -> str:
    """The CSRF token of a session: it follows from the session's token and does not lead back to it."""
    digest = hmac.new(token.encode("utf-8", "replace"), b"haqqi staff csrf", hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def is_open() -> ColumnElement[bool]:
    """The condition for sessions that are neither ended nor over."""
    now = clock.now()
    return and_(StaffSession.ended_at.is_(None), StaffSession.expires_at > now, StaffSession.last_seen_at > now - IDLE)


async def begin_session(session: AsyncSession, member: StaffMember, address: str, replaced: str | None) -> str:
    """Begin a session and end the one whose token the browser still had; the new token, which is always our own."""
    now, token = clock.now(), secrets.token_urlsafe(32)
    if replaced:
        await _end(session, StaffSession.token_hash == _token_hash(replaced), "replaced")
    begun = StaffSession(
        id=uuid.uuid4(), account_id=member.id, token_hash=_token_hash(token), address=address, begun_at=now,
        last_seen_at=now, expires_at=now + ABSOLUTE,
    )  # fmt: skip
    session.add(begun)
    record(session, member.actor, "staff_signed_in", staff_session=str(begun.id))
    return token


async def find_session(session: AsyncSession, token: str) -> PresentSession | None:
    """The open session of a token, seen now; None when there is none, or its account is disabled."""
    query = (
        select(StaffSession, StaffAccount)
        .join(StaffAccount, StaffAccount.id == StaffSession.account_id)
        .where(StaffSession.token_hash == _token_hash(token), StaffAccount.disabled_at.is_(None), is_open())
    )
    found = (await session.execute(query)).one_or_none()
    if found is None:
        return None
    stored, account = found
    now = clock.now()
    if now - stored.last_seen_at >= SEEN_EVERY:
        await session.execute(update(StaffSession).where(StaffSession.id == stored.id).values(last_seen_at=now))
    member = StaffMember(account.id, account.name, Role(account.role), Organisation(account.organisation))
    return PresentSession(stored.id, member, stored.expires_at, csrf_token(token))


async def open_sessions(session: AsyncSession, account_id: uuid.UUID) -> list[OpenSession]:
    """The open sessions of an account, the newest first."""
    query = select(StaffSession).where(StaffSession.account_id == account_id, is_open())
    return [
        OpenSession(one.id, one.address, one.begun_at, one.last_seen_at)
        for one in await session.scalars(query.order_by(StaffSession.begun_at.desc()))
    ]


async def end_session(session: AsyncSession, present: PresentSession) -> None:
    """Sign out here."""
    await _end(session, StaffSession.id == present.id, "signed_out")
    record(session, present.member.actor, "staff_signed_out", staff_session=str(present.id))


async def end_sessions(session: AsyncSession, account_id: uuid.UUID, reason: str) -> int:
    """End every session of an account; how many there were."""
    return await _end(session, and_(StaffSession.account_id == account_id, is_open()), reason)


async def _end(session: AsyncSession, which: ColumnElement[bool], reason: str) -> int:
    ended = await session.execute(
        update(StaffSession)
        .where(which, StaffSession.ended_at.is_(None))
        .values(ended_at=clock.now(), end_reason=reason)
        .returning(StaffSession.id)
    )
    return len(ended.all())


async def delete_expired_sessions(session: AsyncSession) -> int:
    """Delete sessions that began more than 30 days ago; how many."""
    old = StaffSession.begun_at < clock.now() - KEPT
    gone = await session.execute(delete(StaffSession).where(old).returning(StaffSession.id))
    return len(gone.all())


def _is_encrypted(request: Request) -> bool:
    """Whether cookies are marked Secure: always, except on http in development."""
    return runtime_of(request).settings.env == "production" or request.url.scheme == "https"


def _cookie_name(request: Request) -> str:
    """With the prefix __Host- no other host of the domain can plant a cookie of this name; it needs Secure."""
    return "__Host-haqqi-staff" if _is_encrypted(request) else "haqqi-staff"


def token_of(request: Request) -> str | None:
    """The token in the request's cookie."""
    return request.cookies.get(_cookie_name(request))


def set_cookie(request: Request, response: Response, token: str) -> None:
    """Hand the token to the browser, until it is closed: no script reads it, no other site sends it."""
    response.set_cookie(
        _cookie_name(request), token, path="/", secure=_is_encrypted(request), httponly=True, samesite="strict"
    )


def clear_cookie(request: Request, response: Response) -> None:
    """Take the token back from the browser."""
    response.delete_cookie(
        _cookie_name(request), path="/", secure=_is_encrypted(request), httponly=True, samesite="strict"
    )


async def present_session(
    request: Request,
    response: Response,
    given: Annotated[str, Header(alias="X-CSRF-Token", description="Needed to change something.")] = "",
) -> PresentSession:
    """The session of this request: 401 without one, 403 when something is to be changed without its CSRF token."""
    token = token_of(request)
    if token is None:
        raise Problem(401, "Please sign in.")
    async with runtime_of(request).database.transaction() as session:
        present = await find_session(session, token)
    if present is None:
        raise Problem(401, "Please sign in.")
    if request.method not in SAFE_METHODS and not secrets.compare_digest(given.encode(), present.csrf_token.encode()):
        raise Problem(403, "The header X-CSRF-Token is missing or not this session's.")
    response.headers["Cache-Control"] = "no-store"
    return present


def require_staff(*roles: Role) -> Callable[..., Awaitable[StaffMember]]:
    """A dependency that gives the StaffMember of a request, who has one of these roles (without any: whatever role).

    401 without a session; 403 with another role, or for a change (POST, PUT, PATCH, DELETE) without the CSRF header.
    """

    async def member_of(present: Annotated[PresentSession, Depends(present_session)]) -> StaffMember:
        if roles and present.member.role not in roles:
            raise Problem(403, "Your role does not allow this.")
        return present.member

    return member_of

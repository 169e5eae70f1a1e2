"""Signing in and out, and who is signed in."""

import uuid
from contextlib import suppress
from datetime import datetime
from typing import Annotated, Any

import structlog
from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field
from redis.exceptions import RedisError

from backend.app import Problem, runtime_of
from backend.staff import caps, service
from backend.staff import session as sessions
from backend.staff.member import Organisation, Role, StaffMember
from backend.staff.session import PresentSession, present_session

log = structlog.get_logger()
SIGNED_IN: dict[int | str, dict[str, Any]] = {
    401: {"description": "Nobody is signed in"},
    403: {"description": "X-CSRF-Token is missing or wrong"},
}
router = APIRouter(prefix="/v1/staff", tags=["staff"])


class Credentials(BaseModel):
    """What a member of staff signs in with."""

    email: str = Field(max_length=service.LONGEST_EMAIL)
    password: str = Field(max_length=512)


class MemberView(BaseModel):
    """A member of staff."""

    id: uuid.UUID
    name: str
    role: Role
    organisation: Organisation


class SignedIn(BaseModel):
    """Who signed in. Send `csrf_token` as X-CSRF-Token with every POST, PUT, PATCH and DELETE of this session."""

    member: MemberView
    csrf_token: str


class SessionView(BaseModel):
    """One of the member's open sessions, with the address it was begun from."""

    id: uuid.UUID
    here: bool
    address: str
    begun_at: datetime
    last_seen_at: datetime


class Me(SignedIn):
    """Who is signed in, until when at most, and everywhere they are."""

    expires_at: datetime
    sessions: list[SessionView]


@router.post(
    "/session",
    status_code=201,
    summary="Sign in",
    responses={
        401: {"description": "E-mail or password is wrong, or the account disabled"},
        429: {"description": "Too many wrong ones: Retry-After says how many seconds to wait"},
        503: {"description": "Not possible at the moment"},
    },
)
async def sign_in(request: Request, response: Response, body: Credentials) -> SignedIn:
    """Sets the session's cookie. The answer is the same for an unknown e-mail and a wrong password."""
    runtime = runtime_of(request)
    address = client_address(request)
    attempt = await _counted(request, address, service.normalised_email(body.email))
    checked = await service.check_password(runtime.database, body.email, body.password)
    _warn(attempt, checked, address)
    async with runtime.database.transaction() as session:
        member = await service.confirmed(session, checked) if checked.right else None
        if member is None:
            raise Problem(401, "The e-mail or the password is wrong.")
        token = await sessions.begin_session(session, member, address, sessions.token_of(request))
    with suppress(RedisError):  # at worst the attempt counts as a failure
        await caps.forgive(runtime.redis, attempt)
    sessions.set_cookie(request, response, token)
    response.headers["Cache-Control"] = "no-store"
    return SignedIn(member=_view(member), csrf_token=sessions.csrf_token(token))


async def _counted(request: Request, address: str, email: str) -> caps.Attempt:
    """The attempt, counted. 429 when the address or the account at this address has to wait; 503 without Redis."""
    try:
        attempt = await caps.begin(runtime_of(request).redis, address, email)
    except RedisError as error:
        log.error("sign-in can't be counted", error=type(error).__name__)
        raise Problem(503, "Signing in is not possible at the moment. Please try again.") from None
    if attempt.wait_seconds:
        log.warning("staff sign-in refused", address=caps.address_code(address), seconds=attempt.wait_seconds)
        headers = {"Retry-After": str(attempt.wait_seconds)}
        raise Problem(429, "There were too many wrong attempts from here. Please wait.", headers=headers)
    return attempt


def _warn(attempt: caps.Attempt, checked: service.Checked, address: str) -> None:
    """Log a failure and what it led to: the account's id and a hash of the address, nothing that was typed."""
    where = {"account": str(checked.account_id) if checked.account_id else None, "address": caps.address_code(address)}
    if not checked.right:
        log.warning("staff sign-in failed", **where)
    if attempt.locks:
        log.warning("staff sign-in address locked", **where)
    for scope in attempt.alarms:
        log.error("staff sign-in alarm", scope=scope, **where)


@router.delete("/session", status_code=204, summary="Sign out", responses=SIGNED_IN)
async def sign_out(
    request: Request,
    response: Response,
    present: Annotated[PresentSession, Depends(present_session)],
    everywhere: Annotated[bool, Query(description="End the member's other sessions too")] = False,
) -> None:
    """Ends the session and takes its cookie back."""
    async with runtime_of(request).database.transaction() as session:
        await sessions.end_session(session, present)
        if everywhere:
            await sessions.end_sessions(session, present.member.id, "signed_out")
    sessions.clear_cookie(request, response)


@router.get("/me", summary="Who is signed in", responses=SIGNED_IN)
async def me(request: Request, present: Annotated[PresentSession, Depends(present_session)]) -> Me:
    """The member, the CSRF token of this session, and all their open sessions, the newest first."""
    async with runtime_of(request).database.transaction() as session:
        found = await sessions.open_sessions(session, present.member.id)
    return Me(
        member=_view(present.member),
        csrf_token=present.csrf_token,
        expires_at=present.expires_at,
        sessions=[
            SessionView(
                id=one.id,
                here=one.id == present.id,
                address=one.address,
                begun_at=one.begun_at,
                last_seen_at=one.last_seen_at,
            )
            for one in found
        ],
    )


def _view(member: StaffMember) -> MemberView:
    return MemberView(id=member.id, name=member.name, role=member.role, organisation=member.organisation)


def client_address(request: Request) -> str:
    """The address a request comes from.

    uvicorn has put it there: that of the connection, or the last one in X-Forwarded-For that is no proxy of ours when
    the connection comes from a peer of --forwarded-allow-ips (FORWARDED_ALLOW_IPS; without it 127.0.0.1 only).
    """
    return request.client.host if request.client else ""

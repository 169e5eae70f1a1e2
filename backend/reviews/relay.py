"""What goes to the registers agency: signed, by HTTP or into a folder, once for it however often it is sent.

The message is stored in the transaction that causes it, and a job (ids only) sends it until the agency takes it. Every
attempt carries the same Idempotency-Key. All messages of one request leave in their order.
"""

import base64
import hashlib
import hmac
import json
import tempfile
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import structlog
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.attachments.service import contents
from backend.database import Database
from backend.notifications import jobs as queue
from backend.reviews import jobs
from backend.reviews.agency import acknowledge
from backend.reviews.dossier import FORMAT, file_names, pdf_of
from backend.reviews.history import Why, change, locked
from backend.reviews.models import AgencyMessage, ReviewRequest
from backend.reviews.parties import SYSTEM
from backend.settings import Settings

log = structlog.get_logger()
RETRIED = frozenset({408, 423, 425, 429})
SIGNATURE = "X-Haqqi-Signature"


class RelayPostponedError(Exception):
    """The agency did not take the message, or may have taken it: the job tries again with the same key."""


class _NotTakenError(Exception):
    """The agency refused for good; staff look at it. `code` is for the log."""


@dataclass(frozen=True)
class _Parcel:
    """A message as it leaves: its key, the request's reference, the signed body."""

    key: str
    reference: str
    body: bytes
    signature: str


def signature_of(body: bytes, secret: str) -> str:
    """The signature of a body: HMAC-SHA256 with HAQQI_AGENCY_SECRET, in both directions."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def is_signed(body: bytes, signature: str, secret: str) -> bool:
    """Whether a body bears the signature; never without a secret."""
    return bool(secret) and hmac.compare_digest(signature_of(body, secret).encode(), signature.encode())


# Making messages ------------------------------------------------------------------------------------------------------


async def queue_message(
    session: AsyncSession,
    request: ReviewRequest,
    kind: str,
    payload: dict[str, Any],
    attachment_ids: list[uuid.UUID],
) -> None:
    """Store a message for the agency and its job, in this transaction. The first one of a kind has a plain key."""
    assert request.reference  # only what was submitted goes to the agency
    number = await session.scalar(
        select(func.count()).where(AgencyMessage.request_id == request.id, AgencyMessage.kind == kind)
    )
    key = request.reference if kind == "dossier" else f"{request.reference}-{kind}-{(number or 0) + 1}"
    message = AgencyMessage(
        id=uuid.uuid4(),
        request_id=request.id,
        kind=kind,
        key=key,
        payload=json.dumps(payload, ensure_ascii=False),
        attachment_ids=[str(attachment_id) for attachment_id in attachment_ids],
        made_at=clock.now(),
    )
    session.add(message)
    await session.flush()
    await queue.defer(session, jobs.relay, f"review:{request.id}", message_id=str(message.id))


async def queue_withdrawal(session: AsyncSession, request: ReviewRequest, reason: str) -> None:
    """Tell the agency that a request is withdrawn; a dossier that never left is withheld, and nothing is told."""
    dossier = await session.scalar(
        select(AgencyMessage)
        .where(AgencyMessage.request_id == request.id, AgencyMessage.kind == "dossier")
        .with_for_update()
    )
    if dossier is None:
        return
    if dossier.attempts == 0:
        dossier.status = "withheld"
        return
    payload = {"format": FORMAT, "kind": "withdrawal", "reference": request.reference, "reason": reason}
    await queue_message(session, request, "withdrawal", payload, [])


async def resend(session: AsyncSession, request: ReviewRequest) -> int:
    """Send again what the agency refused, once what was wrong is mended; how many messages."""
    rows = await session.scalars(
        select(AgencyMessage)
        .where(AgencyMessage.request_id == request.id, AgencyMessage.status == "refused")
        .order_by(AgencyMessage.made_at)
        .with_for_update()
    )
    refused = list(rows)
    for message in refused:
        message.status, message.last_error = "queued", None
        await queue.defer(session, jobs.relay, f"review:{request.id}", message_id=str(message.id))
    return len(refused)


# Sending --------------------------------------------------------------------------------------------------------------


async def send(database: Database, settings: Settings, message_id: uuid.UUID) -> None:
    """Send one message unless it was taken. RelayPostponedError when the outcome is not known, or not final.

    No transaction is open while the agency is asked. An attempt is counted before it is made: whoever withdraws
    afterwards knows that the agency may have the dossier.
    """
    parcel = await _claim(database, settings, message_id)
    if parcel is None:
        return
    answer = None
    try:
        if settings.agency_url:
            answer = await _post(settings, parcel)
        else:
            _lay(settings.agency_outbox, parcel)
    except _NotTakenError as error:
        await _settle(database, message_id, "refused", error=str(error))
        log.error("the agency refused a message", message=str(message_id), code=str(error))
    except (httpx.HTTPError, OSError) as error:
        await _settle(database, message_id, "queued", error=type(error).__name__)
        raise RelayPostponedError(str(message_id)) from error
    else:
        await _settle(database, message_id, "taken", agency_reference=answer)


async def _claim(database: Database, settings: Settings, message_id: uuid.UUID) -> _Parcel | None:
    async with database.transaction() as session:
        message = await session.get(AgencyMessage, message_id, with_for_update=True)
        if message is None or message.status != "queued":
            return None
        request = await session.get_one(ReviewRequest, message.request_id)
        if message.kind == "dossier" and request.status == "withdrawn" and message.attempts == 0:
            message.status = "withheld"
            return None
        message.attempts += 1
        body = await _body(session, message)
        signature = signature_of(body, settings.agency_secret.get_secret_value())
        return _Parcel(message.key, request.reference or "", body, signature)


async def _body(session: AsyncSession, message: AgencyMessage) -> bytes:
    """The payload with its papers: the dossier's PDF, then the files, base64."""
    payload: dict[str, Any] = json.loads(message.payload)
    files = await contents(session, [uuid.UUID(attachment_id) for attachment_id in message.attachment_ids])
    types = [content_type for content_type, _ in files]
    named = list(zip(file_names(message.key, types), files, strict=True))
    if message.kind == "dossier":
        named.insert(0, (f"{message.key}.pdf", ("application/pdf", pdf_of(payload, types))))
    documents = [
        {
            "name": name,
            "content_type": content_type,
            "sha256": hashlib.sha256(content).hexdigest(),
            "base64": base64.b64encode(content).decode(),
        }
        for name, (content_type, content) in named
    ]
    return json.dumps(payload | {"documents": documents}, ensure_ascii=False).encode()


async def _post(settings: Settings, parcel: _Parcel) -> str | None:
    """Post a message; the agency's own reference, if its answer has it. 409 means that it has the message already."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": parcel.key, SIGNATURE: parcel.signature}
    async with httpx.AsyncClient(timeout=settings.agency_timeout_seconds) as client:
        response = await client.post(settings.agency_url, content=parcel.body, headers=headers)
    if response.status_code in RETRIED or response.status_code >= 500:
        response.raise_for_status()
    if not response.is_success and response.status_code != 409:
        raise _NotTakenError(f"HTTP {response.status_code}")
    return _reference_in(response)


def _reference_in(response: httpx.Response) -> str | None:
    try:
        answer = response.json()
    except ValueError:
        return None
    given = answer.get("agency_reference") if isinstance(answer, dict) else None
    return given if isinstance(given, str) and 0 < len(given) <= 80 else None


def _lay(outbox: Path, parcel: _Parcel) -> None:
    """Lay a message into the folder, complete or not at all: body, signature, and its documents as files beside it."""
    target = outbox / parcel.key
    if target.exists():
        return
    outbox.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=".laying-", dir=outbox) as name:
        folder = Path(name) / parcel.key
        folder.mkdir(mode=0o700)
        (folder / "message.json").write_bytes(parcel.body)
        (folder / "message.json.signature").write_text(parcel.signature)
        for document in json.loads(parcel.body)["documents"]:
            (folder / document["name"]).write_bytes(base64.b64decode(document["base64"]))
        try:
            folder.rename(target)
        except OSError:
            if not target.exists():  # another attempt was faster otherwise
                raise


async def _settle(
    database: Database,
    message_id: uuid.UUID,
    status: str,
    *,
    error: str | None = None,
    agency_reference: str | None = None,
) -> None:
    async with database.transaction() as session:
        message = await session.get_one(AgencyMessage, message_id)
        request = await locked(session, message.request_id)  # locks are always taken in this order
        await session.refresh(message, with_for_update=True)
        if message.status != "queued":
            return
        message.status, message.last_error = status, error
        if status != "taken":
            return
        message.taken_at = clock.now()
        if message.kind == "dossier":
            if request.status == "submitted":
                await change(session, request, "transmitted", SYSTEM, Why("taken_by_agency", key=f"relay:{message.id}"))
            if agency_reference:
                await acknowledge(session, request, agency_reference, key=f"relay:{message.id}:answer")

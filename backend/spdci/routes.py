"""What a registry tells us: `/registry/notify` and `/registry/on-subscribe`, in the standard's own forms.

An envelope that can't be read or believed gets the published error; what the standard has no answer for (a body that is
too large, a wrong method) gets problem+json like everywhere.
"""

from typing import Any, TypeVar

import structlog
from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.app import runtime_of
from backend.audit.service import record
from backend.settings import Settings, spdci_problems
from backend.spdci import messages
from backend.spdci.envelope import Envelope, EnvelopeError, Header, places, seal, unseal
from backend.spdci.messages import MOST_EVENTS, NotifyEvent, NotifyMessage, SubscribeAnswer
from backend.spdci.records import GroupScore, RecordError, read_group, records_of
from backend.spdci.service import REGISTRY, UNREADABLE, Receipt, is_first, receive

log = structlog.get_logger()
Model = TypeVar("Model", bound=BaseModel)
# Answered as errors of the transport (the published HttpErrorResponse); every other error is an acknowledgement.
UNAUTHORIZED = frozenset({"err.signature.missing", "err.signature.invalid", "err.sender_id.invalid"})

router = APIRouter(prefix="/registry", tags=["social registry (SPDCI v1.0.0)"])


def _documented(model: type[BaseModel]) -> dict[str, Any]:
    """The body is read as bytes, so that numbers stay as they are written: its form for the OpenAPI document."""
    properties = {
        "signature": {"type": "string"},
        "header": Header.model_json_schema(),
        "message": _inlined(model.model_json_schema()),
    }
    schema = {"type": "object", "properties": properties, "required": ["signature", "header", "message"]}
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def _inlined(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema without references: within an OpenAPI document they would lead nowhere."""
    definitions = schema.pop("$defs", {})

    def inlined(node: Any) -> Any:
        if isinstance(node, list):
            return [inlined(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return inlined(definitions[node["$ref"].rsplit("/", 1)[1]])
        return {name: inlined(value) for name, value in node.items()}

    found: dict[str, Any] = inlined(schema)
    return found


ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "Acknowledged; header and message say what became of it"},
    400: {"description": "The message can't be read, or is meant for another system (acknowledgement ERR)"},
    401: {"description": "The signature is missing or does not fit, or the sender is unknown"},
    503: {"description": "No registry is set here (acknowledgement ERR)"},
}


@router.post(
    "/notify", summary="A registry tells of new scores", responses=ANSWERS, openapi_extra=_documented(NotifyMessage)
)
async def notify(request: Request) -> Response:
    """Every event is kept once and its household told once, however often it comes; each gets a status of its own."""
    settings = runtime_of(request).settings
    try:
        envelope = await _opened(request, settings, "notify")
        events = _events(envelope)
        async with runtime_of(request).database.transaction() as session:
            await _once(session, envelope)
            codes = await _take(session, settings, events)
    except EnvelopeError as error:
        return _refusal(settings, "on-notify", error)
    log.info("scores were notified", events=len(codes), rejected=sum(code is not None for code in codes))
    return _answer(settings, "on-notify", events, codes)


@router.post(
    "/on-subscribe",
    summary="A registry tells what became of a subscription",
    responses=ANSWERS,
    openapi_extra=_documented(SubscribeAnswer),
)
async def on_subscribe(request: Request) -> Response:
    """The codes of the subscriptions are noted in the audit."""
    settings = runtime_of(request).settings
    try:
        envelope = await _opened(request, settings, "on-subscribe")
        answer = _message(envelope, SubscribeAnswer)
        async with runtime_of(request).database.transaction() as session:
            await _once(session, envelope)
            for item in answer.subscribe_response:
                codes = {one.code: one.status for one in item.subscriptions}
                outcome = {"status": item.status, "code": item.status_reason_code, "subscriptions": codes}
                record(session, REGISTRY, "registry_subscription", None, **outcome)
    except EnvelopeError as error:
        return _refusal(settings, "on-subscribe", error)
    return JSONResponse({"message": messages.acknowledgement("ACK", clock.now())})


async def _opened(request: Request, settings: Settings, action: str) -> Envelope:
    if not settings.has_spdci or spdci_problems(settings):
        raise EnvelopeError("err.service.unavailable", "No registry is set here.")
    return unseal(settings, await request.body(), frozenset({action}), clock.now())


async def _once(session: AsyncSession, envelope: Envelope) -> None:
    if not await is_first(session, envelope.header):
        raise EnvelopeError("rjct.message_id.duplicate", "This message was taken before.")


def _events(envelope: Envelope) -> list[NotifyEvent]:
    events = _message(envelope, NotifyMessage).notify_event
    if envelope.header.total_count not in (None, len(events)):
        raise EnvelopeError("rjct.total_count.invalid", "total_count is not the number of events.")
    if len(events) > MOST_EVENTS:
        raise EnvelopeError("rjct.total_count.limit_exceeded", f"More than {MOST_EVENTS} events.")
    return events


def _message(envelope: Envelope, model: type[Model]) -> Model:
    try:
        return model.model_validate(envelope.message)
    except ValidationError as error:
        raise EnvelopeError("err.request.bad", f"The message can't be read: {places(error)}.") from error


async def _take(session: AsyncSession, settings: Settings, events: list[NotifyEvent]) -> list[str | None]:
    """Take every event; the reason of each that was rejected, None for the others."""
    read = [_scores(settings, event) for event in events]
    receipts = iter(await receive(session, [score for scores in read for score in scores]))
    return [_code([next(receipts) for _ in scores]) for scores in read]


def _scores(settings: Settings, event: NotifyEvent) -> list[GroupScore]:
    """The scores of an event; none when one of its records can't be read."""
    try:
        return [read_group(found, settings) for found in records_of(event.data)]
    except RecordError as error:
        log.warning("a notified record can't be read", why=str(error))
        return []


def _code(receipts: list[Receipt]) -> str | None:
    if not receipts:
        return UNREADABLE
    return next((receipt.code for receipt in receipts if receipt.code), None)


def _answer(settings: Settings, action: str, events: list[NotifyEvent], codes: list[str | None]) -> Response:
    """The acknowledgement, in a signed envelope that says what became of each event."""
    now = clock.now()
    pairs = zip(events, codes, strict=True)
    outcomes = [messages.outcome(event.reference_id, code, now) for event, code in pairs]
    status = "succ" if None in codes else "rjct"
    message = messages.acknowledgement("ACK", now, notify_response=outcomes)
    counts = {"total_count": len(events), "completed_count": len(events)}
    return JSONResponse(seal(settings, action, message, now, status=status, **counts))


def _refusal(settings: Settings, action: str, error: EnvelopeError) -> Response:
    now = clock.now()
    log.warning("a message of the registry was not taken", code=error.code, why=error.why)
    problem = {"code": error.code, "message": error.why}
    if error.code in UNAUTHORIZED:
        return JSONResponse({"errors": [problem]}, 401)
    if error.code.startswith("rjct."):
        reason = {"status": "rjct", "status_reason_code": error.code, "status_reason_message": error.why}
        message = messages.acknowledgement("NACK", now)
        return JSONResponse(seal(settings, action, message, now, total_count=None, **reason))
    status = 503 if error.code == "err.service.unavailable" else 400
    return JSONResponse({"message": messages.acknowledgement("ERR", now, error=problem)}, status)

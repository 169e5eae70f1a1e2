"""SMS in: Twilio's and Jasmin's webhooks. Anything that can't prove where it comes from is refused and not stored."""

import secrets
import uuid
from typing import Annotated
from xml.sax.saxutils import escape

from fastapi import APIRouter, Query, Request
from fastapi.responses import PlainTextResponse, Response

from backend.app import Problem, runtime_of
from backend.conversations.inbound import Inbound
from channels.sms.numbers import e164
from channels.twilio_api import field, signed_form, take_report

router = APIRouter(prefix="/channels/sms", tags=["sms"])
UCS2_CODINGS = {"8", "\x08"}


@router.post("/twilio", summary="An SMS that came in through Twilio", response_class=Response)
async def twilio_inbound(request: Request) -> Response:
    """Answers with TwiML. The same MessageSid twice is stored once and gets the same answer."""
    runtime = runtime_of(request)
    form = await signed_form(request, runtime.settings)
    sender, sid = e164(field(form, "From")), field(form, "MessageSid")
    if sender is None or not 0 < len(sid) <= 64:
        raise Problem(400, "From or MessageSid is missing or unusable.")
    inbound = Inbound(
        channel="sms",
        provider="twilio",
        provider_message_id=f"twilio:{sid}",
        text=field(form, "Body"),
        request_id=request.state.request_id,
        address=sender,
    )
    replies = await runtime.gateway.receive(inbound, runtime.settings.webhook_wait_seconds)
    messages = "".join(f"<Message>{escape(reply.body)}</Message>" for reply in replies or ())
    return Response(
        f'<?xml version="1.0" encoding="UTF-8"?><Response>{messages}</Response>', media_type="application/xml"
    )


@router.post("/twilio/status", summary="Twilio's report on a message we sent", status_code=204)
async def twilio_status(request: Request, message: Annotated[uuid.UUID, Query()]) -> Response:
    """Keeps every state; a late one never lowers a higher one. Unknown messages are 404."""
    return await take_report(request, message)


@router.post("/jasmin", summary="An SMS that came in through Jasmin", response_class=PlainTextResponse)
async def jasmin_inbound(request: Request, secret: str = "") -> PlainTextResponse:
    """The shared secret comes as `?secret=` or in the header X-Haqqi-Secret; the reply goes through Jasmin's API."""
    runtime = runtime_of(request)
    expected = runtime.settings.jasmin_secret.get_secret_value()
    given = request.headers.get("x-haqqi-secret", secret)
    if not expected or not secrets.compare_digest(given.encode(), expected.encode()):
        raise Problem(403, "The secret is not valid.")
    form = await request.form()
    sender, message_id = e164(field(form, "from")), field(form, "id")
    if sender is None or not 0 < len(message_id) <= 64:
        raise Problem(400, "from or id is missing or unusable.")
    inbound = Inbound(
        channel="sms",
        provider="jasmin" if runtime.settings.jasmin_api_url else runtime.settings.outgoing_sms_provider,
        provider_message_id=f"jasmin:{message_id}",
        text=jasmin_text(field(form, "content"), field(form, "binary"), field(form, "coding")),
        request_id=request.state.request_id,
        address=sender,
    )
    await runtime.gateway.receive(inbound, 0)
    return PlainTextResponse("ACK/Jasmin")


def jasmin_text(content: str, binary: str, coding: str) -> str:
    """The text of a Jasmin message. Arabic is UTF-16BE: read from `binary` (hex), for `content` holds raw bytes."""
    if coding in UCS2_CODINGS and binary:
        try:
            return bytes.fromhex(binary).decode("utf-16-be", "replace")
        except ValueError:
            return content
    return content

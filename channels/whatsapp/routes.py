"""WhatsApp in: Twilio's webhooks. What can't prove that it comes from Twilio is refused and not stored."""

import uuid
from typing import Annotated
from xml.sax.saxutils import escape

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.datastructures import FormData

from backend.app import Problem, runtime_of
from backend.conversations.inbound import Beside, Inbound, Media
from channels.sms.numbers import e164
from channels.twilio_api import field, signed_form, take_report
from channels.whatsapp.provider import WhatsAppProvider, numbered

router = APIRouter(prefix="/channels/whatsapp", tags=["whatsapp"])
PREFIX = "whatsapp:"
FILES_A_MESSAGE = 10
# Twilio's MessageType for what comes without a file that would say what it is.
KINDS = {"contacts": "contact", "sticker": "sticker", "unsupported": "file", "audio": "voice", "video": "video"}


@router.post("/twilio", summary="A WhatsApp message that came in through Twilio", response_class=Response)
async def inbound(request: Request) -> Response:
    """Answers with TwiML; with buttons in use, the reply goes by Twilio's API instead (TwiML has no buttons)."""
    runtime = runtime_of(request)
    form = await signed_form(request, runtime.settings)
    sender, sid = e164(field(form, "From").removeprefix(PREFIX)), field(form, "MessageSid")
    if sender is None or not field(form, "From").startswith(PREFIX) or not 0 < len(sid) <= 64:
        raise Problem(400, "From or MessageSid is missing or unusable.")
    message = Inbound(
        channel="whatsapp",
        provider=WhatsAppProvider.name,
        provider_message_id=f"twilio:{sid}",
        text=field(form, "Body"),
        request_id=request.state.request_id,
        address=sender,
        beside=beside(form),
    )
    wait = 0 if runtime.settings.whatsapp_buttons else runtime.settings.webhook_wait_seconds
    replies = await runtime.gateway.receive(message, wait)
    texts = [numbered(reply.body, [choice["label"] for choice in reply.choices]) for reply in replies or ()]
    messages = "".join(f"<Message>{escape(text)}</Message>" for text in texts)
    return Response(
        f'<?xml version="1.0" encoding="UTF-8"?><Response>{messages}</Response>', media_type="application/xml"
    )


@router.post("/twilio/status", summary="Twilio's report on a WhatsApp message we sent", status_code=204)
async def status(request: Request, message: Annotated[uuid.UUID, Query()]) -> Response:
    """Keeps every state. 63016 (outside the 24 hours): the message is held, and the person invited to write."""
    return await take_report(request, message)


def beside(form: FormData) -> Beside:
    """What the message holds beside its text: the question of a button, files, a place."""
    media = files(form)
    kind = None if media else KINDS.get(field(form, "MessageType"))
    return Beside(
        choice=(field(form, "ButtonPayload") or field(form, "ListId"))[:80] or None,
        media=media,
        location=place(field(form, "Latitude"), field(form, "Longitude")),
        kind=kind,
    )


def files(form: FormData) -> tuple[Media, ...]:
    """The files of a message, as Twilio numbers them."""
    count = field(form, "NumMedia")
    number = min(int(count), FILES_A_MESSAGE) if count.isascii() and count.isdigit() else 0
    found = [Media(field(form, f"MediaUrl{n}"), field(form, f"MediaContentType{n}")[:80]) for n in range(number)]
    return tuple(media for media in found if media.url)


def place(latitude: str, longitude: str) -> tuple[float, float] | None:
    """A place in degrees; None when it is none."""
    try:
        found = float(latitude), float(longitude)
    except ValueError:
        return None
    return found if -90 <= found[0] <= 90 and -180 <= found[1] <= 180 else None

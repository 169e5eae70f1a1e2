"""A phone in the browser, so that anybody can try SMS after `make run`. Mounted in development only."""

import uuid
from datetime import datetime
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field
from sqlalchemy import select

from backend.app import Problem, runtime_of
from backend.conversations.inbound import Inbound
from backend.conversations.models import Conversation, InboundMessage
from backend.demo.people import DemoPerson, demo_people
from backend.identity.cipher import look_up
from backend.notifications.models import OutboxMessage
from backend.notifications.segments import measure
from channels.sms.numbers import e164
from channels.webchat.routes import WireText

STATIC = Path(__file__).parent / "static"
router = APIRouter(tags=["simulator (development)"])


class SimulatedSms(BaseModel):
    """An SMS typed into the simulator."""

    phone: str = Field(max_length=20)
    text: WireText


class ThreadMessage(BaseModel):
    """A message of a phone's thread; `speaker` is "phone" or "haqqi" (JSON name: from)."""

    id: uuid.UUID
    speaker: str = Field(serialization_alias="from")
    text: str
    at: datetime
    segments: int
    encoding: str
    status: str
    message_class: str


class Thread(BaseModel):
    """All messages of one phone, the oldest first."""

    messages: list[ThreadMessage]


@router.get("/simulator", include_in_schema=False)
async def page() -> FileResponse:
    """The handset."""
    return FileResponse(STATIC / "index.html")


@router.get("/simulator/people", summary="Demo people to try with")
async def people(request: Request) -> list[DemoPerson]:
    """As `haqqi demo people --json`."""
    async with runtime_of(request).database.transaction() as session:
        return await session.run_sync(demo_people)


def phone_of(text: str) -> str:
    """A typed number as E.164; 422 when it is none."""
    number = e164(text)
    if number is None:
        raise Problem(422, "This is not a phone number.")
    return number


@router.post("/simulator/messages", status_code=202, summary="Send an SMS to Haqqi")
async def send(request: Request, body: SimulatedSms) -> Thread:
    """Goes through the same gateway as a provider's webhook; returns the thread."""
    runtime = runtime_of(request)
    phone = phone_of(body.phone)
    inbound = Inbound(
        channel="sms",
        provider="console",
        provider_message_id=f"simulator:{uuid.uuid4()}",
        text=body.text,
        request_id=request.state.request_id,
        address=phone,
    )
    await runtime.gateway.receive(inbound, runtime.settings.webhook_wait_seconds)
    return await thread(request, phone)


@router.get("/simulator/messages", summary="The thread of one phone")
async def thread(request: Request, phone: Annotated[str, Query(max_length=20)]) -> Thread:
    """What this phone sent and got, codes included."""
    address_hash = look_up("phone", phone_of(phone))
    async with runtime_of(request).database.transaction() as session:
        said = await session.scalars(
            select(InboundMessage)
            .join(Conversation, Conversation.id == InboundMessage.conversation_id)
            .where(Conversation.channel == "sms", Conversation.address_hash == address_hash)
            .order_by(InboundMessage.received_at.desc())
            .limit(100)
        )
        got = await session.scalars(
            select(OutboxMessage)
            .where(OutboxMessage.channel == "sms", OutboxMessage.address_hash == address_hash)
            .order_by(OutboxMessage.created_at.desc(), OutboxMessage.position.desc())
            .limit(100)
        )
        timeline = sorted(
            [(m.received_at, 0, _said(m)) for m in said] + [(m.created_at, 1 + m.position, _got(m)) for m in got],
            key=lambda item: item[:2],
        )
    return Thread(messages=[view for _, _, view in timeline])


def _said(message: InboundMessage) -> ThreadMessage:
    length = measure(message.text)
    return ThreadMessage(
        id=message.id, speaker="phone", text=message.text, at=message.received_at, segments=length.segments,
        encoding=length.encoding, status=message.status, message_class="inbound",
    )  # fmt: skip


def _got(message: OutboxMessage) -> ThreadMessage:
    return ThreadMessage(
        id=message.id, speaker="haqqi", text=message.body, at=message.created_at, segments=message.segments,
        encoding=measure(message.body).encoding, status=message.status, message_class=message.message_class,
    )  # fmt: skip

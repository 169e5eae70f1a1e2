"""A phone in the browser, so that anybody can try SMS after `make run`. Mounted in development only."""

import uuid
from datetime import datetime
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field

from backend.app import Problem, runtime_of
from backend.conversations.history import Entry, sms_thread
from backend.conversations.inbound import Inbound
from backend.demo.people import DemoPerson, demo_people
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
    async with runtime_of(request).database.transaction() as session:
        entries = await sms_thread(session, phone_of(phone))
    return Thread(messages=[view(entry) for entry in entries])


def view(entry: Entry) -> ThreadMessage:
    """A message as the handset shows it, with its length as the network counts it."""
    length = measure(entry.text)
    return ThreadMessage(
        id=entry.id,
        speaker="phone" if entry.speaker == "person" else "haqqi",
        text=entry.text,
        at=entry.at,
        segments=length.segments,
        encoding=length.encoding,
        status=entry.status,
        message_class=entry.message_class,
    )

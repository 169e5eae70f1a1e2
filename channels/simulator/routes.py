"""A phone in the browser, so that anybody can try SMS and WhatsApp after `make run`. Mounted in development only."""

import uuid
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, Field

from backend.app import Problem, runtime_of
from backend.conversations.history import Entry, phone_thread
from backend.conversations.inbound import Beside, Inbound
from backend.demo.people import DemoPerson, demo_people
from backend.notifications.segments import measure
from channels.sms.numbers import e164
from channels.webchat.routes import WireText

STATIC = Path(__file__).parent / "static"
router = APIRouter(tags=["simulator (development)"])


Channel = Literal["sms", "whatsapp"]
SQUARE_IN_RABAT = (34.0209, -6.8416)


class SimulatedMessage(BaseModel):
    """What the handset sends: a text; on WhatsApp also a pressed button's question, a place or a voice note."""

    phone: str = Field(max_length=20)
    text: WireText = ""
    channel: Channel = "sms"
    choice: str | None = Field(None, max_length=80)
    attach: Literal["", "location", "voice"] = ""

    @property
    def beside(self) -> Beside:
        """What comes beside the text."""
        return Beside(
            choice=self.choice,
            location=SQUARE_IN_RABAT if self.attach == "location" else None,
            kind="voice" if self.attach == "voice" else None,
        )


class ChoiceView(BaseModel):
    """A button of a WhatsApp message."""

    question: str
    label: str


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
    choices: list[ChoiceView] = []


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


@router.post("/simulator/messages", status_code=202, summary="Send a message to Haqqi")
async def send(request: Request, body: SimulatedMessage) -> Thread:
    """Goes through the same gateway as a provider's webhook; returns the thread."""
    runtime = runtime_of(request)
    phone = phone_of(body.phone)
    inbound = Inbound(
        channel=body.channel,
        provider="console",
        provider_message_id=f"simulator:{uuid.uuid4()}",
        text=body.text,
        request_id=request.state.request_id,
        address=phone,
        beside=body.beside if body.channel == "whatsapp" else Beside(),
    )
    await runtime.gateway.receive(inbound, runtime.settings.webhook_wait_seconds)
    return await thread(request, phone, body.channel)


@router.get("/simulator/messages", summary="The thread of one phone")
async def thread(
    request: Request, phone: Annotated[str, Query(max_length=20)], channel: Annotated[Channel, Query()] = "sms"
) -> Thread:
    """What this phone sent and got, codes included."""
    async with runtime_of(request).database.transaction() as session:
        entries = await phone_thread(session, channel, phone_of(phone))
    return Thread(messages=[view(entry, channel) for entry in entries])


def view(entry: Entry, channel: Channel) -> ThreadMessage:
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
        # On SMS the choices stand in the text.
        choices=[ChoiceView.model_validate(choice) for choice in entry.choices] if channel == "whatsapp" else [],
    )

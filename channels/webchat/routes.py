"""Web chat: the page, and its API. A conversation's id works only with its secret token."""

import secrets
import uuid
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, BeforeValidator, Field
from sqlalchemy.ext.asyncio import AsyncSession

from backend.answers.formatting import DEFAULT_VARIETY
from backend.app import Problem, runtime_of
from backend.conversations import history
from backend.conversations.inbound import Inbound
from backend.runtime import Runtime

STATIC = Path(__file__).parent / "static"
MAX_BODY_CHARACTERS = 20_000
MESSAGE_ID = r"^[0-9A-Za-z_-]*$"
router = APIRouter(tags=["web chat"])


def _utf8(value: object) -> object:
    """Lone surrogates, which JSON can carry and UTF-8 can't, become U+FFFD: the message is answered all the same."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


WireText = Annotated[str, BeforeValidator(_utf8), Field(max_length=MAX_BODY_CHARACTERS)]


class NewConversation(BaseModel):
    """A conversation's id and the token that proves it is yours; the token is shown once."""

    id: uuid.UUID
    token: str


class Ask(BaseModel):
    """A person's message. Sending the same `message_id` again is safe: it is answered once."""

    id: uuid.UUID
    token: str = Field(max_length=100)
    text: WireText
    message_id: str = Field("", max_length=40, pattern=MESSAGE_ID)


class ChoiceView(BaseModel):
    """A choice: send its number as text."""

    number: str
    label: str


class MessageView(BaseModel):
    """One message as the page shows it. `speaker` is "person" or "haqqi" (JSON name: from).

    `files`: how many files came with it.
    """

    id: uuid.UUID
    speaker: str = Field(serialization_alias="from")
    text: str
    direction: str
    variety: str
    choices: list[ChoiceView]
    files: int = 0


class Replies(BaseModel):
    """Replies in order; `pending` when they are still being made (ask for them with GET)."""

    pending: bool
    variety: str
    messages: list[MessageView]


@router.get("/", include_in_schema=False)
async def page() -> FileResponse:
    """The web chat."""
    return FileResponse(STATIC / "index.html")


@router.post("/channels/webchat/conversations", status_code=201, summary="Begin a conversation")
async def begin(request: Request) -> NewConversation:
    """Nothing is asked of the visitor."""
    token = secrets.token_urlsafe(24)
    async with runtime_of(request).database.transaction() as session:
        conversation_id = await history.begin_web_chat(session, token)
    return NewConversation(id=conversation_id, token=token)


@router.post("/channels/webchat/messages", summary="Send a message and get the replies")
async def ask(request: Request, body: Ask) -> Replies:
    """404 when id and token do not belong together."""
    runtime = runtime_of(request)
    async with runtime.database.transaction() as session:
        variety = await variety_of(session, body.id, body.token)
    inbound = Inbound(
        channel="webchat",
        provider="webchat",
        provider_message_id=f"{body.id}:{body.message_id or uuid.uuid4().hex}",
        text=body.text,
        request_id=request.state.request_id,
        conversation_id=body.id,
    )
    return await answered(runtime, inbound, variety)


async def answered(runtime: Runtime, inbound: Inbound, variety: str) -> Replies:
    """What the gateway replies to a message of a conversation in this variety."""
    replies = await runtime.gateway.receive(inbound, runtime.settings.webhook_wait_seconds)
    messages = [
        MessageView(
            id=reply.id,
            speaker="haqqi",
            text=reply.body,
            direction=direction(reply.body),
            variety=reply.variety,
            choices=[ChoiceView.model_validate(choice) for choice in reply.choices],
        )
        for reply in replies or ()
    ]
    return Replies(pending=replies is None, variety=messages[-1].variety if messages else variety, messages=messages)


@router.get("/channels/webchat/messages", summary="The conversation so far")
async def earlier(
    request: Request,
    conversation_id: Annotated[uuid.UUID, Query(alias="id")],
    after: Annotated[uuid.UUID | None, Query()] = None,
    authorization: Annotated[str, Header()] = "",
) -> Replies:
    """The last messages, or those after one of them. The token comes as `Authorization: Bearer`."""
    async with runtime_of(request).database.transaction() as session:
        variety = await variety_of(session, conversation_id, authorization.removeprefix("Bearer "))
        entries = await history.timeline(session, conversation_id)
        pending = await history.is_pending(session, conversation_id)
    known = [number for number, entry in enumerate(entries, start=1) if entry.id == after]
    shown = entries[known[0] :] if known else entries
    return Replies(pending=pending, variety=variety, messages=[view(entry, variety) for entry in shown])


async def variety_of(session: AsyncSession, conversation_id: uuid.UUID, token: str) -> str:
    """The conversation's variety, if the token is its own; else 404, whether it exists or not."""
    owned, variety = await history.variety_if_owned(session, conversation_id, token)
    if not owned:
        raise Problem(404, "There is no such conversation.")
    return variety or DEFAULT_VARIETY


def view(entry: history.Entry, variety: str) -> MessageView:
    """A message as the page shows it."""
    return MessageView(
        id=entry.id,
        speaker=entry.speaker,
        text=entry.text,
        direction=direction(entry.text),
        variety=entry.variety or variety,
        choices=[ChoiceView.model_validate(choice) for choice in entry.choices],
        files=entry.files,
    )


def direction(text: str) -> str:
    """Writing direction of a text: that of its first letter."""
    first = next((character for character in text if character.isalpha()), "a")
    return "rtl" if "\u0590" <= first <= "\u08ff" else "ltr"

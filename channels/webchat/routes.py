"""Web chat: the page, and its API. A conversation's id works only with its secret token."""

import hmac
import secrets
import uuid
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from fastapi.responses import FileResponse
from pydantic import BaseModel, BeforeValidator, Field
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers.formatting import DEFAULT_VARIETY, RIGHT_TO_LEFT
from backend.app import Problem, runtime_of
from backend.conversations.inbound import Inbound, new_session_id
from backend.conversations.models import Conversation, InboundMessage
from backend.identity.cipher import look_up
from backend.notifications.models import OutboxMessage

STATIC = Path(__file__).parent / "static"
MAX_BODY_CHARACTERS = 20_000
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
    message_id: str = Field("", max_length=64, pattern=r"^[0-9A-Za-z_-]*$")


class ChoiceView(BaseModel):
    """A choice: send its number as text."""

    number: str
    label: str


class MessageView(BaseModel):
    """One message as the page shows it. `speaker` is "person" or "haqqi" (JSON name: from)."""

    id: uuid.UUID
    speaker: str = Field(serialization_alias="from")
    text: str
    direction: str
    variety: str
    choices: list[ChoiceView]


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
    token, conversation_id = secrets.token_urlsafe(24), uuid.uuid4()
    async with runtime_of(request).database.transaction() as session:
        session.add(
            Conversation(
                id=conversation_id,
                channel="webchat",
                address_hash=look_up("webchat", str(conversation_id)),
                token_hash=look_up("token", token),
                session_id=new_session_id(),
                created_at=clock.now(),
            )
        )
    return NewConversation(id=conversation_id, token=token)


@router.post("/channels/webchat/messages", summary="Send a message and get the replies")
async def ask(request: Request, body: Ask) -> Replies:
    """404 when id and token do not belong together."""
    runtime = runtime_of(request)
    async with runtime.database.transaction() as session:
        conversation = await owned(session, body.id, body.token)
    inbound = Inbound(
        channel="webchat",
        provider="webchat",
        provider_message_id=f"{body.id}:{body.message_id or uuid.uuid4().hex}",
        text=body.text,
        request_id=request.state.request_id,
        conversation_id=conversation.id,
    )
    replies = await runtime.gateway.receive(inbound, runtime.settings.webhook_wait_seconds)
    messages = [outgoing(reply) for reply in replies or ()]
    variety = messages[-1].variety if messages else conversation.variety or DEFAULT_VARIETY
    return Replies(pending=replies is None, variety=variety, messages=messages)


@router.get("/channels/webchat/messages", summary="The conversation so far")
async def history(
    request: Request,
    conversation_id: Annotated[uuid.UUID, Query(alias="id")],
    after: Annotated[uuid.UUID | None, Query()] = None,
    authorization: Annotated[str, Header()] = "",
) -> Replies:
    """The last hundred messages, or those after one of them. The token comes as `Authorization: Bearer`."""
    async with runtime_of(request).database.transaction() as session:
        conversation = await owned(session, conversation_id, authorization.removeprefix("Bearer "))
        said = await session.scalars(
            select(InboundMessage)
            .where(InboundMessage.conversation_id == conversation.id)
            .order_by(InboundMessage.received_at.desc())
            .limit(100)
        )
        written = await session.scalars(
            select(OutboxMessage)
            .where(OutboxMessage.conversation_id == conversation.id)
            .order_by(OutboxMessage.created_at.desc(), OutboxMessage.position.desc())
            .limit(100)
        )
        timeline = sorted(
            [(m.received_at, 0, incoming(m, conversation.variety or DEFAULT_VARIETY)) for m in said]
            + [(m.created_at, 1 + m.position, outgoing(m)) for m in written],
            key=lambda item: item[:2],
        )
        pending = await session.scalar(
            select(InboundMessage.id)
            .where(InboundMessage.conversation_id == conversation.id, InboundMessage.status == "received")
            .limit(1)
        )
    messages = [view for _, _, view in timeline]
    places = [number for number, view in enumerate(messages, start=1) if view.id == after]
    return Replies(
        pending=pending is not None,
        variety=conversation.variety or DEFAULT_VARIETY,
        messages=messages[places[0] :] if places else messages,
    )


async def owned(session: AsyncSession, conversation_id: uuid.UUID, token: str) -> Conversation:
    """The conversation, if the token is its own; else 404, whether it exists or not."""
    conversation = await session.get(Conversation, conversation_id)
    if conversation is None or not hmac.compare_digest(conversation.token_hash or b"", look_up("token", token)):
        raise Problem(404, "There is no such conversation.")
    return conversation


def outgoing(message: OutboxMessage) -> MessageView:
    """A message of ours."""
    return MessageView(
        id=message.id,
        speaker="haqqi",
        text=message.body,
        direction="rtl" if message.variety in RIGHT_TO_LEFT else "ltr",
        variety=message.variety,
        choices=[ChoiceView(number=c["number"], label=c["label"]) for c in message.choices],
    )


def incoming(message: InboundMessage, variety: str) -> MessageView:
    """A message of the person's."""
    direction = "rtl" if any("\u0600" <= character <= "\u06ff" for character in message.text) else "ltr"
    return MessageView(
        id=message.id, speaker="person", text=message.text, direction=direction, variety=variety, choices=[]
    )

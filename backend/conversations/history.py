"""What was said in a conversation, by both sides, in order: for the web chat's page and the phone simulator."""

import hmac
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.conversations.inbound import Beside, new_session_id
from backend.conversations.models import Conversation, InboundMessage
from backend.identity.cipher import look_up
from backend.notifications import outbox

LIMIT = 100


@dataclass(frozen=True)
class Entry:
    """One message. `speaker` is "person" or "haqqi"; `status` and `message_class` are those of the stored row.

    `files`: how many came with it.
    """

    id: uuid.UUID
    at: datetime
    speaker: str
    text: str
    variety: str | None
    status: str
    message_class: str
    choices: Sequence[dict[str, str]] = ()
    files: int = 0


async def begin_web_chat(session: AsyncSession, token: str) -> uuid.UUID:
    """Open a web-chat conversation that only this token can read and write; its id."""
    conversation_id = uuid.uuid4()
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
    return conversation_id


async def variety_if_owned(session: AsyncSession, conversation_id: uuid.UUID, token: str) -> tuple[bool, str | None]:
    """Whether the token is this conversation's own (constant time), and the variety it is held in."""
    conversation = await session.get(Conversation, conversation_id)
    owned = conversation is not None and hmac.compare_digest(conversation.token_hash or b"", look_up("token", token))
    return owned, conversation.variety if conversation and owned else None


async def prefer_variety(session: AsyncSession, conversation_id: uuid.UUID, variety: str | None) -> None:
    """Hold a conversation in which nothing was said yet in this variety: a photo has no words to read it from."""
    if variety:
        await session.execute(
            update(Conversation)
            .where(Conversation.id == conversation_id, Conversation.variety.is_(None))
            .values(variety=variety)
        )


async def is_pending(session: AsyncSession, conversation_id: uuid.UUID) -> bool:
    """Whether a message of the conversation waits for its answer."""
    query = select(InboundMessage.id).where(
        InboundMessage.conversation_id == conversation_id, InboundMessage.status == "received"
    )
    return await session.scalar(query.limit(1)) is not None


async def timeline(session: AsyncSession, conversation_id: uuid.UUID) -> list[Entry]:
    """The last messages of a conversation, the oldest first."""
    written = await outbox.latest_in(session, conversation_id, LIMIT)
    return _in_order(await _said(session, conversation_id), written)


async def phone_thread(session: AsyncSession, channel: str, phone: str) -> list[Entry]:
    """The last messages to and from a phone (E.164) by "sms" or "whatsapp", the oldest first; codes included."""
    conversation_id = await session.scalar(
        select(Conversation.id).where(
            Conversation.channel == channel, Conversation.address_hash == look_up("phone", phone)
        )
    )
    said = await _said(session, conversation_id) if conversation_id else []
    return _in_order(said, await outbox.latest_to(session, channel, phone, LIMIT))


async def _said(session: AsyncSession, conversation_id: uuid.UUID) -> list[InboundMessage]:
    rows = await session.scalars(
        select(InboundMessage)
        .where(InboundMessage.conversation_id == conversation_id)
        .order_by(InboundMessage.received_at.desc())
        .limit(LIMIT)
    )
    return list(rows)


def _in_order(said: Sequence[InboundMessage], written: Sequence[outbox.OutboxMessage]) -> list[Entry]:
    entries = [((m.received_at, 0), _from_person(m)) for m in said] + [
        (
            (m.created_at, 1 + m.position),
            Entry(m.id, m.created_at, "haqqi", m.body, m.variety, m.status, m.message_class, m.choices),
        )
        for m in written
    ]
    return [entry for _, entry in sorted(entries, key=lambda item: item[0])]


def _from_person(message: InboundMessage) -> Entry:
    files = len(Beside.from_json(message.beside).media)
    return Entry(message.id, message.received_at, "person", message.text, None, message.status, "inbound", files=files)

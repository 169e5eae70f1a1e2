"""Storing what comes in, once, before anything is done with it."""

import json
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.conversations.models import Conversation, InboundMessage
from backend.identity.cipher import look_up
from backend.notifications import outbox

CLAIM = timedelta(seconds=30)
STORED_CHARACTERS = 10_000


@dataclass(frozen=True)
class Media:
    """A file that came with a message: where the provider holds it, and what the provider says it is.

    `refused`: why a file that came with the message itself was not kept (the reason of an UnusableFileError).
    """

    url: str
    content_type: str
    refused: str | None = None


@dataclass(frozen=True)
class Beside:
    """What a message holds beside its text.

    `choice` is the question of the button that was pressed, `location` a place as (latitude, longitude) in degrees,
    `kind` what cannot be read at all (see `UNREADABLE_KINDS`).
    """

    choice: str | None = None
    media: tuple[Media, ...] = ()
    location: tuple[float, float] | None = None
    kind: str | None = None

    def to_json(self) -> str | None:
        """For the database; None when there is nothing."""
        return None if self == Beside() else json.dumps(asdict(self))

    @classmethod
    def from_json(cls, stored: str | None) -> "Beside":
        """From the database."""
        if stored is None:
            return cls()
        raw: Mapping[str, Any] = json.loads(stored)
        place = raw["location"]
        return cls(
            choice=raw["choice"],
            media=tuple(Media(**item) for item in raw["media"]),
            location=(place[0], place[1]) if place else None,
            kind=raw["kind"],
        )


@dataclass(frozen=True)
class Inbound:
    """The gateway's neutral event. `provider_message_id` makes it unique on its channel; `address` is E.164."""

    channel: str
    provider: str
    provider_message_id: str
    text: str
    request_id: str
    address: str | None = None
    conversation_id: uuid.UUID | None = None
    beside: Beside = field(default_factory=Beside)
    files: tuple[bytes, ...] = field(default=(), repr=False)  # what `beside.media` names, where no provider holds it


def new_session_id() -> str:
    """A random name for a dialogue session."""
    return secrets.token_hex(16)


async def conversation_for(session: AsyncSession, channel: str, address: str) -> Conversation:
    """The conversation with this phone on this channel, made at its first message."""
    address_hash = look_up("phone", address)
    statement = (
        insert(Conversation)
        .values(id=uuid.uuid4(), channel=channel, address=address, address_hash=address_hash, menu=[],
                misunderstood=0, session_id=new_session_id(), created_at=clock.now())
        .on_conflict_do_nothing(index_elements=["channel", "address_hash"])
    )  # fmt: skip
    await session.execute(statement)
    query = select(Conversation).where(Conversation.channel == channel, Conversation.address_hash == address_hash)
    return (await session.scalars(query)).one()


async def store(session: AsyncSession, inbound: Inbound) -> tuple[uuid.UUID, bool]:
    """Store a message: (its id, whether it is new). The same provider id twice gives the first one's id."""
    conversation_id = inbound.conversation_id
    if conversation_id is None:
        conversation_id = (await conversation_for(session, inbound.channel, inbound.address or "")).id
    statement = (
        insert(InboundMessage)
        .values(
            id=uuid.uuid4(),
            conversation_id=conversation_id,
            channel=inbound.channel,
            provider=inbound.provider,
            provider_message_id=inbound.provider_message_id,
            text=_storable(inbound.text),
            beside=inbound.beside.to_json(),
            status="received",
            reply_by="response",
            request_id=inbound.request_id,
            received_at=clock.now(),
        )
        .on_conflict_do_nothing(index_elements=["channel", "provider_message_id"])
        .returning(InboundMessage.id)
    )
    stored = await session.scalar(statement)
    if stored is not None:
        return stored, True
    query = select(InboundMessage.id).where(
        InboundMessage.channel == inbound.channel,
        InboundMessage.provider_message_id == inbound.provider_message_id,
    )
    return (await session.scalars(query)).one(), False


def _storable(text: str) -> str:
    """What can be kept in UTF-8 of a text from outside; over-long ones keep their beginning."""
    return text[:STORED_CHARACTERS].encode("utf-8", "replace").decode()


async def claim(session: AsyncSession, message_id: uuid.UUID) -> str:
    """Mark a message as being worked on for half a minute. The newest claim counts: only its holder's reply is kept."""
    token = secrets.token_hex(8)
    await session.execute(
        update(InboundMessage)
        .where(InboundMessage.id == message_id, InboundMessage.status == "received")
        .values(claim=token, claimed_until=clock.now() + CLAIM)
    )
    return token


async def waiting_up_to(session: AsyncSession, message: InboundMessage) -> list[InboundMessage]:
    """The messages of a conversation that wait for an answer, in order, up to and with this one."""
    rows = await session.scalars(
        select(InboundMessage)
        .where(
            InboundMessage.conversation_id == message.conversation_id,
            InboundMessage.status == "received",
            InboundMessage.received_at <= message.received_at,
        )
        .order_by(InboundMessage.received_at)
    )
    return list(rows)


async def reply_through_provider(session: AsyncSession, message_id: uuid.UUID) -> bool:
    """The webhook can wait no longer: the reply must go by the provider's API. False when it is ready after all."""
    changed = await session.execute(
        update(InboundMessage)
        .where(InboundMessage.id == message_id, InboundMessage.status == "received")
        .values(reply_by="provider")
        .returning(InboundMessage.id)
    )
    return changed.first() is not None


async def replies(session: AsyncSession, message_id: uuid.UUID) -> list[outbox.OutboxMessage] | None:
    """The replies to a message, in order; None while it is not answered."""
    message = await session.get_one(InboundMessage, message_id)
    if message.status != "answered":
        return None
    return await outbox.replies_to(session, message_id)


async def waiting(session: AsyncSession, older_than: timedelta, limit: int = 50) -> list[uuid.UUID]:
    """Messages that were stored a while ago and that nobody answers: their process was killed."""
    now = clock.now()
    rows = await session.scalars(
        select(InboundMessage.id)
        .where(
            InboundMessage.status == "received",
            InboundMessage.received_at < now - older_than,
            or_(InboundMessage.claimed_until.is_(None), InboundMessage.claimed_until < now),
        )
        .order_by(InboundMessage.received_at)
        .limit(limit)
    )
    return list(rows)

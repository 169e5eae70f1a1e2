"""Putting messages into the outbox, in the transaction that causes them."""

import uuid
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers.model import Answer
from backend.answers.rendering import Rendered, render
from backend.identity.cipher import look_up
from backend.notifications import jobs
from backend.notifications.models import OutboxMessage as OutboxMessage  # part of what this module offers
from backend.notifications.segments import measure

INVITATION = "whatsapp-invitation"  # a message of the catalogues, and the approved template of the same name
INVITATION_EVERY = timedelta(hours=24)


def add(
    session: AsyncSession,
    rendered: Rendered,
    *,
    channel: str,
    provider: str,
    address: str | None,
    message_class: str,
    handed_over: str,
    inbound_id: uuid.UUID | None = None,
    conversation_id: uuid.UUID | None = None,
    position: int = 0,
) -> OutboxMessage:
    """Add one rendered message. `handed_over`: "response" (it leaves with the webhook's own answer) or "provider"."""
    direct = handed_over == "response" or channel == "webchat"  # a page fetches what it missed
    message = OutboxMessage(
        id=uuid.uuid4(),
        inbound_id=inbound_id,
        conversation_id=conversation_id,
        position=position,
        message_class=message_class,
        channel=channel,
        provider=provider,
        handed_over=handed_over,
        address=address,
        address_hash=look_up("phone", address) if address else None,
        variety=rendered.variety,
        body=rendered.text,
        choices=[{"number": str(c.number), "question": c.question, "label": c.label} for c in rendered.choices],
        segments=measure(rendered.text).segments,
        status="sent" if direct else "queued",
        sent_at=clock.now() if direct else None,
        created_at=clock.now(),
    )
    session.add(message)
    return message


async def queue_sms(
    session: AsyncSession, *, address: str, variety: str, answer: Answer, message_class: str, provider: str
) -> OutboxMessage:
    """Render an answer as SMS and queue it for the worker."""
    message = add(
        session,
        render(answer, variety, "sms"),
        channel="sms",
        provider=provider,
        address=address,
        message_class=message_class,
        handed_over="provider",
    )
    await hand_to_worker(session, message)
    return message


async def hold(session: AsyncSession, message: OutboxMessage) -> None:
    """Keep a message that the channel does not take now, and ask the person by an approved template to write to us.

    One invitation a day: it costs money and patience. The invitation itself holds nothing personal.
    """
    message.status, message.last_error = "held", None
    recent = select(OutboxMessage.id).where(
        OutboxMessage.address_hash == message.address_hash,
        OutboxMessage.template == INVITATION,
        OutboxMessage.created_at > clock.now() - INVITATION_EVERY,
    )
    if message.template or await session.scalar(recent.limit(1)):
        return
    invitation = add(
        session,
        render(Answer.of(INVITATION), message.variety, message.channel),
        channel=message.channel,
        provider=message.provider,
        address=message.address,
        message_class="reply",
        handed_over="provider",
        conversation_id=message.conversation_id,
    )
    invitation.template = INVITATION
    await hand_to_worker(session, invitation)


async def release_held(session: AsyncSession, channel: str, address: str) -> int:
    """The person wrote: what was held for them leaves now, in order. How many."""
    rows = await session.scalars(
        select(OutboxMessage)
        .where(
            OutboxMessage.channel == channel,
            OutboxMessage.address_hash == look_up("phone", address),
            OutboxMessage.status == "held",
        )
        .order_by(OutboxMessage.created_at, OutboxMessage.position)
        .with_for_update()
    )
    released = list(rows)
    for message in released:
        await _send_again(session, message)
    return len(released)


async def send_again_as_text(session: AsyncSession, message: OutboxMessage) -> None:
    """The channel refused the buttons of a message: send it once more, its choices as numbered text."""
    message.plain = True
    await _send_again(session, message)


async def _send_again(session: AsyncSession, message: OutboxMessage) -> None:
    message.status, message.provider_message_id, message.attempted_at = "queued", None, None
    message.handed_over = "provider"
    await hand_to_worker(session, message)


async def hand_to_worker(session: AsyncSession, message: OutboxMessage) -> None:
    """Enqueue the delivery job in the same transaction."""
    await session.flush()
    # Messages to one person leave in their order.
    lock = f"to:{message.address_hash.hex()}" if message.channel == "whatsapp" and message.address_hash else None
    await jobs.defer(session, jobs.deliver, lock, message_id=str(message.id))


async def replies_to(session: AsyncSession, inbound_id: uuid.UUID) -> list[OutboxMessage]:
    """The replies to an inbound message, in order."""
    rows = await session.scalars(
        select(OutboxMessage).where(OutboxMessage.inbound_id == inbound_id).order_by(OutboxMessage.position)
    )
    return list(rows)


async def latest_in(session: AsyncSession, conversation_id: uuid.UUID, limit: int) -> list[OutboxMessage]:
    """The latest messages of a conversation, the newest first."""
    return await _latest(session, OutboxMessage.conversation_id == conversation_id, limit)


async def latest_to(session: AsyncSession, channel: str, address: str, limit: int) -> list[OutboxMessage]:
    """The latest messages to a phone (E.164) on a channel, the newest first."""
    to_phone = and_(OutboxMessage.channel == channel, OutboxMessage.address_hash == look_up("phone", address))
    return await _latest(session, to_phone, limit)


async def _latest(session: AsyncSession, which: ColumnElement[bool], limit: int) -> list[OutboxMessage]:
    newest_first = (OutboxMessage.created_at.desc(), OutboxMessage.position.desc())
    return list(await session.scalars(select(OutboxMessage).where(which).order_by(*newest_first).limit(limit)))

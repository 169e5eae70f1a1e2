"""Call-back requests: stored, promised by a time, one open request per conversation."""

import uuid
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer, Clock, Text
from backend.conversations.models import CallbackRequest, Conversation
from backend.identity.cipher import look_up


def promise(asked_at: datetime, hours: int) -> datetime:
    """By when we promise to call: the hours from now, rounded up to the full hour in Morocco."""
    due = (asked_at + timedelta(hours=hours)).astimezone(clock.CASABLANCA)
    whole = due.replace(minute=0, second=0, microsecond=0)
    return whole if whole == due else whole + timedelta(hours=1)


async def request_callback(
    session: AsyncSession, conversation: Conversation, phone: str, person_id: uuid.UUID | None, hours: int
) -> Answer:
    """Record that somebody wants to be called; asking again shows the open request."""
    open_request = await session.scalar(
        select(CallbackRequest).where(
            CallbackRequest.conversation_id == conversation.id,
            CallbackRequest.phone_hash == look_up("phone", phone),
            CallbackRequest.closed_at.is_(None),
        )
    )
    key = "human-agent-again" if open_request else "human-agent"
    if open_request is None:
        now = clock.now()
        open_request = CallbackRequest(
            conversation_id=conversation.id,
            person_id=person_id,
            phone=phone,
            phone_hash=look_up("phone", phone),
            variety=conversation.variety or DEFAULT_VARIETY,
            asked_at=now,
            promised_by=promise(now, hours),
        )
        session.add(open_request)
    return promised(key, phone, open_request.promised_by)


def promised(key: str, phone: str, due: datetime) -> Answer:
    """Say by when the call comes, and to which number: its end only, for others may read along."""
    due = due.astimezone(clock.CASABLANCA)
    return Answer.of(key, phone_end=Text(phone[-2:]), by=Clock(due.date(), due.hour), next=("help",))

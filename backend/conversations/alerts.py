"""Alerts on and off in a conversation. Where a sender can be forged, a two-digit word from our reply confirms."""

import uuid

from sqlalchemy.ext.asyncio import AsyncSession

from backend.alerts.service import set_alerts, wants_alerts
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer, Text
from backend.conversations.confirmation import FORGEABLE, is_confirmed, word_for
from backend.conversations.models import Conversation
from backend.conversations.state import SessionState

QUESTIONS = {"alerts_on": True, "alerts_off": False}


async def change(
    session: AsyncSession,
    conversation: Conversation,
    state: SessionState,
    question: str,
    phone: str,
    person_id: uuid.UUID | None,
) -> Answer:
    """Switch the alerts of a phone (E.164), or ask for the word that confirms it."""
    wanted, key = QUESTIONS[question], question.replace("_", "-")
    phone_end = Text(phone[-2:])
    if await wants_alerts(session, phone) is wanted:
        return Answer.of(f"{key}-already", phone_end=phone_end, next=("help", "human_agent"))
    if conversation.channel in FORGEABLE and not is_confirmed(state, question):
        return Answer.of(f"{key}-confirm", word=Text(word_for(state, question)), next=("help",))
    state.confirmation = None
    await set_alerts(
        session,
        phone,
        wanted=wanted,
        variety=conversation.variety or DEFAULT_VARIETY,
        channel=conversation.channel,
        conversation_id=conversation.id,
        person_id=person_id,
    )
    return Answer.of(f"{key}-done", phone_end=phone_end, next=("help", "human_agent"))

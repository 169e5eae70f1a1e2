"""Alerts on and off in a conversation. Where a sender can be forged, a two-digit word from our reply confirms."""

import random
import uuid
from pathlib import Path

import yaml
from sqlalchemy.ext.asyncio import AsyncSession

from backend.alerts.service import set_alerts, wants_alerts
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer, Text
from backend.conversations.models import Conversation
from backend.conversations.state import Confirmation, SessionState
from language.text import normalise

QUESTIONS = {"alerts_on": True, "alerts_off": False}
FORGEABLE = frozenset({"sms"})  # the reply goes to the real phone: only who holds it can read the word
WORDS = range(20, 99)  # beyond the numbers of any menu
TRIES = 3
STOP_WORDS: frozenset[str] = frozenset(
    normalise(word) for word in yaml.safe_load((Path(__file__).parent / "stop_words.yml").read_text(encoding="utf-8"))
)
_random = random.SystemRandom()


def is_stop(text: str) -> bool:
    """Whether a text is nothing but a word for "no more messages"."""
    return normalise(text).strip(" .!") in STOP_WORDS


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
    confirmed = state.confirmation is not None and state.confirmation.confirmed
    phone_end = Text(phone[-2:])
    if await wants_alerts(session, phone) is wanted:
        return Answer.of(f"{key}-already", phone_end=phone_end, next=("help", "human_agent"))
    if conversation.channel in FORGEABLE and not confirmed:
        if state.confirmation is None or state.confirmation.question != question:
            state.confirmation = Confirmation(question, str(_random.choice(WORDS)))
        return Answer.of(f"{key}-confirm", word=Text(state.confirmation.word), next=("help",))
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


def try_word(state: SessionState, number: int) -> str | None:
    """Take a number as the word that was asked for; the question it confirms.

    None when no word is open or the number is a menu's. A wrong word leaves the confirmation unconfirmed; after three
    it is gone.
    """
    confirmation = state.confirmation
    if confirmation is None or number not in WORDS:
        return None
    confirmation.confirmed = str(number) == confirmation.word
    confirmation.tries += 1
    if not confirmation.confirmed and confirmation.tries >= TRIES:
        state.confirmation = None
        return None
    return confirmation.question

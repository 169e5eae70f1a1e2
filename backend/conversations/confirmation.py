"""The two-digit word of our reply, which confirms a change where a sender can be forged."""

import random
import uuid
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit.service import record, times
from backend.conversations.state import Confirmation, SessionState

FORGEABLE = frozenset({"sms"})  # the reply goes to the real phone: only who holds it can read the word
WORDS = range(20, 99)  # beyond the numbers of any menu
TRIES = 3
WRONG_WORD = "wrong_word"  # in the audit
WRONG_AN_HOUR = 6  # wrong words about one person: whoever forges their sender gets no more to guess at
_random = random.SystemRandom()


def word_for(state: SessionState, question: str, text: str | None = None) -> str:
    """The word that confirms a change: the one that was asked for before, or a new one. `text` waits with it."""
    if state.confirmation is None or state.confirmation.question != question:
        state.confirmation = Confirmation(question, str(_random.choice(WORDS)))
    if text is not None:
        state.confirmation.text = text
    return state.confirmation.word


def note_wrong_word(session: AsyncSession, conversation_id: uuid.UUID, person_id: uuid.UUID) -> None:
    """Somebody answered with another word than ours."""
    record(session, f"conversation:{conversation_id}", WRONG_WORD, person_id)


async def is_guessed_at(session: AsyncSession, person_id: uuid.UUID) -> bool:
    """Whether too many wrong words were given for this person within the hour: no new one is given out."""
    return await times(session, WRONG_WORD, person_id, timedelta(hours=1)) >= WRONG_AN_HOUR


def is_confirmed(state: SessionState, question: str) -> bool:
    """Whether the word of this change was given."""
    found = state.confirmation
    return found is not None and found.question == question and found.confirmed


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

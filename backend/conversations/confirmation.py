"""The two-digit word of our reply, which confirms a change where a sender can be forged."""

import random

from backend.conversations.state import Confirmation, SessionState

FORGEABLE = frozenset({"sms"})  # the reply goes to the real phone: only who holds it can read the word
WORDS = range(20, 99)  # beyond the numbers of any menu
TRIES = 3
_random = random.SystemRandom()


def word_for(state: SessionState, question: str, text: str | None = None) -> str:
    """The word that confirms a change: the one that was asked for before, or a new one. `text` waits with it."""
    if state.confirmation is None or state.confirmation.question != question:
        state.confirmation = Confirmation(question, str(_random.choice(WORDS)))
    if text is not None:
        state.confirmation.text = text
    return state.confirmation.word


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

"""Reading a message before anybody answers it: what can't be read, entities, variety, and a menu digit."""

from dataclasses import dataclass, field
from datetime import date

from backend.answers.engine import MAIN_MENU
from backend.answers.filing import NUMBERS_ARE_CHOICES, NUMBERS_ARE_VALUES
from backend.answers.formatting import RIGHT_TO_LEFT
from backend.conversations.context import chosen_in_words
from backend.conversations.inbound import Beside
from backend.conversations.models import Conversation
from language.entities import Entity, parse_entities
from language.masks import mask
from language.text import ascii_digits, clean, has_words
from language.variety import VarietyModel

MAX_CHARACTERS = 1000  # an SMS of six parts; nobody asks a question longer than that
HUMAN = MAIN_MENU.index("human_agent") + 1


@dataclass(frozen=True)
class Message:
    """A message as read: `text` is the whole, cleaned. `problem`: empty, too-long, no-words, encoding."""

    text: str
    masked: str
    entities: tuple[Entity, ...]
    variety: str | None
    digit: int | None
    problem: str | None
    beside: Beside = field(default_factory=Beside)

    @property
    def has_text(self) -> bool:
        """Whether there is a text to answer, beside files, places and buttons."""
        return bool(self.masked)

    @property
    def words(self) -> int:
        """How many words it has: what holds a letter."""
        return sum(any(character.isalpha() for character in word) for word in self.text.split())


def text_problem(text: str) -> str | None:
    """Why a text can't be read, or None. Looks at the raw text: U+FFFD marks bytes that were no UTF-8."""
    if text.count("\ufffd") * 4 > len(text):
        return "encoding"
    cleaned = clean(text)
    if not cleaned:
        return "empty"
    if len(cleaned) > MAX_CHARACTERS:
        return "too-long"
    return None if has_words(cleaned) or any(c.isdigit() for c in cleaned) else "no-words"


def read(
    text: str, conversation: Conversation, varieties: VarietyModel, today: date, beside: Beside | None = None
) -> Message:
    """Read a text in the light of the conversation (its variety so far, and what was just asked for)."""
    beside = beside or Beside()
    whole = clean(text)
    cleaned = whole[:MAX_CHARACTERS]
    problem = text_problem(text) if cleaned or beside == Beside() else None
    digit = _menu_digit(cleaned, conversation)
    # A choice is a choice, not an answer of the wrong length to what a form asks.
    expects = conversation.expects if digit is None else None
    entities = tuple(parse_entities(cleaned, today=today, expects=expects))
    return Message(
        text=whole,
        masked=mask(cleaned, entities),
        entities=entities,
        variety=_variety(cleaned, conversation, varieties),
        digit=digit,
        problem=problem,
        beside=beside,
    )


def _variety(text: str, conversation: Conversation, varieties: VarietyModel) -> str | None:
    """The variety to answer in: the chosen one; else the message's, with the conversation's as a prior.

    A doubtful text changes the variety only when it changes the script. None when nothing is known yet.
    """
    prior = conversation.variety
    if (conversation.variety_is_chosen and prior) or not any(character.isalpha() for character in text):
        return prior
    found = varieties.identify(text, prior)
    same_script = prior is not None and (prior in RIGHT_TO_LEFT) == (found.variety in RIGHT_TO_LEFT)
    return prior if same_script and not found.certain else found.variety


def _menu_digit(text: str, conversation: Conversation) -> int | None:
    """The number, if the message is nothing but one of at most two digits, or names a choice that was shown.

    While a form asks, only a choice that was shown beside its question, or the human's number; where a review offers
    choices, any number (its word is one), where it asks for a number, none.
    """
    number = ascii_digits(text).strip(" .)#*-")
    if not (number.isascii() and number.isdigit() and len(number) <= 2):
        named = chosen_in_words(text) if conversation.expects is None else None
        return named if named and named <= len(conversation.menu) else None
    digit = int(number)
    if conversation.expects in NUMBERS_ARE_VALUES:
        return None
    is_choice = 1 <= digit <= len(conversation.menu) or digit == HUMAN
    return digit if conversation.expects is None or conversation.expects in NUMBERS_ARE_CHOICES or is_choice else None

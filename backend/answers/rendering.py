"""The one renderer: an Answer becomes text for a variety and a channel.

Wording lies in `backend/locales/<variety>/*.ftl`. A message has its full text as value and, where SMS needs a shorter
one, an attribute `.sms`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from backend.answers import formatting
from backend.answers.model import Amount, Answer, Clock, Count, Day, Month, Score, Term, Text, Value
from backend.facts.fact import Fact
from backend.notifications.segments import fold, measure

LOCALES = Path(__file__).resolve().parents[1] / "locales"
# Fluent takes English plurals for a locale it does not know, without a word: name one that Babel has.
PLURAL_LOCALES = {"ary": ["ary", "ar-MA"], "ary-Latn": ["ary-Latn", "ar-MA"], "ar": ["ar-MA"], "fr": ["fr-MA"]}
SHORT_CHANNELS = frozenset({"sms"})
SMS_PARTS = 2  # statutory notices, which may take three, come with the notifications
MENU_FROM = 3  # more choices than this are a menu: none of it may be left out


class WordingError(LookupError):
    """A message is missing in a variety, or lacks a value: a fault of ours, never shown to people."""


@dataclass(frozen=True)
class Choice:
    """A thing one can ask next: its number in the menu, the question it stands for, and its label."""

    number: int
    question: str
    label: str


@dataclass(frozen=True)
class Rendered:
    """A message ready to leave. On SMS the choices are already in the text."""

    text: str
    choices: tuple[Choice, ...]
    variety: str

    @property
    def direction(self) -> str:
        """Writing direction for the page."""
        return "rtl" if self.variety in formatting.RIGHT_TO_LEFT else "ltr"


@lru_cache
def bundle(variety: str) -> FluentBundle:
    """The catalogue of one variety. Isolation marks are off: they would turn an SMS into UCS-2."""
    catalogue = FluentBundle(PLURAL_LOCALES[variety], use_isolating=False)
    for path in sorted((LOCALES / variety).glob("*.ftl")):
        catalogue.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return catalogue


def message(key: str, variety: str, values: dict[str, Value], *, short: bool) -> str:
    """One message of the catalogue with its values. WordingError when it is missing or a value is."""
    catalogue = bundle(variety)
    entry = catalogue.get_message(key) if catalogue.has_message(key) else None
    if entry is None or entry.value is None:
        raise WordingError(f"{variety}: no message {key!r}")
    pattern = entry.attributes.get("sms", entry.value) if short else entry.value
    arguments = {name: _argument(value, variety, short=short) for name, value in values.items()}
    text, errors = catalogue.format_pattern(pattern, arguments)
    if errors:
        raise WordingError(f"{variety}: {key}: {errors[0]}")
    return str(text)


def _argument(value: Value, variety: str, *, short: bool) -> str | int:
    match value:
        case Score(number):
            return formatting.score(number)
        case Amount(number):
            return formatting.amount(number, variety)
        case Day(day):
            return formatting.day(day, variety, compact=short)
        case Month(day):
            return formatting.month(day, variety, compact=short)
        case Clock(day, hour):
            return formatting.clock(day, hour, variety, compact=short)
        case Count(number):
            return number
        case Text(text):
            return text
        case Term(key):
            return message(key, variety, {}, short=short)


def render(answer: Answer, variety: str, channel: str) -> Rendered:
    """Put an answer into words, for a screen with room or for SMS."""
    if channel in SHORT_CHANNELS:
        return _short(answer, variety)
    texts = [message(part.key, variety, dict(part.values), short=False) for part in answer.parts]
    source = _source(answer.facts, variety)
    choices = _choices(answer, variety, short=channel == "whatsapp")  # its buttons hold 20 characters
    return Rendered("\n".join(filter(None, [*texts, source])), choices, variety)


def _short(answer: Answer, variety: str) -> Rendered:
    """An SMS: essential parts, the source as a short tag, the choices as `1=...`.

    Where two parts do not hold it all, further choices go first, then the source, then the last choice: what was asked,
    its number and its last date always stay.
    """
    body = [message(part.key, variety, dict(part.values), short=True) for part in answer.parts if part.essential]
    choices, tag = _choices(answer, variety, short=True), _tag(answer.facts)
    is_menu = len(choices) > MENU_FROM
    attempts = [(tag, choices)] if is_menu else [(tag, choices), (tag, choices[:1]), ("", choices[:1]), ("", ())]
    for shown_tag, shown_choices in attempts:
        pieces = [*body, shown_tag, *(f"{choice.number}={choice.label}" for choice in shown_choices)]
        text = fold(" ".join(filter(None, pieces)))
        if measure(text).segments <= SMS_PARTS:
            break
    return Rendered(text, shown_choices, variety)


def _choices(answer: Answer, variety: str, *, short: bool) -> tuple[Choice, ...]:
    return tuple(
        Choice(number, question, label(question, variety, short=short))
        for number, question in enumerate(answer.next, start=1)
    )


def label(question: str, variety: str, *, short: bool) -> str:
    """The label of a question in a menu."""
    return message(choice_key(question), variety, {}, short=short)


def choice_key(question: str) -> str:
    """The message that names a question in a menu."""
    return f"choice-{question.replace('_', '-')}"


def _tag(facts: Iterable[Fact]) -> str:
    """The short source of an SMS: `(CNSS 11/26)`, of the first fact."""
    for fact in facts:
        return f"({fact.source_tag} {fact.checked_on:%m/%y})"
    return ""


def _source(facts: Iterable[Fact], variety: str) -> str:
    tags = list(dict.fromkeys(f"{fact.source_tag} ({fact.checked_on:%m/%Y})" for fact in facts))
    if not tags:
        return ""
    return message("source-line", variety, {"sources": Text(", ".join(tags))}, short=False)


def join(answers: Iterable[Answer]) -> Answer:
    """Several answers as one message (SMS): all parts in order, the choices and expectation of the last."""
    answers = list(answers)
    return Answer(
        parts=tuple(part for answer in answers for part in answer.parts),
        facts=tuple(fact for answer in answers for fact in answer.facts),
        next=answers[-1].next,
        expects=answers[-1].expects,
    )

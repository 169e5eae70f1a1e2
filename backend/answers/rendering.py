"""The one renderer: an Answer becomes text for a variety and a channel.

Wording lies in `backend/locales/<variety>/*.ftl`. A message has its full text as value and, where a channel needs
another one, an attribute of its name: `.sms` (shorter), `.whatsapp`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from backend.answers import formatting
from backend.answers.model import Amount, Answer, Clock, Count, Day, Month, Part, Score, Term, Text, Value
from backend.facts.fact import Fact
from backend.notifications.segments import fold, measure

LOCALES = Path(__file__).resolve().parents[1] / "locales"
# Fluent takes English plurals for a locale it does not know, without a word: name one that Babel has.
PLURAL_LOCALES = {"ary": ["ary", "ar-MA"], "ary-Latn": ["ary-Latn", "ar-MA"], "ar": ["ar-MA"], "fr": ["fr-MA"]}
SHORT_CHANNELS = frozenset({"sms"})
SMS_PARTS = 2  # statutory notices, which may take three, come with the notifications
MENU_FROM = 3  # more choices than this are a menu: none of it may be left out
MORE = "more:"  # before a question's name: the choice of what its SMS had no room for


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


def message(key: str, variety: str, values: dict[str, Value], *, short: bool, channel: str = "") -> str:
    """One message of the catalogue with its values, in the channel's own words where there are some.

    WordingError when it is missing or a value is.
    """
    catalogue = bundle(variety)
    entry = catalogue.get_message(key) if catalogue.has_message(key) else None
    if entry is None or entry.value is None:
        raise WordingError(f"{variety}: no message {key!r}")
    pattern = entry.attributes.get("sms" if short else channel, entry.value)
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
            return fold(text) if short else text  # a name of a register; our own wording needs no folding
        case Term(key):
            return message(key, variety, {}, short=short)


def render(answer: Answer, variety: str, channel: str) -> Rendered:
    """Put an answer into words, for a screen with room or for SMS."""
    if channel in SHORT_CHANNELS:
        return _sms(answer, _shown(answer, variety), variety)
    parts = [*answer.parts, *_sources(answer.facts, short=False)]
    texts = [message(part.key, variety, dict(part.values), short=False, channel=channel) for part in parts]
    short = channel == "whatsapp"  # its buttons hold 20 characters
    return Rendered("\n".join(texts), _choices(answer.next, variety, short=short), variety)


def _sms(answer: Answer, shown: Sequence[Part], variety: str) -> Rendered:
    """An SMS: the parts shown, the source as a short tag, the choices as `1=...`, first of all what was left out.

    Where two parts do not hold it all, further choices go first, then the source; what was asked, its number, its last
    date and the first choice always stay.
    """
    body = [message(part.key, variety, dict(part.values), short=True) for part in shown]
    more = [MORE + answer.question] if answer.question and len(shown) < len(answer.parts) else []
    choices, tag = _choices([*more, *answer.next], variety, short=True), _tag(answer.facts)
    few, one = choices[: len(more) + 1], choices[:1]
    attempts = [(tag, choices), (tag, few), (tag, one), ("", one)]
    for shown_tag, shown_choices in attempts[:1] if len(answer.next) > MENU_FROM else attempts:
        pieces = [*body, shown_tag, *(f"{choice.number}={choice.label}" for choice in shown_choices)]
        rendered = Rendered(" ".join(filter(None, pieces)), shown_choices, variety)
        if _fits(rendered):
            break
    return rendered


def _fits(rendered: Rendered) -> bool:
    return measure(rendered.text).segments <= SMS_PARTS


def _shown(answer: Answer, variety: str) -> list[Part]:
    """The parts of an SMS: the essential ones, of several records as many as two parts hold."""
    essential = [part for part in answer.parts if part.essential]
    while answer.question and len(essential) > 1 and not _fits(_sms(answer, essential, variety)):
        last = essential.pop()
        if essential[-1].heading and not last.heading and len(essential) > 1:
            essential.pop()  # nothing is left below it
    return essential


def left_out(answer: Answer, variety: str) -> list[Answer]:
    """What the SMS of an answer had no room for, and its full sources: as few SMS as hold it, no part cut.

    The answer itself when nothing was left out (it may have changed since it was sent).
    """
    units = _units(answer.parts, _shown(answer, variety))
    if not units:
        return [answer]
    units += [sources] if (sources := _sources(answer.facts, short=True)) else []
    messages = [Answer(())]
    for number, unit in enumerate(units, start=1):
        follow_up = answer.next if number == len(units) else ()  # the last message has room for a choice
        longer = Answer((*messages[-1].parts, *unit), next=follow_up)
        if _fits(render(longer, variety, "sms")):
            messages[-1] = longer
        else:
            messages.append(Answer(tuple(unit), next=follow_up))
    return [one for one in messages if one.parts]


def _units(parts: Sequence[Part], shown: Sequence[Part]) -> list[list[Part]]:
    """The parts that were not shown, one by one, each first one below a heading together with it."""
    units: list[list[Part]] = []
    heading: list[Part] = []
    for part in parts:
        is_left = all(part is not other for other in shown)
        if part.heading:
            heading = []
        if is_left:
            units.append([*heading, replace(part, essential=True)])
            heading = []
        elif part.heading:
            heading = [part]
    return units


def _choices(questions: Iterable[str], variety: str, *, short: bool) -> tuple[Choice, ...]:
    return tuple(
        Choice(number, question, label(question, variety, short=short))
        for number, question in enumerate(questions, start=1)
    )


def label(question: str, variety: str, *, short: bool) -> str:
    """The label of a question in a menu."""
    return message(choice_key(question), variety, {}, short=short)


def choice_key(question: str) -> str:
    """The message that names a question in a menu."""
    name = MORE if question.startswith(MORE) else question  # "more" of whatever it is
    return f"choice-{name.strip(':').replace(':', '-').replace('_', '-')}"


def _tag(facts: Iterable[Fact]) -> str:
    """The short source of an SMS: `(CNSS 11/26)`, of the first fact."""
    for fact in facts:
        return f"({fact.source_tag} {fact.checked_on:%m/%y})"
    return ""


def _sources(facts: Iterable[Fact], *, short: bool) -> list[Part]:
    """All sources, each once with its month; short: a month once for all that were read in it. None without facts."""
    if short:
        by_month: dict[str, list[str]] = {}
        for tag, month in dict.fromkeys((fact.source_tag, f"{fact.checked_on:%m/%y}") for fact in facts):
            by_month.setdefault(month, []).append(tag)
        named = [f"{', '.join(tags)} ({month})" for month, tags in by_month.items()]
    else:
        named = list(dict.fromkeys(f"{fact.source_tag} ({fact.checked_on:%m/%Y})" for fact in facts))
    return [Part("source-line", {"sources": Text(", ".join(named))})] if named else []


def join(answers: Iterable[Answer]) -> Answer:
    """Several answers as one message (SMS): all parts in order, the choices and expectation of the last."""
    answers = list(answers)
    return Answer(
        parts=tuple(part for answer in answers for part in answer.parts),
        facts=tuple(fact for answer in answers for fact in answer.facts),
        next=answers[-1].next,
        expects=answers[-1].expects,
    )

"""What an answer is before it has words: message keys with typed values, the facts it rests on, what can come next."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from backend.facts.fact import Fact
from language.entities import Entity


@dataclass(frozen=True)
class Score:
    """A score, shown exactly as stored."""

    value: Decimal


@dataclass(frozen=True)
class Amount:
    """Dirhams."""

    value: Decimal


@dataclass(frozen=True)
class Day:
    """A calendar day."""

    value: date


@dataclass(frozen=True)
class Month:
    """A calendar month (any day in it)."""

    value: date


@dataclass(frozen=True)
class Clock:
    """A day and an hour in Morocco, as text-free parts."""

    day: date
    hour: int


@dataclass(frozen=True)
class Count:
    """A number of things: the only value that reaches Fluent as a number, so that plurals work."""

    value: int


@dataclass(frozen=True)
class Text:
    """A string that is shown as it is (a number of a register, a web address)."""

    value: str


@dataclass(frozen=True)
class Term:
    """Another message of the catalogue, e.g. the name of a regime."""

    key: str


Value = Score | Amount | Day | Month | Clock | Count | Text | Term


@dataclass(frozen=True)
class Part:
    """One message of the catalogue. A part that is not `essential` is left out where room is short (SMS).

    A `heading` says what the parts after it are about: it is said again when they come in a message of their own.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    essential: bool = True
    heading: bool = False


@dataclass(frozen=True)
class Answer:
    """An answer of the engine. `next` names the questions that can follow, the likeliest first.

    With its `question` an answer can be asked for again: for what an SMS had no room for.
    """

    parts: tuple[Part, ...]
    facts: tuple[Fact, ...] = ()
    next: tuple[str, ...] = ()
    expects: str | None = None  # the kind of entity that this message asks for
    question: str | None = None
    shows: uuid.UUID | None = None  # the score notice that it shows: once delivered, the household is notified of it

    @classmethod
    def of(cls, key: str, /, *, next: tuple[str, ...] = (), **values: Value) -> "Answer":  # noqa: A002
        """An answer of one part."""
        return cls(parts=(Part(key, values),), next=next)


@dataclass(frozen=True)
class Asker:
    """Who asks, as far as the channel and verification prove it. `person_id` is set at level 2 only."""

    conversation_id: uuid.UUID
    channel: str
    variety: str
    phone: str | None = None  # E.164, proved by the channel or given in the call-back form
    person_id: uuid.UUID | None = None
    entities: tuple[Entity, ...] = ()

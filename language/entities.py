"""The pieces of data in a message, in their normal forms."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from language.dates import find_dates, find_expected_date
from language.identifiers import (
    find_cards,
    find_codes,
    find_digits_only_answer,
    find_emails,
    find_expected_number,
    find_phones_and_idcs,
    find_references,
)
from language.phrases import find_phrases
from language.quantities import find_amounts, find_scores
from language.scan import Finder, Scan
from language.text import fold

# Each finder sees only what those before it have left: the most specific first.
_FINDERS: tuple[Finder, ...] = (
    find_emails,
    find_references,
    find_digits_only_answer,
    find_dates,
    find_amounts,
    find_cards,
    find_expected_date,
    find_phones_and_idcs,
    find_scores,
    find_codes,
    find_expected_number,
    find_phrases,
)
_TEN_DIGITS_FIRST: tuple[Finder, ...] = (find_emails, find_references, find_digits_only_answer, find_phones_and_idcs)


@dataclass(frozen=True)
class Entity:
    """A piece of data in a message.

    `name` and `value` as in the list of entities (ISO dates, E.164 phones, official French place names, ...);
    `start`:`end` index the cleaned text. With a `problem` the value may not be used: future, too_old, impossible,
    ambiguous (dates; the last two have an empty value) or wrong_length (of the kind that was asked for).
    """

    name: str
    value: str
    start: int
    end: int
    problem: str | None = None


def _order(expects: str | None) -> Iterable[Finder]:
    if expects not in ("idcs", "phone"):
        return _FINDERS
    return *_TEN_DIGITS_FIRST, *(finder for finder in _FINDERS if finder not in _TEN_DIGITS_FIRST)


def parse_entities(text: str, *, today: datetime.date, expects: str | None = None) -> list[Entity]:
    """What `text` holds, from left to right, without overlaps; never raises, whatever the text.

    `today` (Africa/Casablanca) decides which dates are in the future and what a two-digit year means. `expects` is the
    kind of the open question (idcs, phone, date, number4, one_time_code, cnie, review_reference) or None: it decides
    between readings, so ten digits beginning 05-08 are a phone unless an IDCS was asked for. Nothing is guessed: what
    cannot be read safely comes back with a problem.
    """
    scan = Scan(fold(text), today, expects)
    for finder in _order(expects):
        scan.claim(finder(scan))
    entities = []
    for found in sorted(scan.found, key=lambda one: one.start):
        start, end = scan.folded.span(found.start, found.end)
        entities.append(Entity(found.name, found.value, start, end, found.problem))
    return entities

"""Identifiers out of sight before a text goes to the language model, a log or the training data."""

from collections.abc import Iterable

from language.entities import Entity
from language.quantities import find_plain_quantities
from language.scan import CLAIMED, digit_groups, hide
from language.text import fold

_TOKENS = {
    "idcs": "<idcs>",
    "phone": "<phone>",
    "date": "<date>",
    "cnie": "<cnie>",
    "one_time_code": "<code>",
    "review_reference": "<reference>",
    "complaint_reference": "<reference>",
    "number4": "<number4>",
    "email": "<email>",
}
_UNKNOWN = "<number>"

_Piece = tuple[int, int, str]


def mask(text: str, entities: Iterable[Entity]) -> str:
    """`clean(text)` with its identifiers as tokens: <idcs> <phone> <date> <cnie> <code> <reference> <number4> <email>.

    `entities` are those of `parse_entities(text, ...)`. Scores, amounts, places, programmes, relations and languages
    stay, and so does a year that stands alone; any other run of four digits or more, and any spaced group of six or
    more, becomes <number>: nothing that may identify somebody passes.
    """
    folded = fold(text)
    known = sorted(entities, key=lambda entity: entity.start)
    pieces = [(entity.start, entity.end, _TOKENS[entity.name]) for entity in known if entity.name in _TOKENS]
    taken = {index for entity in known for index in range(entity.start, entity.end)}
    rest = "".join(CLAIMED if o in taken else c for c, o in zip(folded.text, folded.origins, strict=True))
    # Looked for in the whole text: beside an identifier that is out of sight, a piece of a number looks like a score.
    for start, end in find_plain_quantities(folded.text):
        if CLAIMED not in rest[start:end]:
            rest = hide(rest, start, end)
    groups = [group for group in digit_groups(rest) if group.is_long and not group.is_year]
    pieces += [(*folded.span(group.start, group.end), _UNKNOWN) for group in groups]
    return _replaced(folded.source, sorted(pieces))


def _replaced(source: str, pieces: list[_Piece]) -> str:
    out: list[str] = []
    position = 0
    for start, end, token in pieces:
        if not 0 <= start < end <= len(source):
            continue
        if start >= position:
            glued_before = source[start - 1 : start].isalnum()
            glued_after = source[end : end + 1].isalnum()
            out += [source[position:start], " " if glued_before else "", token, " " if glued_after else ""]
        position = max(position, end)  # of overlapping pieces the first names the whole
    return "".join([*out, source[position:]])

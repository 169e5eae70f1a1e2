"""Names side by side that mean one thing: the mother of my husband, Darija in Latin letters."""

import re
from typing import NamedTuple

from language.files import read_data
from language.scan import Found

_OF = re.compile(
    r" (?:(?P<of>(?:de|d|du|des|dyal|dial|ta3|nta3|ديال|د|تاع|نتاع)[ ']+)"
    r"(?P<whose>(?:l|la|le|les|mon|ma|mes|son|sa|ses|notre|nos|leurs?|votre|vos|ton|ta|tes|m1|mn)[ '])?)?"
)
_OF_CLITICS = ("د", "d")
_SIDE_BY_SIDE = re.compile(r"[^.!?,:]{0,12}")
_SAME_SENTENCE = re.compile(r"[^.!?]{0,45}")
_COMPOUNDS = {
    (first, second): value for value, pairs in read_data("kin.json")["compounds"].items() for first, second in pairs
}
_IN_LATIN_LETTERS = "ary-Latn"
_WRITTEN_IN_THEM = ("ary", "ar")


class Hit(NamedTuple):
    """A name as found, and for a relative its grammar (see `lexicon.Sense`)."""

    found: Found
    form: str
    clitics: str  # what is written onto it: و in وراجلي
    opens: bool  # whether another relative may follow, as after weld in weld khti


def join(text: str, hits: list[Hit]) -> list[Found]:
    """The names of `text`, from left to right, after those that belong together have become one."""
    joined: list[Hit] = []
    for hit in hits:
        before = joined[-1] if joined else None
        value = _together(text, before, hit) if before else None
        if before and value:
            start, end = before.found.start, hit.found.end
            joined[-1] = Hit(Found(hit.found.name, value, start, end), hit.form, before.clitics, hit.opens)
        else:
            joined.append(hit)
    return [hit.found for hit in joined if hit.form != "head"]


def _together(text: str, first: Hit, second: Hit) -> str | None:
    """What two neighbours mean as one; None where they stay two."""
    between = text[first.found.end : second.found.start]
    if first.found.name != second.found.name:
        return None
    values = first.found.value, second.found.value
    if first.found.name == "language":
        in_letters = values[1] == _IN_LATIN_LETTERS and values[0] in _WRITTEN_IN_THEM
        same = values[0] == values[1] and _SIDE_BY_SIDE.fullmatch(between)
        return values[1] if same or (in_letters and _SAME_SENTENCE.fullmatch(between)) else None
    link = _OF.fullmatch(between)
    if first.found.name != "relation" or not link or second.clitics not in ("", *_OF_CLITICS):
        return None
    is_said_whose = second.form == "owned" or bool(link["whose"]) or (first.form == "head" and values[1] == "child")
    is_open = first.opens or bool(link["of"]) or second.clitics in _OF_CLITICS
    return _COMPOUNDS.get(values) if is_said_whose and is_open else None

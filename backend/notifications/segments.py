"""SMS length as the network counts it: GSM 03.38 septets (160, or 153 a part) or UCS-2 units (70, or 67 a part)."""

from dataclasses import dataclass

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€\f")  # each takes an escape septet besides its own

# Typographic and French letters outside GSM 03.38, and what stands for them in an SMS.
_FOLD = str.maketrans(
    {
        "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "...",
        "\u00a0": " ", "\u202f": " ", "\u2009": " ",
        "â": "a", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "û": "u", "ç": "c", "œ": "oe", "ÿ": "y",
        "À": "A", "Â": "A", "È": "E", "Ê": "E", "Ë": "E", "Î": "I", "Ï": "I", "Ô": "O", "Û": "U", "Ù": "U", "Œ": "OE",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Length:
    """How a text travels: encoding "GSM-7" or "UCS-2", its units, and the number of parts (segments)."""

    encoding: str
    units: int
    segments: int


def fold(text: str) -> str:
    """Bring Latin text into GSM 03.38 where a plain letter says the same."""
    return text.translate(_FOLD)


def is_gsm7(text: str) -> bool:
    """Whether every character is in GSM 03.38."""
    return all(character in BASIC or character in EXTENDED for character in text)


def measure(text: str) -> Length:
    """Count units and parts. A two-unit character (an escape pair, a surrogate pair) is never split between parts."""
    if is_gsm7(text):
        return _measure("GSM-7", [2 if character in EXTENDED else 1 for character in text], single=160, part=153)
    return _measure("UCS-2", [2 if ord(character) > 0xFFFF else 1 for character in text], single=70, part=67)


def _measure(encoding: str, widths: list[int], *, single: int, part: int) -> Length:
    units = sum(widths)
    if units <= single:
        return Length(encoding, units, 1)
    segments, room = 1, part
    for width in widths:
        if width > room:
            segments, room = segments + 1, part
        room -= width
    return Length(encoding, units, segments)

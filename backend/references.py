"""References that people read aloud and type: REC-2026-000018, the last digit a check digit (Luhn, ISO/IEC 7812-1)."""

import re

_SHAPE = re.compile(r"[A-Z]{3}-[0-9]{4}-([0-9]{6,9})")
LARGEST_NUMBER = 99_999_999


def make(prefix: str, year: int, number: int) -> str:
    """The reference of a number in a year: at least five digits, then the check digit over them.

    ValueError for what would not be a reference: a prefix not of three capitals, a year not of four digits, a number
    below 1 or of more than eight digits.
    """
    digits = f"{number:05d}"
    if 1 <= number <= LARGEST_NUMBER and is_valid(reference := f"{prefix}-{year}-{digits}{_check_digit(digits)}"):
        return reference
    raise ValueError(f"no reference can be made of {prefix!r}, {year}, {number}")


def is_valid(reference: str) -> bool:
    """Whether this is a reference as `make` writes it, with the right check digit; that it was given out, is not said.

    One wrong digit is always noticed, and so are two neighbours that changed places (but for 0 and 9).
    """
    shape = _SHAPE.fullmatch(reference)
    return shape is not None and _check_digit(shape[1][:-1]) == shape[1][-1]


def _check_digit(digits: str) -> str:
    """Luhn: every second digit from the right is doubled (its digits added), and all of it must end in 0."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        total += sum(divmod(int(digit) * 2, 10)) if position % 2 == 0 else int(digit)
    return str(-total % 10)

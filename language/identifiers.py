"""What identifies a person or a file: IDCS, card, phone, codes, references, addresses."""

import re
from collections.abc import Iterator

from language.scan import CLAIMED, YEAR, Found, Group, Scan, digit_groups

_EMAIL = re.compile(r"[a-z0-9._%+\-]{1,64}@[a-z0-9\-]{1,63}(?:\.[a-z0-9\-]{1,63}){1,5}")

_REFERENCE = re.compile(
    r"(?<![a-z])(rev|rec)[ \-_./:#]{0,3}((?:19|20)\d{2})"
    r"(?:[ \-_./]{0,3}(\d{5,9})(?!\d)|[ \-_./]{1,3}(\d(?:[ \-.]?\d){0,11}))"
)
_REFERENCE_DIGITS = range(5, 10)
_REFERENCE_NAMES = {"rev": "review_reference", "rec": "complaint_reference"}

_CARD = re.compile(r"(?<![^\W_])([a-z]{1,2})([ .\-]?)(\d{1,6})(?![^\W_])")
_CARD_GAPS = re.compile(r"([a-z]{1,2})[ .\-]?(\d{1,4}(?:[ .\-]\d{1,3}){1,3})(?![^\W_]|[ .\-/]\d)")
_CARD_ANSWER = re.compile(r"([a-z])[ .\-]?([a-z]?)[ .\-]{0,3}(\d+)")
_CARD_WORD = re.compile(
    r"(?<![^\W_])(?:cnie|cine|l?cin|cni|cartes?|cart|l?a?[ck]art[ea]?|la ?carte?|nationale|identite"
    r"|l?bita9a|l?bitaqa|l?bta9a)(?![^\W_])|بطاقه|بطاقت|لاكارط|كارط|لاكارت|البطاق|الوطنيه|(?<![^\W_])(?:لا)?سين(?![^\W_])"
)
_FULL_CARD = (5, 6)  # digits
_MORE_DIGITS = re.compile(r"[.\-/]\d")
_PREPOSITIONS = frozenset("bdflw")  # Arabizi writes them on the year: f2024

_PLUS = re.compile(r"\+[ (]{0,2}$")
_MOBILE_OR_LANDLINE = "5678"
_LENGTHS = {"idcs": 10, "number4": 4, "one_time_code": 6}
_ANSWERED_IN_DIGITS = frozenset({*_LENGTHS, "phone", "cnie", "review_reference"})
_DIGITS_ONLY = re.compile(r"[ +(]{0,3}\d[\d .\-/_()]*")
_WRITTEN_DATE = re.compile(r"\d{1,2} ?[./\-] ?\d{1,2} ?[./\-] ?\d{4}")
_CODE_LENGTH = _LENGTHS["one_time_code"]
_CODE_WORD = re.compile(
    r"(?<![^\W_])(?:l|le )?(?:codes?|kod|koud|cod|kode|otp|pin|ramz|rmz|verification|confirmation)(?![^\W_])|رمز|كود|قن"
)
_CODE_BEFORE, _CODE_AFTER = 40, 20  # characters in which it may stand

_PHONE_WORD = re.compile(
    r"(?:(?<![^\W_])(?:tel|tels|telephone|telefon|telef|tilifon|tilifoun|phone|gsm|portable|mobile|whatsapp|watsap|wtsp|num|numero"
    r"|n?nemra|nmra|nmerti|nmrti|nemrti|nemerti|joignable|appel\w*|rappel\w*|3iyet\w*|3eyet\w*|3ayt\w*)|هاتف|تيليفون|نمره|نمرت|عيط|اتصل|وتساب|واتساب)"
)
_PHONE_BEFORE = 30
_NATIONAL = 9  # digits of a number whose zero was left out


def moroccan_phone(digits: str, *, plus: bool = False, any_first_digit: bool = False) -> str | None:
    """E.164 of a Moroccan number: +212, 212, 00212 or 0, then 5-8 (or any digit, where a phone was asked for)."""
    if digits.startswith("00212"):
        national = digits[5:]
    elif digits.startswith("212") and (plus or len(digits) >= 12):
        national = digits[3:]
    elif digits.startswith("0") and not plus and len(digits) == 10:
        return f"+212{digits[1:]}" if any_first_digit or digits[1] in _MOBILE_OR_LANDLINE else None
    else:
        return None
    national = national[1:] if national.startswith("0") and len(national) == 10 else national
    return f"+212{national}" if len(national) == 9 and national[0] in _MOBILE_OR_LANDLINE else None


def find_emails(scan: Scan) -> Iterator[Found]:
    """E-mail addresses, lower case."""
    for match in _EMAIL.finditer(scan.text):
        yield Found("email", match.group(), match.start(), match.end())


def _reference(prefix: str, year: str, digits: str, start: int, end: int) -> Found:
    problem = None if len(digits) in _REFERENCE_DIGITS else "wrong_length"
    return Found(_REFERENCE_NAMES[prefix], f"{prefix.upper()}-{year}-{digits}", start, end, problem)


def find_references(scan: Scan) -> Iterator[Found]:
    """References of reviews and complaints by their shape; whether the check digit is right is not judged here."""
    for match in _REFERENCE.finditer(scan.text):
        digits = re.sub(r"\D", "", match[3] or match[4])
        yield _reference(match[1], match[2], digits, match.start(), match.end())


def find_cards(scan: Scan) -> Iterator[Found]:
    """National card numbers: one or two letters and up to six digits.

    A short one, or one with a space, needs the card to be asked for or named, capitals, or five digits: "l 1985" is
    no card.
    """
    asked = scan.expects == "cnie" or _CARD_WORD.search(scan.text) is not None
    for match in _CARD.finditer(scan.text):
        letters, gap, digits = match.groups()
        capitals = scan.folded.written(match.start(1), match.end(1)).isupper()
        spaced = _CARD_GAPS.match(scan.text, match.start()) if len(digits) < _FULL_CARD[0] else None
        if spaced and _is_spaced_card(spaced, asked or capitals, scan.text):
            yield Found("cnie", letters.upper() + re.sub(r"\D", "", spaced[2]), spaced.start(), spaced.end())
        elif not _MORE_DIGITS.match(scan.text, match.end()) and _is_card(letters, gap, digits, asked, capitals):
            yield Found("cnie", letters.upper() + digits, match.start(), match.end())


def _is_spaced_card(match: re.Match[str], named: bool, text: str) -> bool:
    """Whether letters and groups of digits are one card: five or six digits, named as a card, in capitals or alone."""
    digits = re.sub(r"\D", "", match[2])
    return len(digits) in _FULL_CARD and (named or match.group() == text.strip(" .,!?"))


def _is_card(letters: str, gap: str, digits: str, asked: bool, capitals: bool) -> bool:
    preposition = letters in _PREPOSITIONS and YEAR.fullmatch(digits) is not None
    if asked:
        return len(digits) >= 3 and (not gap or capitals or len(digits) >= 5) and not preposition
    return (len(digits) >= 4 and not gap and not preposition) or (len(digits) >= 5 and capitals)


def _windows(group: Group) -> Iterator[Group]:
    """The parts of a group that may be one number each: single runs, the whole, or tens that fill it exactly."""
    singles, tens = [], [Group("", ())]
    offset = 0
    for start, end in group.runs:
        single = Group(group.digits[offset : offset + end - start], ((start, end),))
        offset += end - start
        singles.append(single)
        if len(tens[-1].digits) >= _LENGTHS["idcs"]:
            tens.append(Group("", ()))
        tens[-1] = Group(tens[-1].digits + single.digits, tens[-1].runs + single.runs)
    yield from singles
    yield group
    if all(len(ten.digits) == _LENGTHS["idcs"] for ten in tens):
        yield from tens


def _ten_digits(scan: Scan, number: Group) -> Found | None:
    """A phone or an IDCS, by the open question first, then by the first digits."""
    plus = _PLUS.search(scan.text, max(0, number.start - 4), number.start)
    start = plus.start() if plus else number.start
    if scan.expects == "idcs" and len(number.digits) == _LENGTHS["idcs"] and not plus:
        return Found("idcs", number.digits, start, number.end)
    phone = moroccan_phone(number.digits, plus=bool(plus), any_first_digit=scan.expects == "phone")
    if phone:
        return Found("phone", phone, start, number.end)
    if len(number.digits) == _LENGTHS["idcs"] and not plus:
        return Found("idcs", number.digits, start, number.end)
    if len(number.digits) == _NATIONAL and number.digits[0] in "67" and not plus:
        named = _PHONE_WORD.search(scan.text, max(0, number.start - _PHONE_BEFORE), number.start)
        return Found("phone", f"+212{number.digits}", start, number.end) if named else None
    return None


def find_phones_and_idcs(scan: Scan) -> Iterator[Found]:
    """Moroccan phone numbers and IDCS identifiers, with any usual spacing."""
    for group in digit_groups(scan.text):
        for number in _windows(group):
            found = _ten_digits(scan, number)
            if found:
                yield found


def find_codes(scan: Scan) -> Iterator[Found]:
    """Six digits that stand alone; where a code was asked for or is named, also with spaces between them."""
    for group in digit_groups(scan.text):
        if len(group.digits) != _CODE_LENGTH:
            continue
        around = scan.text[max(0, group.start - _CODE_BEFORE) : group.end + _CODE_AFTER]
        if len(group.runs) == 1 or scan.expects == "one_time_code" or _CODE_WORD.search(around):
            yield Found("one_time_code", group.digits, group.start, group.end)


def find_digits_only_answer(scan: Scan) -> Iterator[Found]:
    """An answer that is only digits, read as what was asked for: the right kind, or that kind with `wrong_length`.

    A phone that cannot be mistaken, and a date with its separators, stay what they are.
    """
    kind, text = scan.expects, scan.text
    if kind == "cnie" and _CARD_ANSWER.fullmatch(text):
        yield _card_answer(text)
    elif kind in _ANSWERED_IN_DIGITS and _DIGITS_ONLY.fullmatch(text):
        name, value, problem = _read_digits(kind, text)
        if problem is None or not _WRITTEN_DATE.fullmatch(text):
            yield Found(name, value, 0, len(text), problem)


def _read_digits(kind: str, text: str) -> tuple[str, str, str | None]:
    """Name, value and problem of an answer that is only digits."""
    digits = "".join(filter(str.isdigit, text))
    if len(digits) == _LENGTHS.get(kind) and "+" not in text:
        return kind, digits, None
    if kind == "review_reference" and YEAR.match(digits) and len(digits) - 4 in _REFERENCE_DIGITS:
        return kind, f"REV-{digits[:4]}-{digits[4:]}", None
    phone = moroccan_phone(digits, plus="+" in text, any_first_digit=kind == "phone")
    if phone:
        return "phone", phone, None
    if kind == "phone" and len(digits) == _LENGTHS["idcs"]:
        return "idcs", digits, None
    return kind, digits, "wrong_length"


def _card_answer(text: str) -> Found:
    digits = re.sub(r"\D", "", text)
    letters = "".join(filter(str.isalpha, text)).upper()
    return Found("cnie", letters + digits, 0, len(text), None if len(digits) <= 6 else "wrong_length")


def find_expected_number(scan: Scan) -> Iterator[Found]:
    """The number that was asked for inside a sentence: four digits, or the one long number of a wrong length."""
    kind = scan.expects
    groups = list(digit_groups(scan.text))
    if kind == "number4":
        fitting = [group for group in groups if len(group.digits) == _LENGTHS[kind]]
        if len(fitting) == 1:
            yield Found(kind, fitting[0].digits, fitting[0].start, fitting[0].end)
            return
    if kind not in (*_LENGTHS, "phone") or CLAIMED in scan.text:
        return
    long = [group for group in groups if group.is_long and not group.is_year]
    if len(long) == 1:
        yield Found(kind, long[0].digits, long[0].start, long[0].end, "wrong_length")

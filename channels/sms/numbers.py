"""Phone numbers as gateways write them."""

import phonenumbers


def e164(number: str) -> str | None:
    """A gateway's sender as E.164, read as Moroccan when it has no country; None for a short code or a name."""
    digits = number.strip()
    if digits.startswith("212") and len(digits) == 12:
        digits = "+" + digits
    try:
        parsed = phonenumbers.parse(digits, "MA")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)

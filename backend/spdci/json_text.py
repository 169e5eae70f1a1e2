"""JSON whose numbers stay the text that was sent: no score passes through a float, a signature covers every digit."""

import json
from typing import Any


class Number(str):
    """The text of a JSON number, exactly as it was sent."""


def read(body: bytes) -> Any:
    """The JSON of a body, its numbers as `Number`. ValueError when it is none, or a name stands twice in an object."""
    try:
        return json.loads(
            body.decode(), parse_float=Number, parse_int=Number, parse_constant=_no_number, object_pairs_hook=_once
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def canonical(value: Any) -> str:
    """One text for one value, whatever its order and spaces: names sorted, no spaces, ASCII, numbers as they were sent.

    RFC 8785 would not do: it rewrites numbers as doubles, so that a signature would not cover all decimals of a score.
    """
    match value:
        case Number():
            return str(value)
        case dict():
            return "{" + ",".join(f"{json.dumps(name)}:{canonical(value[name])}" for name in sorted(value)) + "}"
        case list() | tuple():
            return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value)


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no JSON")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in an object")
    return found

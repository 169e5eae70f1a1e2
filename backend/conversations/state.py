"""What a dialogue session holds between two messages, encrypted in Redis: the values of this turn and the open form.

Nothing here must last: when Redis is emptied, a form starts again.
"""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from redis.asyncio import Redis

from backend.identity.cipher import get_cipher
from language.entities import Entity

LIFETIME_SECONDS = 30 * 60


@dataclass
class FormState:
    """Where an open form stands. `failures` counts for the step asked now, `mismatches` for the whole path."""

    form: str
    path: str
    step: int = 0
    failures: int = 0
    mismatches: int = 0
    problem: str | None = None
    introduced: bool = False  # why we ask was said
    values: dict[str, str] = field(default_factory=dict)
    pending: str | None = None  # the question that waits for the form's end


@dataclass
class Confirmation:
    """A change that waits for its two-digit word."""

    question: str
    word: str
    tries: int = 0
    confirmed: bool = False
    text: str | None = None  # what is sent once it is confirmed


@dataclass
class SessionState:
    """The state of one dialogue session."""

    found: list[dict[str, Any]] = field(default_factory=list)  # entities of the message in hand
    form: FormState | None = None
    callback_phone: str | None = None
    ended: bool = False  # the dialogue session must change: verified, failed, signed out
    in_hand: str | None = None  # the id of the message in hand
    outcome: str | None = None  # what a form made of the message in hand: it is not taken twice
    closed: str | None = None  # the form that this message closed
    pending: str | None = None  # the question that waited for its end
    confirmation: Confirmation | None = None
    unclear: tuple[str, list[str]] | None = None  # what was not understood last, masked, and its likeliest readings

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The entities of the message in hand."""
        return tuple(Entity(**item) for item in self.found)


def _key(session_id: str) -> str:
    return f"haqqi:session:{session_id}"


async def load(redis: Redis, session_id: str) -> SessionState:
    """The state of a session; an empty one when there is none."""
    stored = await redis.get(_key(session_id))
    if not stored:
        return SessionState()
    raw = json.loads(get_cipher().decrypt(stored if isinstance(stored, bytes) else stored.encode()))
    raw["form"] = FormState(**raw["form"]) if raw["form"] else None
    raw["confirmation"] = Confirmation(**raw["confirmation"]) if raw.get("confirmation") else None
    return SessionState(**raw)


async def save(redis: Redis, session_id: str, state: SessionState) -> None:
    """Keep the state for half an hour."""
    await redis.set(_key(session_id), get_cipher().encrypt(json.dumps(asdict(state))), ex=LIFETIME_SECONDS)


async def drop(redis: Redis, session_id: str) -> None:
    """Forget the session."""
    await redis.delete(_key(session_id))

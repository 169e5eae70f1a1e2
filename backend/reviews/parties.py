"""Who does something to a request, through which channel."""

import uuid
from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "staff", "agency", "system"]


@dataclass(frozen=True)
class Party:
    """A person of the household, a member of staff (with their role), the agency's own system, or Haqqi itself."""

    kind: Kind
    channel: str
    id: uuid.UUID | None = None
    role: str = ""

    @classmethod
    def person(cls, person_id: uuid.UUID, channel: str) -> "Party":
        """A verified person on a channel."""
        return cls("person", channel, person_id)

    @classmethod
    def staff(cls, staff_id: uuid.UUID, role: str, channel: str = "desk") -> "Party":
        """A member of staff who is signed in."""
        return cls("staff", channel, staff_id, role)

    @property
    def actor(self) -> str:
        """Their name in history and audit: an id, not a name."""
        return f"{self.kind}:{self.id}" if self.id else self.kind


AGENCY = Party("agency", "relay")
SYSTEM = Party("system", "system")


class ReviewRefusedError(Exception):
    """What was asked for can't be done; `code` says why (docs/reviews.md lists them), and the routes answer with it."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code, self.detail = code, detail

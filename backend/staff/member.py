"""Who a member of staff is, as other parts see it."""

import uuid
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff may do. No role holds another: a route names every role it lets in."""

    AGENT = "agent"
    REVIEWER = "reviewer"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


class Organisation(StrEnum):
    """Whom a member of staff works for. Reviewers are the agency's."""

    CALL_CENTRE = "call_centre"
    AGENCY = "agency"


@dataclass(frozen=True)
class StaffMember:
    """A member of staff who is signed in."""

    id: uuid.UUID
    name: str
    role: Role
    organisation: Organisation

    @property
    def actor(self) -> str:
        """Their name in the audit: an id, not a name."""
        return f"staff:{self.id}"

"""Who may call the staff routes of reviews. The one place that knows how staff prove who they are.

Until staff sign in (`backend.staff.session`), the caller is a trusted program with HAQQI_INNER_SECRET as bearer token,
which names the member of staff: X-Staff-Id (a UUID) and X-Staff-Role.
"""

import secrets
import uuid
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Header, Request

from backend.app import Problem, runtime_of
from backend.reviews.parties import Party

AGENT, REVIEWER, SUPERVISOR, ADMINISTRATOR = "agent", "reviewer", "supervisor", "administrator"


def require_staff(*roles: str) -> Callable[..., Awaitable[Party]]:
    """A dependency: the member of staff who calls, if they have one of these roles. 401 without a sign-in, else 403."""

    async def staff(
        request: Request,
        authorization: Annotated[str, Header()] = "",
        x_staff_id: Annotated[str, Header()] = "",
        x_staff_role: Annotated[str, Header()] = "",
    ) -> Party:
        expected = f"Bearer {runtime_of(request).settings.inner_secret.get_secret_value()}"
        if not secrets.compare_digest(authorization.encode(), expected.encode()):
            raise Problem(401, "Staff have to sign in.")
        try:
            staff_id = uuid.UUID(x_staff_id)
        except ValueError:
            raise Problem(401, "Staff have to sign in.") from None
        if x_staff_role not in roles:
            raise Problem(403, "Your role does not allow this.")
        return Party.staff(staff_id, x_staff_role)

    return staff

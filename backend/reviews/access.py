"""Who may call the staff routes of reviews: somebody who is signed in, with a role, as a party to a request."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends

from backend.reviews.parties import Party
from backend.staff import session
from backend.staff.member import Role, StaffMember


def require_staff(*roles: Role) -> Callable[..., Awaitable[Party]]:
    """A dependency: the member of staff who calls, if they have one of these roles. Errors as backend.staff.session."""

    async def party(member: Annotated[StaffMember, Depends(session.require_staff(*roles))]) -> Party:
        return Party.staff(member.id, member.role)

    return party

"""A desk of the tests: an application with a route for supervisors and administrators, made as ours are."""

from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI

from backend.app import create_app
from backend.settings import get_settings
from backend.staff import routes
from backend.staff.member import Role, StaffMember
from backend.staff.session import require_staff

Chief = Annotated[StaffMember, Depends(require_staff(Role.SUPERVISOR, Role.ADMINISTRATOR))]
router = APIRouter()


@router.api_route("/v1/queues", methods=["GET", "POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
async def queues(member: Chief) -> dict[str, str]:
    """Who is let in."""
    return {"id": str(member.id), "name": member.name, "role": member.role, "organisation": member.organisation}


def app() -> FastAPI:
    """The application, for uvicorn --factory."""
    return create_app(get_settings(), [routes.router, router], title="Desk")

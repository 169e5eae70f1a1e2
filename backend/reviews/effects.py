"""What follows an event: who is told by SMS (`transitions.yml`), and at the end of a request its files are let go."""

import uuid

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer
from backend.attachments.service import release
from backend.notifications import outbox
from backend.registry.service import members_of
from backend.reviews import messages
from backend.reviews.models import ReviewAttachment, ReviewRequest
from backend.reviews.states import CLOSED, TOLD
from backend.reviews.views import view_of
from backend.settings import get_settings


async def follow(session: AsyncSession, request: ReviewRequest, event: str) -> None:
    """Do what follows an event of a locked request, in its transaction."""
    if event in TOLD and request.submitted_at is not None:
        await _tell(session, request, **TOLD[event])
    if request.status in CLOSED:
        await release(session, await attachment_ids(session, request.id))


async def _tell(session: AsyncSession, request: ReviewRequest, **told: str) -> None:
    """Tell the person for whom it was filed, and the declarant where the table says so and the phone is another one.

    Personal content goes to registered phones only; who has none learns it when they ask.
    """
    await session.flush()
    view = await view_of(session, request)
    members = await members_of(session, request.household_id)
    person = next((member for member in members if member.id == request.person_id), None)
    declarant = next((member for member in members if member.is_declarant), None)
    if person and person.phone:
        await _send(session, person.phone, request.variety, messages.ALL[told["message"]](view), told["class"])
    if "declarant" not in told or declarant is None or declarant is person:
        return
    if declarant.phone and declarant.phone != (person.phone if person else None):
        variety = declarant.variety or request.variety
        await _send(session, declarant.phone, variety, messages.ALL[told["declarant"]](view), told["class"])


async def _send(session: AsyncSession, phone: str, variety: str, answer: Answer, message_class: str) -> None:
    await outbox.queue_sms(
        session,
        address=phone,
        variety=variety or DEFAULT_VARIETY,
        answer=answer,
        message_class=message_class,
        provider=get_settings().outgoing_sms_provider,
    )


async def attachment_ids(session: AsyncSession, request_id: uuid.UUID) -> list[uuid.UUID]:
    """The files of a request, in the order in which they were linked."""
    rows = await session.scalars(
        select(ReviewAttachment.attachment_id)
        .where(ReviewAttachment.request_id == request_id)
        .order_by(ReviewAttachment.linked_at, ReviewAttachment.attachment_id)
    )
    return list(rows)

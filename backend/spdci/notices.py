"""The statutory notice of a score that a registry sent: to the declarant, by SMS, in their variety."""

import uuid
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer, Day, Score
from backend.audit.service import record
from backend.notifications import outbox
from backend.registry.service import members_of
from backend.reviews.proofs import record_notice_sent
from backend.settings import get_settings

if TYPE_CHECKING:
    from backend.scores.models import ScoreNotice


def score_notice(notice: "ScoreNotice") -> Answer:
    """The score and its day. No last day for a review is stated: nothing is proved yet."""
    return Answer.of("score-notice", score=Score(notice.score), day=Day(notice.computed_on))


async def send_notice(session: AsyncSession, household_id: uuid.UUID, notice: "ScoreNotice") -> None:
    """Queue the notice in this transaction; its `delivered` report is what opens the window.

    A household whose declarant has no phone is told nothing here: staff find it among the scores without a proof.
    """
    members = await members_of(session, household_id)
    declarant = next((member for member in members if member.is_declarant), None)
    if declarant is None or not declarant.phone:
        record(session, "system", "score_notice_not_sent", declarant.id if declarant else None, notice=str(notice.id))
        return
    message = await outbox.queue_sms(
        session,
        address=declarant.phone,
        variety=declarant.variety or DEFAULT_VARIETY,
        answer=score_notice(notice),
        message_class="statutory",
        provider=get_settings().outgoing_sms_provider,
    )
    await record_notice_sent(session, notice.id, "sms", clock.now(), message.id)
    record(session, "system", "score_notice_queued", declarant.id, notice=str(notice.id), message=str(message.id))

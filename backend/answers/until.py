"""Until when the score that an answer shows can be contested, and what showing it proves."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers import general
from backend.answers.knowledge import stated
from backend.answers.model import Asker, Count, Day, Part
from backend.facts.fact import Fact
from backend.reviews import proofs
from backend.reviews.window import Window

if TYPE_CHECKING:
    from backend.scores.models import ScoreNotice

SEEN_AT_ONCE = frozenset({"webchat", "ussd", "desk"})  # a message of the phone is seen once it is delivered


async def shown(session: AsyncSession, asker: Asker, notice: "ScoreNotice") -> Window | None:
    """Note that a verified person is shown this score; its window, which that may open."""
    if asker.channel in SEEN_AT_ONCE:
        await proofs.record_seen(session, notice.id, asker.channel, clock.now(), asker.person_id)
    else:
        await proofs.record_asked(session, notice.id, asker.channel, clock.now(), asker.person_id)
    return await proofs.window_of(session, notice)


def parts_of(window: Window | None, today: date) -> tuple[list[Part], tuple[Fact, ...]]:
    """Until when a review can be asked for. Without a proved notification no last day is said."""
    fact = proofs.window_fact(window.notified_on) if window else stated(general.REVIEW_WINDOW)
    if fact is None:
        return [], ()
    if window is None:
        return [Part("score-not-notified", {"days": Count(fact.integer())}, essential=False)], (fact,)
    if window.days_left(today) < 0:
        return [Part("score-review-over", {"day": Day(window.last_day)}, essential=False)], (fact,)
    return [Part("score-review-until", {"day": Day(window.last_day)})], (fact,)

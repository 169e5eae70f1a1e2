"""Where a review of a verified person stands, and until when one can be asked for."""

import uuid
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers import personal, until
from backend.answers.model import Answer, Asker, Count, Day, Part, Score, Text, Value
from backend.registry.service import person_by_id
from backend.reviews import messages, proofs, service
from backend.reviews.views import RequestView
from backend.reviews.window import Window

if TYPE_CHECKING:
    from backend.scores.models import ScoreNotice

HUMAN = "human_agent"


async def review_status(asker: Asker, session: AsyncSession) -> Answer:
    """What became of the review that is named, else of the newest one of the household."""
    person_id = personal._verified(asker, session, "review_status")
    named = next((entity for entity in asker.entities if entity.name == "review_reference"), None)
    found = await service.requests_of(session, person_id)
    if named is not None:
        found = [view for view in found if view.reference == named.value]
        if not found:  # whosever it is: that it exists is not said
            return Answer.of("review-unknown-reference", reference=Text(named.value), next=("review_status", HUMAN))
    if not found:
        return Answer.of("review-none", next=("review_file", "review_deadline", HUMAN))
    current = min(found, key=lambda view: (not view.is_open, not view.is_draft))  # else the newest
    return of_request(current, may_withdraw=await may_withdraw(session, current, person_id))


async def may_withdraw(session: AsyncSession, view: RequestView, person_id: uuid.UUID) -> bool:
    """Whether this person may withdraw the request: it is open, and they asked for it or are the declarant."""
    person = await person_by_id(session, person_id)
    return view.is_open and person is not None and (view.person_id == person_id or person.is_declarant)


def of_request(view: RequestView, *, may_withdraw: bool) -> Answer:
    """Where a request stands, and what can be done now."""
    follow_up = {
        "draft": ("review_file", "review_drop"),
        "withdrawn": ("review_file",),
        "more_information_requested": ("review_answer",),
    }.get(view.status, () if view.is_open else ("score_status",))
    withdrawal = ("review_withdraw",) if may_withdraw else ()
    told = messages.status(view)
    return Answer(told.parts, told.facts, (*follow_up, *withdrawal, HUMAN))


async def review_deadline(asker: Asker, session: AsyncSession) -> Answer:
    """Until when the household's latest score can be contested."""
    person_id = personal._verified(asker, session, "review_deadline")
    notice = await personal.latest_notice(session, person_id)
    if notice is None:
        return Answer.of("score-none", next=("score_meaning", HUMAN))
    window = await proofs.window_of(session, notice)
    asked = [view for view in await service.requests_of(session, person_id) if view.notice_id == notice.id]
    current = next((view for view in asked if not view.is_draft and view.status != "withdrawn"), None)
    return of_window(notice, window, current, clock.today())


def of_window(notice: "ScoreNotice", window: Window | None, current: RequestView | None, today: date) -> Answer:
    """The last day and the days that are left; once it is over, what remains; where one is asked for, which."""
    if current:
        return Answer(messages.already(current).parts, next=("review_status", HUMAN))
    following = ("review_file", "score_explain", HUMAN)
    said, facts = until.parts_of(window, today)
    if window is None:
        return Answer(tuple(replace(part, essential=True) for part in said), facts, following)
    if window.days_left(today) < 0:
        over = Part("review-over", {"day": Day(window.last_day)})
        return Answer((over, Part("review-remains", essential=False)), facts, following)
    score: dict[str, Value] = {"score": Score(notice.score), "day": Day(window.notified_on)}
    last: dict[str, Value] = {"day": Day(window.last_day), "days": Count(window.days_left(today))}
    parts = (Part("review-countdown", last), Part("review-notified", score, essential=False))
    return Answer(parts, facts, following)

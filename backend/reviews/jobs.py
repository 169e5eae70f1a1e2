"""Queued work of reviews: jobs hold ids only. The worker passes what they do as the additional context "reviews"."""

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import procrastinate
import structlog
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from backend.notifications.jobs import app

log = structlog.get_logger()


@dataclass(frozen=True)
class ReviewWork:
    """What the jobs do: `send` a message to the agency (its id), `keep_up` with what is due now (how many, by kind)."""

    send: Callable[[uuid.UUID], Awaitable[None]]
    keep_up: Callable[[], Awaitable[dict[str, int]]]


class UntilTaken(BaseRetryStrategy):
    """Try again for as long as it takes: an agency that is closed for a week must not lose a request."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """Wait 4 s, 8 s, ... at most an hour, whatever went wrong: what is final is settled and raises nothing."""
        return RetryDecision(retry_in={"seconds": int(wait_of(job.attempts).total_seconds())})


def wait_of(attempts: int) -> timedelta:
    """How long to wait after so many attempts."""
    return timedelta(seconds=min(2 ** min(attempts + 2, 12), 3600))


def _work(context: procrastinate.JobContext) -> ReviewWork:
    work = context.additional_context["reviews"]
    assert isinstance(work, ReviewWork)  # set by the worker process
    return work


@app.task(name="review_relay", queue="fast", pass_context=True, retry=UntilTaken())
async def relay(context: procrastinate.JobContext, message_id: str) -> None:
    """Send one message to the agency."""
    await _work(context).send(uuid.UUID(message_id))


@app.periodic(cron="5 * * * *")  # in UTC; the hours of the day in Morocco are looked at when it runs
@app.task(name="review_upkeep", queue="upkeep", queueing_lock="review_upkeep", pass_context=True)
async def upkeep(context: procrastinate.JobContext, timestamp: int) -> None:  # noqa: ARG001  procrastinate passes it
    """Send the reminders that are due, and link scores that came during open requests."""
    done = await _work(context).keep_up()
    if any(done.values()):
        log.info("reviews kept up", **done)

"""Queued work on procrastinate: a job is enqueued in the transaction that creates it, and holds ids only."""

import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import procrastinate
import structlog
from procrastinate.tasks import Task
from sqlalchemy.ext.asyncio import AsyncSession

from backend.notifications.providers import DeliveryPostponedError

log = structlog.get_logger()
app = procrastinate.App(connector=procrastinate.PsycopgConnector())

RETRY = procrastinate.RetryStrategy(
    max_attempts=9, exponential_wait=2, retry_exceptions=[DeliveryPostponedError]
)  # waits 2, 4, ... 256 s: about eight minutes in all


@dataclass(frozen=True)
class Worker:
    """What jobs do; the worker process passes it as additional context.

    `deliver` sends one message of the outbox (its id, the number of earlier attempts), `answer_waiting` answers what a
    killed process left and says how many, `delete_expired` deletes what may not be kept longer and says how many of
    each kind.
    """

    deliver: Callable[[uuid.UUID, int], Awaitable[None]]
    answer_waiting: Callable[[], Awaitable[int]]
    delete_expired: Callable[[], Awaitable[Mapping[str, int]]]


def _worker(context: procrastinate.JobContext) -> Worker:
    worker = context.additional_context["worker"]
    assert isinstance(worker, Worker)  # set by the worker process
    return worker


@app.task(name="deliver", queue="fast", pass_context=True, retry=RETRY)
async def deliver(context: procrastinate.JobContext, message_id: str) -> None:
    """Send one message of the outbox."""
    await _worker(context).deliver(uuid.UUID(message_id), context.job.attempts)


@app.periodic(cron="* * * * * */10")
@app.task(name="rescue", queue="upkeep", queueing_lock="rescue", pass_context=True)
async def rescue(context: procrastinate.JobContext, timestamp: int) -> None:  # noqa: ARG001  procrastinate passes it
    """Take up what killed processes left: jobs that stopped beating, and messages that were stored and not answered."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=30):
        await app.job_manager.retry_job(job)
        log.warning("stalled job taken up", task=job.task_name, job=job.id)
    answered = await _worker(context).answer_waiting()
    if answered:
        log.warning("waiting messages answered", count=answered)


@app.periodic(cron="7 3 * * *")
@app.task(name="retention", queue="upkeep", queueing_lock="retention", pass_context=True)
async def retention(context: procrastinate.JobContext, timestamp: int) -> None:  # noqa: ARG001  procrastinate passes it
    """Delete what may not be kept longer."""
    log.info("retention", **await _worker(context).delete_expired())


async def defer(session: AsyncSession, task: Task[Any, Any, Any], lock: str | None = None, **arguments: str) -> None:
    """Enqueue a job in the session's transaction: it exists if and only if the transaction commits.

    Jobs with the same lock run one after the other, in order.
    """
    raw = (await (await session.connection()).get_raw_connection()).driver_connection
    await task.configure(connection=raw, lock=lock).defer_async(**arguments)

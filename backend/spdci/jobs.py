"""Queued questions to the registry: jobs hold ids only. The worker passes what they do as the context "registry"."""

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import procrastinate

from backend.notifications.jobs import app
from backend.spdci.client import RegistryUnavailableError

RETRY = procrastinate.RetryStrategy(
    max_attempts=7, exponential_wait=4, retry_exceptions=[RegistryUnavailableError]
)  # waits 4, 16, ... 16384 s: about six hours in all


@dataclass(frozen=True)
class RegistryWork:
    """What the job does: `ask` for the score of a person's household (id of the person, who wants to know)."""

    ask: Callable[[uuid.UUID, str], Awaitable[None]]


@app.task(name="registry_ask", queue="fast", pass_context=True, retry=RETRY)
async def ask(context: procrastinate.JobContext, person_id: str, actor: str) -> None:
    """Ask the registry for the score of a person's household."""
    work = context.additional_context["registry"]
    assert isinstance(work, RegistryWork)  # set by the worker process
    await work.ask(uuid.UUID(person_id), actor)

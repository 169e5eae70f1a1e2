"""Scores that a registry sends: kept once, exactly as sent, the household told. Receiving one never starts the clock.

A score is new, or known (the same score of the same day; or the same as the latest one, where the registry does not say
when it was computed), or rejected with one of the reason codes that the standard publishes.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.audit.service import record, times
from backend.database import Database
from backend.notifications import jobs as queue
from backend.registry.service import household_of, households_named, locked_household, person_by_id
from backend.scores.service import add_received, notice_of_day, notices
from backend.settings import Settings
from backend.spdci import client, jobs
from backend.spdci.envelope import Header
from backend.spdci.models import SpdciMessage
from backend.spdci.notices import send_notice
from backend.spdci.records import GroupScore, RecordError, read_group

if TYPE_CHECKING:
    from backend.registry.models import Household

log = structlog.get_logger()
REGISTRY = "registry"  # the registry, as an actor of the audit
UNKNOWN = "rjct.person_id.invalid"
UNREADABLE = "rjct.notify_details.invalid"
ASKED_EVERY = timedelta(minutes=10)
KEPT = timedelta(days=7)  # far longer than the oldest message that is taken


@dataclass(frozen=True)
class Receipt:
    """What became of a score: `code` says why it was rejected, `is_new` that it was not known before."""

    code: str | None = None
    notice_id: uuid.UUID | None = None
    is_new: bool = False


async def is_first(session: AsyncSession, header: Header) -> bool:
    """Whether this message comes for the first time. It counts as taken if this transaction commits."""
    values = {"message_id": header.message_id, "action": header.action, "received_at": clock.now()}
    statement = insert(SpdciMessage).values(values).on_conflict_do_nothing().returning(SpdciMessage.message_id)
    return await session.scalar(statement) is not None


async def receive(
    session: AsyncSession, scores: Sequence[GroupScore], expected: uuid.UUID | None = None
) -> list[Receipt]:
    """Keep scores and tell their households; one receipt each. `expected`: any other household counts as unknown.

    Nothing is kept of a household that is not known here, or not certainly known.
    """
    homes = [await _home(session, score, expected) for score in scores]
    in_order = sorted({home for home in homes if home})  # the same for all, so that two never wait for each other
    locked = {home: await locked_household(session, home) for home in in_order}
    return [
        await _keep(session, locked[home], score) if home else Receipt(UNKNOWN)
        for home, score in zip(homes, scores, strict=True)
    ]


async def _home(session: AsyncSession, score: GroupScore, expected: uuid.UUID | None) -> uuid.UUID | None:
    found = await households_named(session, score.references, score.idcs)
    if len(found) != 1 or (expected and found[0] != expected):
        return None
    return found[0]


async def _keep(session: AsyncSession, household: "Household", score: GroupScore) -> Receipt:
    same_day = await notice_of_day(session, household.id, score.computed_on)
    if same_day is not None:
        if same_day.score == score.score:
            return Receipt(notice_id=same_day.id)
        record(session, REGISTRY, "score_contradicted", notice=str(same_day.id))
        log.error("the registry gave another score for a day that has one", notice=str(same_day.id))
        return Receipt(UNREADABLE, same_day.id)
    latest = next(iter(await notices(session, household.id, 1)), None)
    if latest and not score.is_dated and (latest.score == score.score or latest.computed_on > score.computed_on):
        return Receipt(notice_id=latest.id)
    notice = await add_received(session, household, score.score, score.computed_on, clock.now())
    record(session, REGISTRY, "score_received", notice=str(notice.id))
    if latest is None or latest.computed_on < score.computed_on:
        await send_notice(session, household.id, notice)
    return Receipt(notice_id=notice.id, is_new=True)


# Asking ---------------------------------------------------------------------------------------------------------------


async def request_score(session: AsyncSession, settings: Settings, person_id: uuid.UUID, actor: str) -> bool:
    """Have the worker ask for the household's latest score; False without a registry, or when it was asked just now."""
    if not settings.spdci_url or await times(session, "registry_ask_queued", person_id, ASKED_EVERY):
        return False
    record(session, actor, "registry_ask_queued", person_id)
    await queue.defer(session, jobs.ask, f"registry:{person_id}", person_id=str(person_id), actor=actor)
    return True


async def ask(database: Database, settings: Settings, person_id: uuid.UUID, actor: str) -> Receipt | None:
    """Ask the registry for the latest score of a person's household, and keep it; None when the registry has none.

    No transaction is open while it is asked. RegistryUnavailableError, RegistryRefusedError.
    """
    async with database.transaction() as session:
        person, household = await person_by_id(session, person_id), await household_of(session, person_id)
        if person is None or household is None:
            return None
        record(session, actor, "registry_asked", person_id)
        idcs, home = person.idcs, household.id
    scores = [_read(found, settings) for found in await client.search(settings, idcs)]
    if not scores:
        return None
    async with database.transaction() as session:
        (receipt,) = await receive(session, [max(scores, key=lambda score: score.computed_on)], home)
    if receipt.code:
        raise client.RegistryRefusedError("another-household" if receipt.code == UNKNOWN else receipt.code)
    return receipt


async def ask_for_job(database: Database, settings: Settings, person_id: uuid.UUID, actor: str) -> None:
    """Ask for the worker: what is final is noted, and only what may come right later is raised."""
    try:
        receipt = await ask(database, settings, person_id, actor)
    except client.RegistryRefusedError as error:
        log.error("the registry was asked in vain", person=str(person_id), code=error.code)
    else:
        log.info("the registry was asked", person=str(person_id), new=bool(receipt and receipt.is_new))


def _read(found: object, settings: Settings) -> GroupScore:
    try:
        return read_group(found, settings)
    except RecordError as error:
        log.error("the registry's record can't be read", why=str(error))
        raise client.RegistryRefusedError("unreadable-record") from error


async def delete_old_messages(session: AsyncSession) -> int:
    """Forget the ids of messages that could not be taken any more; how many."""
    old = delete(SpdciMessage).where(SpdciMessage.received_at < clock.now() - KEPT).returning(SpdciMessage.message_id)
    return len((await session.execute(old)).all())

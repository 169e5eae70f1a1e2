"""Sending one message of the outbox: once, whatever dies in between."""

import uuid
from collections.abc import Mapping
from typing import Literal

import structlog
from sqlalchemy import select

from backend import clock
from backend.database import Database
from backend.notifications import outbox
from backend.notifications.models import STATUS_RANK, DeliveryReport, OutboxMessage
from backend.notifications.providers import (
    DeliveryPostponedError,
    OutgoingText,
    PermanentError,
    Provider,
    TransientError,
    UnknownOutcomeError,
    WindowClosedError,
)

log = structlog.get_logger()
LAST_ATTEMPT = 8  # procrastinate counts attempts from 0; see jobs.RETRY
Remedy = Literal["hold", "plain"]


async def deliver_message(
    database: Database, providers: Mapping[str, Provider], message_id: uuid.UUID, attempt: int
) -> None:
    """Send the message unless it has left already.

    "sending" is committed before the provider is called: whoever finds it afterwards knows that an earlier attempt may
    have gone through, and asks the provider first. The transaction is closed while the provider is called, so that a
    slow provider does not hold database connections.
    """
    claimed = await _claim(database, message_id)
    if claimed is None:
        return
    text, provider_name, may_have_left = claimed
    provider = providers.get(provider_name)
    if provider is None:
        await _settle(database, message_id, "failed", error="no provider")
        log.error("no such provider is configured", message=str(message_id), provider=provider_name)
        return
    try:
        if may_have_left and (known := await _find_unclaimed(database, provider, text)):
            await _settle(database, message_id, "sent", provider_message_id=known)
            return
        provider_id = await provider.send(text)
    except WindowClosedError:
        await _hold(database, message_id)
    except PermanentError as error:
        await _settle(database, message_id, "failed", error=error.code)
        log.warning("message refused", message=str(message_id), provider=provider.name, code=error.code)
    except (TransientError, UnknownOutcomeError) as error:
        unknown = may_have_left or isinstance(error, UnknownOutcomeError)
        final = "unknown" if unknown else "failed" if attempt >= LAST_ATTEMPT else "queued"
        await _settle(database, message_id, final, error=str(error)[:200])
        raise DeliveryPostponedError(str(message_id)) from error
    else:
        await _settle(database, message_id, "sent", provider_message_id=provider_id)


async def _claim(database: Database, message_id: uuid.UUID) -> tuple[OutgoingText, str, bool] | None:
    async with database.transaction() as session:
        message = await session.get(OutboxMessage, message_id, with_for_update=True)
        if message is None or message.status not in {"queued", "sending", "unknown"} or message.address is None:
            return None
        may_have_left = message.status in {"sending", "unknown"}
        text = OutgoingText(
            message_id=str(message.id),
            address=message.address,
            body=message.body,
            attempted_at=message.attempted_at,
            variety=message.variety,
            choices=tuple((choice["question"], choice["label"]) for choice in message.choices),
            template=message.template,
            plain=message.plain,
        )
        message.status = "sending"
        message.attempts += 1
        message.attempted_at = message.attempted_at or clock.now()
        return text, message.provider, may_have_left


async def _find_unclaimed(database: Database, provider: Provider, text: OutgoingText) -> str | None:
    """The provider's id of our earlier attempt, if it went through: one that no other message of ours has."""
    found = await provider.find(text)
    async with database.transaction() as session:
        query = select(OutboxMessage.provider_message_id).where(OutboxMessage.provider_message_id.in_(found))
        taken = set(await session.scalars(query))
    return next((provider_id for provider_id in found if provider_id not in taken), None)


async def _settle(
    database: Database,
    message_id: uuid.UUID,
    status: str,
    *,
    provider_message_id: str | None = None,
    error: str | None = None,
) -> None:
    async with database.transaction() as session:
        message = await session.get_one(OutboxMessage, message_id, with_for_update=True)
        message.provider_message_id = provider_message_id or message.provider_message_id
        message.last_error = error
        if STATUS_RANK[message.status] > STATUS_RANK["sent"]:
            return  # a delivery report was faster than the provider's answer
        message.status = status
        if status == "sent":
            message.sent_at = clock.now()


async def report(
    database: Database,
    message_id: uuid.UUID,
    state: str,
    provider_message_id: str | None,
    error_code: str | None,
    remedy: Remedy | None = None,
) -> bool:
    """Record what a provider reports of a message: "sent", "delivered" or "failed", and apply the remedy of a failure.

    A late state never lowers a higher one, and one of an earlier attempt changes nothing. False when there is no such
    message.
    """
    async with database.transaction() as session:
        message = await session.get(OutboxMessage, message_id, with_for_update=True)
        if message is None:
            return False
        session.add(
            DeliveryReport(outbox_message_id=message_id, state=state, error_code=error_code, reported_at=clock.now())
        )
        known = message.provider_message_id
        if known and provider_message_id and known != provider_message_id:
            return True
        message.provider_message_id = known or provider_message_id
        if STATUS_RANK[state] > STATUS_RANK[message.status]:
            message.status = state
            message.last_error = error_code
            if remedy == "hold":
                await outbox.hold(session, message)
            elif remedy == "plain" and not message.plain:
                await outbox.send_again_as_text(session, message)
        return True


async def _hold(database: Database, message_id: uuid.UUID) -> None:
    async with database.transaction() as session:
        message = await session.get_one(OutboxMessage, message_id, with_for_update=True)
        await outbox.hold(session, message)

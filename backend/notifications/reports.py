"""What providers reported of messages: proof that something was notified."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.notifications.models import DeliveryReport


async def first_delivered(session: AsyncSession, message_ids: Sequence[uuid.UUID]) -> datetime | None:
    """When a provider first reported one of these messages `delivered`; None when none was."""
    return await session.scalar(
        select(func.min(DeliveryReport.reported_at)).where(
            DeliveryReport.outbox_message_id.in_(message_ids), DeliveryReport.state == "delivered"
        )
    )

"""Keeping files: what they are is read from their first bytes, never from what somebody says they are."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.attachments.models import Attachment

LARGEST_BYTES = 5_000_000  # WhatsApp's own limit for a photo
KEPT = timedelta(days=30)
HELD_UNTIL = datetime(9000, 1, 1, tzinfo=UTC)  # until somebody releases it; far enough, and within Python's years
# First bytes of what may be kept: a photo of a paper, or the paper itself.
SIGNATURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"%PDF-": "application/pdf",
}


class UnusableFileError(ValueError):
    """The file can't be kept. `reason` is "type" or "size"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class AttachmentView:
    """A file without its content; `size` in bytes."""

    id: uuid.UUID
    content_type: str
    size: int
    received_at: datetime


def content_type_of(content: bytes) -> str | None:
    """What a file really is, if it is something we keep."""
    return next((kind for start, kind in SIGNATURES.items() if content.startswith(start)), None)


def checked(content: bytes) -> str:
    """The content type of a file that may be kept. UnusableFileError when it is too large or nothing we keep."""
    if len(content) > LARGEST_BYTES:
        raise UnusableFileError("size")
    content_type = content_type_of(content)
    if content_type is None:
        raise UnusableFileError("type")
    return content_type


async def is_kept(session: AsyncSession, inbound_id: uuid.UUID, position: int) -> datetime | None:
    """Until when the file of a message is kept, if it is: a message that is answered again fetches nothing again."""
    query = select(Attachment.kept_until).where(Attachment.inbound_id == inbound_id, Attachment.position == position)
    return await session.scalar(query)


def keep(
    session: AsyncSession,
    content: bytes,
    *,
    channel: str,
    conversation_id: uuid.UUID,
    inbound_id: uuid.UUID,
    position: int,
) -> datetime:
    """Keep a file; until when. UnusableFileError when it is too large or nothing we keep."""
    content_type = checked(content)
    now = clock.now()
    session.add(
        Attachment(
            conversation_id=conversation_id,
            inbound_id=inbound_id,
            position=position,
            channel=channel,
            content_type=content_type,
            size=len(content),
            digest=hashlib.sha256(content).digest()[:16],
            content=content,
            received_at=now,
            kept_until=now + KEPT,
        )
    )
    return now + KEPT


async def of_conversation(session: AsyncSession, conversation_id: uuid.UUID, since: datetime) -> list[AttachmentView]:
    """The files of a conversation that were received since an instant, in their order."""
    rows = await session.scalars(
        select(Attachment)
        .where(Attachment.conversation_id == conversation_id, Attachment.received_at >= since)
        .order_by(Attachment.received_at, Attachment.position)
    )
    return [AttachmentView(row.id, row.content_type, row.size, row.received_at) for row in rows]


async def hold(session: AsyncSession, ids: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Keep files until they are released: a request needs them. The ids of those that are still there."""
    held = await session.scalars(
        update(Attachment).where(Attachment.id.in_(ids)).values(kept_until=HELD_UNTIL).returning(Attachment.id)
    )
    found = set(held)
    return [attachment_id for attachment_id in ids if attachment_id in found]


async def release(session: AsyncSession, ids: Sequence[uuid.UUID]) -> None:
    """Nobody needs these files any more: the next run of the retention job deletes them."""
    await session.execute(update(Attachment).where(Attachment.id.in_(ids)).values(kept_until=clock.now()))


async def contents(session: AsyncSession, ids: Sequence[uuid.UUID]) -> list[tuple[str, bytes]]:
    """Content type and bytes of files, in the order of the ids; one that is gone is left out."""
    rows = await session.execute(
        select(Attachment.id, Attachment.content_type, Attachment.content).where(Attachment.id.in_(ids))
    )
    found = {row.id: (row.content_type, row.content) for row in rows}
    return [found[attachment_id] for attachment_id in ids if attachment_id in found]


async def delete_expired_files(session: AsyncSession) -> int:
    """Delete files whose time is over; how many."""
    gone = await session.execute(delete(Attachment).where(Attachment.kept_until < clock.now()).returning(Attachment.id))
    return len(gone.all())

"""Files that come with the message itself, from the web chat: kept in the transaction that stores the message.

So the file is there once the message is, and a message that comes twice brings one file. How many a conversation may
send is counted in Redis.
"""

import uuid
from collections.abc import Sequence
from datetime import timedelta

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.attachments import service as attachments
from backend.attachments.service import UnusableFileError
from backend.conversations.inbound import Beside, Inbound, Media

PER_HOUR = 12  # files of one conversation: a dossier's papers, each photographed twice
WINDOW = timedelta(hours=1)


def beside(files: Sequence[bytes]) -> Beside:
    """What a message with these files holds beside its text: what they are by their first bytes, or why not kept."""
    return Beside(media=tuple(_media(number, content) for number, content in enumerate(files)))


def _media(number: int, content: bytes) -> Media:
    address = f"upload:{number}"  # nothing fetches it: the file is here already
    try:
        return Media(address, attachments.checked(content))
    except UnusableFileError as error:
        return Media(address, "", refused=error.reason)


def keep(session: AsyncSession, message_id: uuid.UUID, inbound: Inbound) -> None:
    """Keep the files of a message that was stored in this transaction; those that are refused are not."""
    for position, (media, content) in enumerate(zip(inbound.beside.media, inbound.files, strict=False)):
        if media.refused is None and inbound.conversation_id is not None:
            attachments.keep(
                session,
                content,
                channel=inbound.channel,
                conversation_id=inbound.conversation_id,
                inbound_id=message_id,
                position=position,
            )


async def may_send(redis: Redis, conversation_id: uuid.UUID, message_id: str, files: int) -> bool:
    """Count the files of a message; False when the conversation has had its share of the last hour.

    The same message again is not counted again: what was refused for its number alone may be tried later.
    """
    key, now = f"haqqi:files:{conversation_id}", clock.now()
    names = [f"{message_id}:{number}" for number in range(files)]
    await redis.zremrangebyscore(key, "-inf", (now - WINDOW).timestamp())
    await redis.zadd(key, {name: now.timestamp() for name in names}, nx=True)
    await redis.expire(key, WINDOW)
    if await redis.zcard(key) <= PER_HOUR:
        return True
    await redis.zrem(key, *names)
    return False

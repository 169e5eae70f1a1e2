"""Answers to what comes beside a text: files, a place, and what cannot be read (voice notes, stickers, ...)."""

import uuid

import structlog

from backend import clock
from backend.answers import centres, engine
from backend.answers.model import Answer, Day
from backend.attachments import service as attachments
from backend.attachments.service import LARGEST_BYTES, UnusableFileError
from backend.conversations.inbound import Beside, Media
from backend.conversations.media import MediaError, MediaSource, MediaTooLargeError
from backend.conversations.models import Conversation
from backend.database import Database

log = structlog.get_logger()
# What is no paper for a review, by the beginning of its content type; each has its own kind words.
UNREADABLE_KINDS = {
    "audio/": "voice",
    "video/": "video",
    "image/webp": "sticker",
    "text/vcard": "contact",
    "text/x-vcard": "contact",
    "text/directory": "contact",
}


def kind_of(content_type: str) -> str | None:
    """What a file is called that can't be read; None for a photo or a paper."""
    said = content_type.lower()
    return next((kind for start, kind in UNREADABLE_KINDS.items() if said.startswith(start)), None)


async def answers(
    database: Database, source: MediaSource, conversation: Conversation, inbound_id: uuid.UUID, beside: Beside
) -> list[Answer]:
    """What to say about all of it; nothing when the message was only text."""
    said = []
    if beside.location:
        async with database.transaction() as session:
            said.append(await centres.near(session, *beside.location))
    kinds = [beside.kind, *(kind_of(media.content_type) for media in beside.media)]
    said += [engine.menu_answer(f"media-{kind}") for kind in dict.fromkeys(filter(None, kinds))]
    papers = [media for media in beside.media if kind_of(media.content_type) is None]
    outcomes = [
        await _keep(database, source, conversation, inbound_id, position, media)
        for position, media in enumerate(papers)
    ]
    # Two photos are kept with one sentence.
    return said + [outcome for number, outcome in enumerate(outcomes) if outcome not in outcomes[:number]]


async def _keep(
    database: Database,
    source: MediaSource,
    conversation: Conversation,
    inbound_id: uuid.UUID,
    position: int,
    media: Media,
) -> Answer:
    """Fetch one file and keep it; how that went."""
    if media.refused:
        return engine.menu_answer(f"photo-refused-{media.refused}", offer_human=True)
    async with database.transaction() as session:
        kept_until = await attachments.is_kept(session, inbound_id, position)
    if kept_until is None:
        try:
            content = await source.fetch(media.url, LARGEST_BYTES)
            async with database.transaction() as session:
                kept_until = attachments.keep(
                    session,
                    content,
                    channel=conversation.channel,
                    conversation_id=conversation.id,
                    inbound_id=inbound_id,
                    position=position,
                )
        except MediaTooLargeError:
            return engine.menu_answer("photo-refused-size", offer_human=True)
        except MediaError as error:
            log.warning("file not fetched", inbound=str(inbound_id), reason=str(error))
            return engine.menu_answer("photo-not-fetched", offer_human=True)
        except UnusableFileError as error:
            return engine.menu_answer(f"photo-refused-{error.reason}", offer_human=True)
    day = Day(kept_until.astimezone(clock.CASABLANCA).date())
    return Answer.of("photo-kept", day=day, next=("review_file", "human_agent"))

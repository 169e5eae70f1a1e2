"""The gateway core: an inbound message is stored once, answered once, and its replies are rows of the outbox."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import structlog
from redis.asyncio import Redis
from redis.exceptions import LockError
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers import engine
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer
from backend.answers.rendering import SMS_PARTS, Rendered, join, render
from backend.conversations import inbound as inbox
from backend.conversations import uploads
from backend.conversations.dialogue import Dialogue
from backend.conversations.inbound import Beside, Inbound
from backend.conversations.media import MediaSource
from backend.conversations.models import Conversation, InboundMessage
from backend.conversations.reading import read
from backend.conversations.turn import Turn, wake
from backend.database import Database
from backend.notifications import outbox
from backend.notifications.segments import measure
from backend.reviews.proofs import record_notice_sent
from backend.settings import Settings
from language.variety import VarietyModel

log = structlog.get_logger()
LOCK_SECONDS = 30
WAITING_SINCE = timedelta(seconds=20)
WHATSAPP_CHARACTERS = 1000  # a message with buttons holds 1,024


class Gateway:
    """What every channel calls. One per process."""

    def __init__(
        self,
        settings: Settings,
        database: Database,
        redis: Redis,
        dialogue: Dialogue,
        varieties: VarietyModel,
        media: MediaSource,
    ) -> None:
        self.settings = settings
        self.database = database
        self.redis = redis
        self.dialogue = dialogue
        self._varieties = varieties
        self._media = media
        self._running: set[asyncio.Task[None]] = set()

    async def receive(self, inbound: Inbound, wait_seconds: float) -> Sequence[outbox.OutboxMessage] | None:
        """Store a message and answer it: its replies, or None when they are not ready in time.

        Then they go by the provider's API. The same provider id twice gives the first one's replies.
        """
        async with self.database.transaction() as session:
            message_id, is_new = await inbox.store(session, inbound)
            if is_new:
                uploads.keep(session, message_id, inbound)
            if is_new and inbound.channel == "whatsapp" and inbound.address:
                await outbox.release_held(session, inbound.channel, inbound.address)
        if not is_new:
            log.info("duplicate message", request_id=inbound.request_id, channel=inbound.channel)
        task = asyncio.create_task(self.answer(message_id))
        self._running.add(task)  # the loop itself holds tasks weakly
        task.add_done_callback(self._running.discard)
        try:
            await asyncio.wait_for(asyncio.shield(task), wait_seconds)
        except TimeoutError:
            async with self.database.transaction() as session:
                if await inbox.reply_through_provider(session, message_id):
                    log.warning("reply goes by the provider", request_id=inbound.request_id, channel=inbound.channel)
                    return None
        async with self.database.transaction() as session:
            replies = await inbox.replies(session, message_id)
        return [reply for reply in replies or [] if reply.handed_over == "response"]

    async def answer(self, message_id: uuid.UUID) -> None:
        """Answer a stored message, and before it what else of its conversation waits; nothing if it is answered."""
        async with self.database.transaction() as session:
            message = await session.get_one(InboundMessage, message_id)
        async with self._alone(message.conversation_id):
            async with self.database.transaction() as session:
                waiting = await inbox.waiting_up_to(session, message)
            for earlier in waiting:
                await self._answer(earlier)

    @asynccontextmanager
    async def _alone(self, conversation_id: uuid.UUID) -> AsyncIterator[None]:
        """One message of a conversation at a time, over all processes."""
        lock = self.redis.lock(f"haqqi:conversation:{conversation_id}", timeout=LOCK_SECONDS, sleep=0.02)
        await lock.acquire()
        try:
            yield
        finally:
            with suppress(LockError):  # it ran out, or Redis was emptied: the claim keeps replies single
                await lock.release()

    async def _answer(self, message: InboundMessage) -> None:
        started = asyncio.get_running_loop().time()
        async with self.database.transaction() as session:
            token = await inbox.claim(session, message.id)
            conversation = await session.get_one(Conversation, message.conversation_id)
        await wake(self.redis, conversation)
        answers = await self._answers(message, conversation)
        await self._reply(message, token, conversation, answers)
        log.info(
            "message answered",
            request_id=message.request_id,
            channel=message.channel,
            variety=conversation.variety,
            answers=[answer.parts[0].key for answer in answers],
            ms=round((asyncio.get_running_loop().time() - started) * 1000),
        )

    async def _answers(self, message: InboundMessage, conversation: Conversation) -> list[Answer]:
        """The turn's answers; a fault of ours gives the menu, not silence."""
        try:
            turn = Turn(
                database=self.database,
                redis=self.redis,
                dialogue=self.dialogue,
                conversation=conversation,
                message=read(
                    message.text, conversation, self._varieties, clock.today(), Beside.from_json(message.beside)
                ),
                media=self._media,
                request_id=message.request_id,
                inbound_id=message.id,
                is_taken_up_again=message.claim is not None,
                sms_provider=self.settings.outgoing_sms_provider,
                callback_hours=self.settings.callback_promise_hours,
            )
            return await turn.answers()
        except Exception as error:
            log.error("turn failed", request_id=message.request_id, error=type(error).__name__, exc_info=error)
            return [engine.menu_answer("menu-only")]

    async def _reply(
        self, message: InboundMessage, token: str, conversation: Conversation, answers: list[Answer]
    ) -> None:
        """Save the turn: the conversation, the replies and the message's end, in one transaction."""
        rendered = compose(answers, conversation.variety or DEFAULT_VARIETY, conversation.channel)
        shown = next((text.choices for text in reversed(rendered) if text.choices), ())
        conversation.menu = [choice.question for choice in shown]
        conversation.expects = answers[-1].expects
        async with self.database.transaction() as session:
            stored = (
                await session.scalars(select(InboundMessage).where(InboundMessage.id == message.id).with_for_update())
            ).one()
            if stored.claim != token or stored.status != "received":
                log.warning("somebody else answered", request_id=message.request_id)
                return
            await session.merge(conversation)
            rows = [self._reply_row(session, stored, conversation, text, at) for at, text in enumerate(rendered)]
            if stored.reply_by == "provider" and message.channel != "webchat":
                for row in rows:
                    await outbox.hand_to_worker(session, row)
            if message.channel != "webchat":
                await _note_scores(session, answers, rows)
            stored.status, stored.answered_at = "answered", clock.now()

    @staticmethod
    def _reply_row(
        session: AsyncSession, stored: InboundMessage, conversation: Conversation, text: Rendered, position: int
    ) -> outbox.OutboxMessage:
        return outbox.add(
            session,
            text,
            channel=stored.channel,
            provider=stored.provider,
            address=conversation.address,
            message_class="reply",
            handed_over=stored.reply_by,
            inbound_id=stored.id,
            conversation_id=conversation.id,
            position=position,
        )

    async def answer_waiting(self) -> int:
        """Answer what a killed process left behind; the replies go by the provider. Returns how many."""
        async with self.database.transaction() as session:
            waiting = await inbox.waiting(session, WAITING_SINCE)
            for message_id in waiting:
                await inbox.reply_through_provider(session, message_id)
        for message_id in waiting:
            try:
                await self.answer(message_id)
            except Exception as error:  # one message must not keep the others waiting
                log.error("waiting message failed", message=str(message_id), error=type(error).__name__, exc_info=error)
        return len(waiting)

    async def close(self) -> None:
        """Let the turns in hand finish."""
        if self._running:
            await asyncio.wait(self._running, timeout=LOCK_SECONDS)


async def _note_scores(session: AsyncSession, answers: list[Answer], rows: list[outbox.OutboxMessage]) -> None:
    """A score that a message of the phone shows is notified to its household once that message is delivered."""
    await session.flush()
    for notice_id in {answer.shows for answer in answers if answer.shows}:
        for row in rows:
            await record_notice_sent(session, notice_id, row.channel, clock.now(), row.id)


def compose(answers: list[Answer], variety: str, channel: str) -> list[Rendered]:
    """Put a turn's answers into messages: one each on the web; on the phone as many in one as a message holds."""
    if channel == "webchat":
        return [render(answer, variety, channel) for answer in answers]
    groups = [[answers[0]]]
    for answer in answers[1:]:
        longer = [*groups[-1], answer]
        if _fits_one(render(join(longer), variety, channel).text, channel):
            groups[-1] = longer
        else:
            groups.append([answer])
    return [render(join(group) if len(group) > 1 else group[0], variety, channel) for group in groups]


def _fits_one(text: str, channel: str) -> bool:
    return measure(text).segments <= SMS_PARTS if channel == "sms" else len(text) <= WHATSAPP_CHARACTERS

"""Filing a review in a conversation, withdrawing one, answering the agency.

What was said is in PostgreSQL from the first answer on (the draft); which step was asked is `Conversation.expects`,
saved with the reply. So every step can be answered twice: killed in between, the message is read the same way again,
and filing has the message's id as its key. Rasa reads the texts but holds nothing of this.
"""

import re
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy.ext.asyncio import AsyncSession

from backend.answers import explained, filing, reviewing
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer, Asker
from backend.answers.rendering import SHORT_CHANNELS, join
from backend.attachments import service as attachments
from backend.conversations.confirmation import FORGEABLE, is_confirmed, is_guessed_at, word_for
from backend.conversations.models import Conversation
from backend.conversations.reading import Message
from backend.conversations.state import SessionState
from backend.reviews import messages, service
from backend.reviews.parties import Party, ReviewRefusedError
from backend.reviews.rules import RULES
from backend.reviews.views import Correction, RequestView
from backend.scores.formula import load_formula
from backend.scores.service import notice_by_id
from language.numbers import words_before
from language.text import ascii_digits, normalise

# Questions that are answered here; all need a verified person.
QUESTIONS = frozenset(
    {"review_file", "review_send", "review_change", "review_clear", "review_leave", "review_drop", "review_withdraw"}
    | {"review_withdraw_yes", "review_keep", "review_answer", "review_answer_send"}
)
FILES_SINCE = timedelta(minutes=15)  # before the draft: a conversation that rests longer starts afresh
SURE = 0.6  # Rasa is at least this sure that a message is a wish or another question, not the words of the review
SHORT_BELOW = 6  # words: what is longer tells what is wrong, unless it is a wish
_DATA: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "review_form.yml").read_text(encoding="utf-8"))
_NUMBER = re.compile(r"\d+")
LONGEST_NUMBER = 6  # digits
FEW_WORDS = 3  # a number as a word is one only in an answer as short as this: "un" and "زوج" mean other things too


@dataclass
class ReviewForm:
    """One turn of it, in the caller's transaction. `state` is changed and saved by the caller."""

    session: AsyncSession
    conversation: Conversation
    message: Message
    inbound_id: uuid.UUID
    state: SessionState
    person_id: uuid.UUID

    async def perform(self, question: str) -> list[Answer]:
        """Do what one of QUESTIONS or a picked item stands for; a refusal is told in words."""
        try:
            if question.startswith(filing.PICK):
                return await self._pick(question.removeprefix(filing.PICK))
            return await _ACTIONS[question](self)
        except ReviewRefusedError as refused:
            return [filing.refused(refused.code)]

    async def take(self, intent: str, confidence: float) -> list[Answer]:
        """Take a text as the answer to the open step, read by Rasa so; nothing when it is another question."""
        is_sure = confidence >= SURE
        if is_sure and intent == "cancel":
            return await self.perform("review_keep" if self._step == filing.WITHDRAWAL else "review_leave")
        if is_sure and intent == "human_agent":
            return []
        try:
            if self._step in (filing.CONFIRMATION, filing.WITHDRAWAL) and is_sure and intent in ("affirm", "deny"):
                return await self._agree(intent)
            if self._step == filing.WITHDRAWAL or self._is_remark(intent):
                return []
            is_short = self.message.words < SHORT_BELOW and self._number() is None
            if is_sure and is_short and intent not in _DATA["text"]:
                return []
            return await (self._words_for_agency() if self._step == filing.ANSWER else self._told())
        except ReviewRefusedError as refused:
            return [filing.refused(refused.code), *await self.prompt()]

    def _is_remark(self, intent: str) -> bool:
        """Whether a text beside the summary is another question, or too short to add anything to the request."""
        adds = intent in _DATA["additions"] and self.message.words >= FEW_WORDS and not self._waits_for_agency
        return self._step == filing.CONFIRMATION and not adds

    async def prompt(self) -> list[Answer]:
        """What the open step asks, again."""
        step = self._step
        if step == filing.WITHDRAWAL:
            return await self._withdraw()
        if step == filing.ANSWER or self._waits_for_agency:
            return await self._answer()
        view = await self._draft()
        if not view.is_draft:
            return [self._already(view)]
        if step == filing.VALUE and view.items:
            return [filing.ask_value(view, await self._declared(view))]
        return await self._change() if step == filing.ITEM else await self._summary(view)

    # The steps -------------------------------------------------------------------------------------------------------

    @property
    def _step(self) -> str:
        return self.conversation.expects or ""

    @property
    def _waits_for_agency(self) -> bool:
        """Whether the confirmation that is awaited is one of an answer to the agency."""
        return self.state.confirmation is not None and self.state.confirmation.question == "review_answer_send"

    @property
    def _by(self) -> Party:
        return Party.person(self.person_id, self.conversation.channel)

    @property
    def _variety(self) -> str:
        return self.conversation.variety or DEFAULT_VARIETY

    @property
    def _key(self) -> str:
        return key_of(self.inbound_id)

    async def _draft(self) -> RequestView:
        """The person's draft on the latest score, begun now if there is none; or the request that is there."""
        return await service.begin(self.session, self.person_id, self._by, variety=self._variety)

    async def _file(self) -> list[Answer]:
        view = await self._draft()
        if not view.is_draft:
            return [self._already(view)]
        return await self._summary(view) if view.is_complete else [await self._ask_what(view)]

    async def _change(self) -> list[Answer]:
        view = await self._draft()
        return [await self._ask_what(view)] if view.is_draft else [self._already(view)]

    async def _clear(self) -> list[Answer]:
        view = await self._draft()
        if not view.is_draft:
            return [self._already(view)]
        await service.set_items(self.session, view.id, self._by, [])
        return [await self._ask_what(await service.set_text(self.session, view.id, self._by, None))]

    async def _pick(self, item: str) -> list[Answer]:
        """An item is wrong: a yes or no is then the other one, a number is asked for."""
        view = await self._draft()
        if not view.is_draft:
            return [self._already(view)]
        declared = await self._declared(view)
        corrections = {name: value for name, value in view.corrections.items() if name != item}
        if isinstance(declared.get(item), bool):
            corrections[item] = not declared[item]
        items = [*(name for name in view.items if name != item), item]
        view = await service.set_items(self.session, view.id, self._by, items, corrections)
        if item in corrections:
            return [*await self._estimate(view), *await self._summary(view)]
        is_flag = load_formula().inputs[item].type == "boolean"
        return await self._summary(view) if is_flag else [filing.ask_value(view, declared)]

    async def _told(self) -> list[Answer]:
        """A number for the item that was picked last, or words that say what is wrong."""
        view = await self._draft()
        if not view.is_draft:
            return [self._already(view)]
        number = self._number() if self._step == filing.VALUE and view.items else None
        if number is not None and filing.is_counted(view.items[-1]):
            return await self._counted(view, int(number))
        if self.message.words == 0:
            return await self.prompt()
        view = await service.set_text(self.session, view.id, self._by, self._with(view.text))
        return await self._summary(view)

    async def _counted(self, view: RequestView, number: int) -> list[Answer]:
        item, declared = view.items[-1], await self._declared(view)
        if declared.get(item) == number:
            return [filing.ask_value(view, declared, "same")]
        try:
            said: dict[str, Correction] = {**view.corrections, item: number}
            view = await service.set_items(self.session, view.id, self._by, view.items, said)
        except ReviewRefusedError:
            return [filing.ask_value(view, declared, "impossible")]
        return [*await self._estimate(view), *await self._summary(view)]

    async def _agree(self, intent: str) -> list[Answer]:
        """Yes or no in words, where a button or a number was offered."""
        if self._step == filing.WITHDRAWAL:
            return await (self._withdraw_now() if intent == "affirm" else self._keep())
        if self._waits_for_agency:
            return await (self._send_answer() if intent == "affirm" else self._answer())
        return await (self._send() if intent == "affirm" else self._change())

    async def _send(self) -> list[Answer]:
        """Submit the draft; where the sender can be forged, only with the word of our reply."""
        view = await self._draft()
        if not view.is_draft:
            return [self._already(view)]
        if not view.is_complete:
            return [await self._ask_what(view)]
        if self._step != filing.CONFIRMATION or (self._is_forgeable and not is_confirmed(self.state, "review_send")):
            return await self._summary(view)  # also after a button of an older summary: what is sent was read last
        self.state.confirmation = None
        await self._attach(view)
        counting = await service.confirm(self.session, view.id, self._by, key=self._key, consent="written")
        # Somebody else of the household may have been faster by a moment.
        return [receipt(counting, self._channel) if counting.id == view.id else self._already(counting)]

    async def _leave(self) -> list[Answer]:
        self.state.confirmation = None
        view = await self._draft()
        return [filing.left(view) if view.is_draft else self._already(view)]

    async def _drop(self) -> list[Answer]:
        view = await self._draft()
        if not view.is_draft:
            return [self._already(view)]
        if self._is_forgeable and not is_confirmed(self.state, "review_drop"):
            return await self._with_word("review_drop", filing.ask_drop)
        self.state.confirmation = None
        await service.withdraw(self.session, view.id, self._by, key=self._key)
        return [filing.dropped()]

    # Withdrawing, and answering the agency ---------------------------------------------------------------------------

    async def _open_request(self) -> RequestView | None:
        """The household's open request, if this person may withdraw it."""
        for view in await service.requests_of(self.session, self.person_id):
            if await reviewing.may_withdraw(self.session, view, self.person_id):
                return view
        return None

    async def _withdraw(self) -> list[Answer]:
        view = await self._open_request()
        if view is None:
            return await self._keep()
        return await self._with_word("review_withdraw_yes", partial(filing.ask_withdrawal, view))

    async def _withdraw_now(self) -> list[Answer]:
        view = await self._open_request()
        if view is None:
            return await self._keep()
        is_asked = self._step == filing.WITHDRAWAL
        if not is_asked or (self._is_forgeable and not is_confirmed(self.state, "review_withdraw_yes")):
            return await self._with_word("review_withdraw_yes", partial(filing.ask_withdrawal, view))
        self.state.confirmation = None
        view = await service.withdraw(self.session, view.id, self._by, key=self._key)
        return [withdrawn(view)]

    async def _keep(self) -> list[Answer]:
        self.state.confirmation = None
        return [await reviewing.review_status(self._asker, self.session)]

    async def _asked(self) -> RequestView | None:
        """The request for which the agency wants to know more."""
        found = await service.requests_of(self.session, self.person_id)
        return next((view for view in found if view.question), None)

    async def _answer(self) -> list[Answer]:
        self.state.confirmation = None
        view = await self._asked()
        return [filing.ask_answer(view)] if view else await self._keep()

    async def _words_for_agency(self) -> list[Answer]:
        view = await self._asked()
        if view is None:
            return await self._keep()
        if len(self.message.text) > RULES.largest_text:
            return [filing.ask_answer(view, "too-long")]
        if self._is_forgeable:
            word_for(self.state, "review_answer_send", self.message.text)
            return await self._with_word("review_answer_send", filing.confirm_answer)
        return await self._hand_over(view, self.message.text)

    async def _send_answer(self) -> list[Answer]:
        """What was written is sent once its word was given."""
        view, waiting = await self._asked(), self.state.confirmation
        if view is None:
            return await self._keep()
        if waiting is None or waiting.text is None:
            return [filing.ask_answer(view)]
        if not waiting.confirmed:
            return await self._with_word("review_answer_send", filing.confirm_answer)
        self.state.confirmation = None
        return await self._hand_over(view, waiting.text)

    async def _hand_over(self, view: RequestView, text: str) -> list[Answer]:
        files = [file.id for file in await self._files(view)]
        view = await service.give_information(
            self.session, view.id, self._by, key=self._key, text=text, files=files[-RULES.most_attachments :]
        )
        return [answered(view)]

    # Behind them -----------------------------------------------------------------------------------------------------

    @property
    def _channel(self) -> str:
        return self.conversation.channel

    @property
    def _is_forgeable(self) -> bool:
        return self._channel in FORGEABLE

    @property
    def _asker(self) -> Asker:
        return Asker(self.conversation.id, self._channel, self._variety, self.conversation.address, self.person_id)

    def _already(self, view: RequestView) -> Answer:
        told = messages.already(view)
        return Answer(told.parts, told.facts, ("review_status", "human_agent"))

    def _word(self, question: str) -> filing.Word | None:
        if not self._is_forgeable:
            return None
        word = word_for(self.state, question)
        return filing.Word(word, is_wrong=bool(self.state.confirmation and self.state.confirmation.tries))

    async def _with_word(self, question: str, ask: Callable[[filing.Word | None], Answer]) -> list[Answer]:
        """Ask for the word of a change; where none is needed, without one."""
        return await self._no_more_words() or [ask(self._word(question))]

    async def _no_more_words(self) -> list[Answer]:
        """That there is no word now, because somebody guesses at them; else nothing."""
        if not (self._is_forgeable and await is_guessed_at(self.session, self.person_id)):
            return []
        self.state.confirmation = None
        return [filing.refused("too-many-words")]

    async def _ask_what(self, view: RequestView) -> Answer:
        notice = await notice_by_id(self.session, view.notice_id)
        return filing.ask_what(view, filing.items_for(notice, self._channel) if notice else [])

    async def _summary(self, view: RequestView) -> list[Answer]:
        view = await self._attach(view)
        if refused := await self._no_more_words():
            return refused
        answers = filing.summary(view, await self._declared(view), self._word("review_send"))
        return answers if self._channel in SHORT_CHANNELS else [join(answers)]

    async def _estimate(self, view: RequestView) -> list[Answer]:
        """What the score would be with what the household says, where that may be estimated: no promise."""
        answer = await explained.score_simulation(self._asker, self.session, dict(view.corrections))
        return [Answer(answer.parts, answer.facts)] if answer.parts[0].key == "simulation" else []

    async def _declared(self, view: RequestView) -> Mapping[str, Any]:
        notice = await notice_by_id(self.session, view.notice_id)
        return (notice.declared if notice else None) or {}

    async def _files(self, view: RequestView) -> list[attachments.AttachmentView]:
        since = view.begun_at - FILES_SINCE
        return await attachments.of_conversation(self.session, self.conversation.id, since)

    async def _attach(self, view: RequestView) -> RequestView:
        """Photos of papers that came in this conversation belong to the request."""
        files = [file.id for file in await self._files(view)]
        return await service.attach(self.session, view.id, self._by, files[: RULES.most_attachments]) if files else view

    def _number(self) -> int | None:
        """The one number of the message, in digits or as a word; None when there is none, or more than one."""
        text = ascii_digits(self.message.text)
        if found := _NUMBER.findall(text):
            return int(found[0]) if len(found) == 1 and len(found[0]) <= LONGEST_NUMBER else None
        spoken = normalise(text).strip(" .!")
        words = words_before(spoken, len(spoken)) if len(spoken.split()) <= FEW_WORDS else None
        return words.value if words else None

    def _with(self, before: str | None) -> str:
        """The words so far and those of this message, each once."""
        said = self.message.text
        return said if not before or before == said else before if said in before.split("\n") else f"{before}\n{said}"


def key_of(inbound_id: uuid.UUID) -> str:
    """Under which key a message files: answered again, it gives the same request."""
    return f"inbound:{inbound_id}"


def receipt(view: RequestView, channel: str) -> Answer:
    """That the request is recorded; on SMS the receipt itself comes as a message of its own."""
    if channel == "sms":
        return filing.sent_by_sms(view)
    told = messages.receipt(view)
    return Answer(told.parts, told.facts, ("review_status", "alerts_on", "human_agent"))


def withdrawn(view: RequestView) -> Answer:
    """That the request is withdrawn."""
    return replace(messages.withdrawn(view), next=("review_file", "human_agent"))


def answered(view: RequestView) -> Answer:
    """That the answer to the agency is recorded."""
    return replace(messages.information_received(view), next=("review_status", "human_agent"))


def told_again(done: str, view: RequestView, channel: str) -> Answer:
    """The answer to a message that did something before (as `service.done_with` says) and is answered once more."""
    if done == "submitted":
        return receipt(view, channel)
    if done == "information_given":
        return answered(view)
    return filing.dropped() if view.submitted_at is None else withdrawn(view)


_ACTIONS = {
    "review_file": ReviewForm._file,
    "review_send": ReviewForm._send,
    "review_change": ReviewForm._change,
    "review_clear": ReviewForm._clear,
    "review_leave": ReviewForm._leave,
    "review_drop": ReviewForm._drop,
    "review_withdraw": ReviewForm._withdraw,
    "review_withdraw_yes": ReviewForm._withdraw_now,
    "review_keep": ReviewForm._keep,
    "review_answer": ReviewForm._answer,
    "review_answer_send": ReviewForm._send_answer,
}

"""One turn: from a message as read to the answers, with Rasa or without it."""

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers import engine, filing, general
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer, Asker, Count, Part, Term
from backend.answers.rendering import MORE, choice_key, left_out
from backend.complaints.service import complaint_in
from backend.conversations import alerts, beside, confirmation, context, cover_cases, forms, review_form, state
from backend.conversations.callbacks import request_callback
from backend.conversations.complaint_form import ComplaintForm
from backend.conversations.dialogue import Dialogue, DialogueUnavailableError, Reading
from backend.conversations.inbound import new_session_id
from backend.conversations.media import MediaSource
from backend.conversations.models import Conversation
from backend.conversations.reading import HUMAN, Message
from backend.conversations.review_form import ReviewForm
from backend.database import Database
from backend.identity import verification
from backend.registry.service import members_of, person_by_id
from backend.reviews.service import done_with
from backend.scores.formula import load_formula
from backend.understanding import learning
from language.entities import Entity

IDLE = timedelta(minutes=15)
SURE = 0.6  # from here on a sentence of several is answered as a question of its own,
SURE_WHEN_JOINED = 0.9  # and a part of a sentence: "and how ..." mostly goes on with the same question
# Choices that are no questions for Rasa.
HELD = "held"  # the button of an invitation: the message that waited is on its way
LANGUAGE_CHOICES = {
    "language_ary": "ary",
    "language_ary_latn": "ary-Latn",
    "language_ar": "ar",
    "language_fr": "fr",
}
RECORD_COMPLAINT = "record_complaint"  # a choice only: whoever complains is first told where the official way is


@dataclass
class Turn:
    """Everything one turn works with. `conversation` is changed in place and saved with the replies."""

    database: Database
    redis: Redis
    dialogue: Dialogue
    conversation: Conversation
    message: Message
    inbound_id: uuid.UUID
    media: MediaSource
    request_id: str
    is_taken_up_again: bool  # somebody began to answer the message before, and may have got far
    sms_provider: str
    callback_hours: int

    async def answers(self) -> list[Answer]:
        """Answer the message: at least one answer, whatever is down."""
        conversation, message = self.conversation, self.message
        conversation.variety = message.variety
        await self._sign_out_if_somebody_else()
        if done := await cover_cases.of_before(self) or await self._done_before():
            return done
        if message.problem == "too-long" and (taken := await self._taken()):
            return taken
        if message.problem:
            return await self._unreadable(f"unreadable-{message.problem}")
        if message.beside.choice and self._is_choice(message.beside.choice):
            return await self._choose(message.beside.choice)
        said = await beside.answers(self.database, self.media, conversation, self.inbound_id, message.beside)
        if said and not message.has_text:
            return [*said[:-1], *await self._with_open_form(said[-1])]
        return said + await self._text()

    async def _text(self) -> list[Answer]:
        if self.message.digit is not None:
            return await self._chosen(self.message.digit)
        if self.conversation.expects is None:
            if meant := context.meant_by_word(self.message.masked):
                return await self._ask(intent=meant)
            if answers := await self._in_context():
                return answers
        return await self._ask(text=self.message.masked)

    async def _in_context(self) -> list[Answer]:
        """Answer a bare follow-up or a correction in the light of the last answer; nothing for any other message."""
        topic = self.conversation.topic
        if question := context.follow_up(self.message.text, self.message.entities, topic):
            return await self._ask(intent=question)
        corrected = context.correction(self.message.masked, topic, engine.PERSONAL)
        if corrected is None:
            return []
        question, rest = corrected
        return await (self._ask(intent=question) if question else self._ask(text=rest))

    async def _unreadable(self, key: str) -> list[Answer]:
        """Say what is wrong with the message; an open form then asks again, and does not count it as a try."""
        prompt = await self._open_prompt()
        return [Answer.of(key), *prompt] if prompt else [engine.menu_answer(key)]

    async def _chosen(self, digit: int) -> list[Answer]:
        session_state = await state.load(self.redis, self.conversation.session_id)
        if waiting := session_state.confirmation:
            question = confirmation.try_word(session_state, digit)
            await self._note_word(digit, waiting)
            await state.save(self.redis, self.conversation.session_id, session_state)
            if question:
                return await self._known(question)
            if session_state.confirmation is None and waiting.question in review_form.QUESTIONS:
                return await self._review("review_leave")
        # A number beyond the choices shown last still means what it meant in the main menu; beside a review only a
        # human's does.
        shown, in_review = self.conversation.menu, self.conversation.expects in filing.STEPS
        menu = [*shown, *engine.MAIN_MENU[len(shown) :]]
        if in_review and digit > len(shown) and digit != HUMAN:
            return await self._open_prompt() or await self._review("review_file")
        if not 1 <= digit <= len(menu):
            return [engine.menu_answer("menu-out-of-range")]
        return await self._choose(menu[digit - 1])

    async def _note_word(self, digit: int, waiting: state.Confirmation) -> None:
        """Count a wrong word where it is known whom it would have harmed."""
        person_id = await self._person()
        if person_id is None or digit not in confirmation.WORDS or waiting.confirmed:
            return
        async with self.database.transaction() as session:
            confirmation.note_wrong_word(session, self.conversation.id, person_id)

    @staticmethod
    def _is_choice(question: str) -> bool:
        """Whether a button's question is one of ours: buttons come back from outside."""
        ours = {
            HELD,
            RECORD_COMPLAINT,
            cover_cases.CHOICE,
            engine.KEEP_MESSAGE,
            *LANGUAGE_CHOICES,
            *review_form.QUESTIONS,
        }
        picked = question.removeprefix(filing.PICK)
        is_item = picked != question and picked in load_formula().inputs
        return question in ours or is_item or engine.is_offered(question)

    async def _choose(self, question: str) -> list[Answer]:
        if question == HELD:
            return await self._with_open_form(engine.menu_answer("held"))
        if question in LANGUAGE_CHOICES:
            return await self._with_open_form(self._speak(LANGUAGE_CHOICES[question]))
        if question == RECORD_COMPLAINT:
            return [await self._open_complaint()]
        if question == engine.KEEP_MESSAGE:
            return [await self._keep_message()]
        if question == cover_cases.CHOICE:
            if opened := await cover_cases.opened(self):
                return [*opened[:-1], *await self._with_open_form(opened[-1])]
            question = cover_cases.FIRST
        if question.startswith(MORE):
            return await self._more(question.removeprefix(MORE))
        if question in review_form.QUESTIONS or question.startswith(filing.PICK):
            return await self._review(question)
        return await self._ask(intent=question)

    async def _more(self, question: str) -> list[Answer]:
        """What the SMS before had no room for: the same question of the same message once more, without Rasa.

        Nothing of the answer was kept. A person who is no longer verified is asked to identify, as for the question.
        """
        if question in engine.PERSONAL and await self._person() is None:
            return await self._ask(intent=question)
        asked_with = (await state.load(self.redis, self.conversation.session_id)).entities
        self.conversation.misunderstood = 0
        variety = self.conversation.variety or DEFAULT_VARIETY
        *earlier, last = left_out(await self._engine(question, asked_with), variety)
        return [*earlier, *await self._with_open_form(last)]

    async def _ask(self, *, text: str | None = None, intent: str | None = None) -> list[Answer]:
        """Ask Rasa and do what it says; without Rasa, menus and forms go on here."""
        session_state = await state.load(self.redis, self.conversation.session_id)
        session_state.found = [vars(entity) for entity in self.message.entities]
        session_state.outcome = session_state.closed = session_state.pending = None
        session_state.in_hand = str(self.inbound_id)
        await state.save(self.redis, self.conversation.session_id, session_state)
        sentences = context.questions_in(text) if text else []
        try:
            reading = await self.dialogue.ask(
                self.conversation.session_id,
                await self._metadata(),
                text=text,
                intent=intent,
                segments=sentences or (context.joined_questions(text) if text else ()),
            )
        except DialogueUnavailableError:
            return await self._without_rasa(intent)
        if text is not None and (taken := await self._taken(reading.intent, reading.confidence)):
            return taken
        if text is not None and (others := await self._beyond(reading, SURE if sentences else SURE_WHEN_JOINED)):
            return others
        answers = [answer for payload in reading.payloads for answer in await self._perform(payload, reading)]
        if not any(payload.get("do") == "fallback" for payload in reading.payloads):
            self.conversation.misunderstood = 0
        await self._end_session_if_over()
        answers = await self._with_open_question(answers)
        # Languages are chosen by number: an open form's question comes again after the choice, not beside it.
        return [answer for answer in answers if answer.next == engine.LANGUAGE_MENU] or answers

    async def _beyond(self, reading: Reading, sure: float) -> list[Answer]:
        """The answer to what Rasa's one reading misses: two questions, or more about the last answer; else nothing."""
        if self.conversation.expects is not None:
            return []
        if two := two_questions(reading, sure):
            return await self._both(*two)
        if any(payload.get("do") == "fallback" for payload in reading.payloads):
            more = context.follow_up_with_more(self.message.text, self.message.entities, self.conversation.topic)
            if more in reading.ranking[:2]:
                return await self._ask(intent=more)
        return []

    async def _both(self, first: str, second: str) -> list[Answer]:
        """Answer two questions of one message; where the first asks back, say that the other one waits."""
        answers = await self._ask(intent=first)
        if answers[-1].expects is None:
            return [*(replace(answer, next=()) for answer in answers), *await self._ask(intent=second)]
        order = Part("two-questions", {name: Term(choice_key(q)) for name, q in (("first", first), ("second", second))})
        return [replace(answers[0], parts=(order, *answers[0].parts)), *answers[1:]]

    async def _metadata(self) -> dict[str, Any]:
        return {
            "request_id": self.request_id,
            "variety": self.conversation.variety or DEFAULT_VARIETY,
            "channel": self.conversation.channel,
            "verified": await self._person() is not None,
            "phone_known": await self._phone() is not None,
            "reachable": self.conversation.address is not None or await self._person() is not None,
            "found": sorted({entity.name for entity in self.message.entities}),
            "expects": self.conversation.expects,
        }

    async def _person(self) -> uuid.UUID | None:
        return await verification.verified_person(self.redis, self.conversation.id)

    async def _sign_out_if_somebody_else(self) -> None:
        """A verified conversation that names another IDCS is somebody else's (families share phones).

        In a review the members of the household may be named: they are what it is about.
        """
        named = {entity.value for entity in self.message.entities if entity.name == "idcs" and not entity.problem}
        in_review = self.conversation.expects in filing.STEPS
        person_id = await self._person() if named and (in_review or self.conversation.expects is None) else None
        if person_id is None:
            return
        async with self.database.transaction() as session:
            person = await person_by_id(session, person_id)
            members = await members_of(session, person.household_id) if person and in_review else [person]
        if not named <= {member.idcs for member in members if member}:
            await self._sign_out()
            if in_review:
                self.conversation.expects = None

    async def _sign_out(self) -> None:
        await verification.forget(self.redis, self.conversation.id)
        await state.drop(self.redis, self.conversation.session_id)
        self.conversation.session_id = new_session_id()

    async def _phone(self) -> str | None:
        """A phone to call back: the one the channel proves, the one given in the form, or the registered one."""
        if self.conversation.address:
            return self.conversation.address
        session_state = await state.load(self.redis, self.conversation.session_id)
        if session_state.callback_phone:
            return session_state.callback_phone
        return await self._registered_phone(await self._person())

    async def _registered_phone(self, person_id: uuid.UUID | None) -> str | None:
        if person_id is None:
            return None
        async with self.database.transaction() as session:
            person = await person_by_id(session, person_id)
            return person.phone if person else None

    async def _perform(self, payload: dict[str, str], reading: Reading) -> list[Answer]:
        if "form" in payload:
            return [await self._prompt(payload["form"], reading.intent)]
        if "say" in payload:
            return [engine.menu_answer(payload["say"], offer_human=True)]
        return await self._do(payload["do"], reading)

    async def _do(self, question: str, reading: Reading) -> list[Answer]:
        if question == "cancel":
            await self._sign_out()
            return [engine.menu_answer("cancelled")]
        if question == "change_language":
            return [self._language()]
        if question == "human_agent":
            return [await self._callback()]
        if question == "inform":
            return await self._form_answer() or [engine.menu_answer("inform")]
        if question == "fallback":
            return [await self._not_understood(reading)]
        return await self._known(question)

    async def _not_understood(self, reading: Reading) -> Answer:
        self.conversation.misunderstood += 1
        session_state = await state.load(self.redis, self.conversation.session_id)
        session_state.unclear = (self.message.masked, list(reading.ranking))
        await state.save(self.redis, self.conversation.session_id, session_state)
        readings = tuple(name for name in reading.ranking if engine.is_offered(name))[:2]
        return engine.not_understood(readings, self.conversation.misunderstood)

    async def _keep_message(self) -> Answer:
        """The person agrees that what was not understood is kept, without anything that leads back to them."""
        session_state = await state.load(self.redis, self.conversation.session_id)
        if session_state.unclear is None:
            return engine.menu_answer("message-not-kept")
        text, readings = session_state.unclear
        session_state.unclear = None
        await state.save(self.redis, self.conversation.session_id, session_state)
        variety = self.conversation.variety or DEFAULT_VARIETY
        async with self.database.transaction() as session:
            learning.keep(session, text, variety=variety, channel=self.conversation.channel, readings=readings)
        return Answer.of("message-kept", months=Count(learning.KEPT.days // 30), next=("human_agent", "help"))

    async def _engine(self, question: str, entities: tuple[Entity, ...] | None = None) -> Answer:
        asker = Asker(
            conversation_id=self.conversation.id,
            channel=self.conversation.channel,
            variety=self.conversation.variety or DEFAULT_VARIETY,
            phone=self.conversation.address,
            person_id=await self._person(),
            entities=self.message.entities if entities is None else entities,
        )
        if engine.is_offered(question):
            self.conversation.topic = question
        async with self.database.transaction() as session:
            return await engine.answer(question, asker, session)

    async def _alerts(self, question: str) -> Answer:
        person_id = await self._person()
        phone = self.conversation.address or await self._registered_phone(person_id)
        if phone is None:
            return await self._prompt("identification", question)
        async with self.database.transaction() as session:
            session_state = await state.load(self.redis, self.conversation.session_id)
            answer = await alerts.change(session, self.conversation, session_state, question, phone, person_id)
            await state.save(self.redis, self.conversation.session_id, session_state)
        return answer

    def _language(self) -> Answer:
        named = [entity.value for entity in self.message.entities if entity.name == "language"]
        if named and named[0] in LANGUAGE_CHOICES.values():
            return self._speak(named[0])
        asked = Answer.of("language-not-spoken" if named else "language-ask", next=engine.LANGUAGE_MENU)
        return replace(asked, expects=self.conversation.expects)

    def _speak(self, variety: str) -> Answer:
        self.conversation.variety = variety
        self.conversation.variety_is_chosen = True
        return engine.menu_answer("language-changed")

    async def _callback(self) -> Answer:
        await self._leave_complaint()
        phone = await self._phone()
        if phone is None:
            return await self._prompt("callback", "human_agent")
        person_id = await self._person()
        async with self.database.transaction() as session:
            return await request_callback(session, self.conversation, phone, person_id, self.callback_hours)

    # Forms -----------------------------------------------------------------------------------------------------------

    async def _context(self, session: AsyncSession) -> forms.Context:
        session_state = await state.load(self.redis, self.conversation.session_id)
        return forms.Context(session, self.redis, self.conversation, session_state, self.sms_provider)

    async def _prompt(self, name: str, intent: str) -> Answer:
        """Show the open step of a form; the question that led here waits for its end."""
        async with self.database.transaction() as session:
            form_context = await self._context(session)
            pending = intent if intent in engine.PERSONAL or intent in alerts.QUESTIONS else None
            form = await forms.open_form(form_context, name, pending)
            if not form.introduced and forms.first_answer_given(form_context, form):
                await forms.answer(form_context, name, "inform")  # "what is my score, IDCS ...": not asked for again
            prompt = forms.prompt(form)
            if pending == "review_deadline" and not form.introduced:  # the rule at once, the last day once identified
                prompt = general.before_deadline(prompt)
            form.introduced = True
            await state.save(self.redis, self.conversation.session_id, form_context.state)
        return prompt

    async def _form_answer(self) -> list[Answer]:
        """Answer the open form without Rasa; nothing when no form is open."""
        async with self.database.transaction() as session:
            form_context = await self._context(session)
            form, outcome = form_context.state.form, form_context.state.outcome
            # Rasa may have failed after its action server handed the message over: then it is not taken again.
            if form is not None and outcome is None:
                outcome = await forms.answer(form_context, form.form, "inform")
                await state.save(self.redis, self.conversation.session_id, form_context.state)
        closed, pending = form_context.state.closed, form_context.state.pending
        if form is not None and outcome == "again":
            return [forms.prompt(form)]
        if closed and outcome == "failed":
            return [engine.menu_answer(forms.RULES["forms"][closed]["failed"], offer_human=True)]
        if closed and outcome == "complete":
            return [await self._callback()] if closed == "callback" else await self._known(pending or "help")
        return []

    async def _known(self, question: str) -> list[Answer]:
        """The answer to a question by whoever gives it, for a person who may have it."""
        if question in alerts.QUESTIONS:
            return [await self._alerts(question)]
        if question in review_form.QUESTIONS:
            return await self._review(question)
        return [await self._engine(question)]

    async def _open_form(self) -> state.FormState | None:
        """The form whose question was the last thing said."""
        if self.conversation.expects is None:
            return None
        return (await state.load(self.redis, self.conversation.session_id)).form

    async def _with_open_form(self, answer: Answer) -> list[Answer]:
        """An answer that Rasa knows nothing of, then the open form's question."""
        return [answer, *await self._open_prompt()]

    async def _open_prompt(self) -> list[Answer]:
        """What the open form asks, again; nothing without one."""
        if self.conversation.expects in filing.STEPS:
            return await self._with_review(lambda form: form.prompt())
        form = await self._open_form()
        return [forms.prompt(form)] if form else []

    async def _without_rasa(self, chosen: str | None) -> list[Answer]:
        """Rasa is down: a digit still gets its answer, an open form goes on, anything else gets the numbered menu."""
        if chosen is None:
            answers = await self._taken() or await self._form_answer() or [engine.menu_answer("menu-only")]
            await self._end_session_if_over()
            return answers
        if chosen in engine.PERSONAL and await self._person() is None:
            return [await self._prompt("identification", chosen)]
        if chosen == "human_agent":
            return [await self._callback()]
        if chosen == "change_language":
            return [self._language()]
        *earlier, last = await self._known(chosen)
        return [*earlier, *await self._with_open_form(last)] if last.expects is None else [*earlier, last]

    async def _end_session_if_over(self) -> None:
        """After verification (or its failure) the dialogue session changes its name."""
        session_state = await state.load(self.redis, self.conversation.session_id)
        if session_state.ended:
            # Killed before the reply is saved, the message comes again under the old name: what it did stays there.
            kept = replace(session_state, found=[], form=None, callback_phone=None, confirmation=None, unclear=None)
            await state.save(self.redis, self.conversation.session_id, kept)
            self.conversation.session_id = new_session_id()
            if session_state.confirmation:  # what waited for the identification asks for its word
                kept = state.SessionState(confirmation=session_state.confirmation)
                await state.save(self.redis, self.conversation.session_id, kept)

    # The review ------------------------------------------------------------------------------------------------------

    async def _review(self, question: str) -> list[Answer]:
        """A step of filing, withdrawing or completing a review; somebody unknown is asked who they are first."""
        if await self._person() is None:
            return await self._ask(
                intent="review_file" if self.conversation.expects in filing.STEPS else "review_status"
            )
        return await self._with_review(lambda form: form.perform(question))

    async def _with_review(self, step: Callable[[ReviewForm], Awaitable[list[Answer]]]) -> list[Answer]:
        """One step of the review form in a transaction of its own; nothing once the person is no longer verified."""
        person_id = await self._person()
        if person_id is None:
            return []
        async with self.database.transaction() as session:
            session_state = await state.load(self.redis, self.conversation.session_id)
            form = ReviewForm(session, self.conversation, self.message, self.inbound_id, session_state, person_id)
            answers = await step(form)
            await state.save(self.redis, self.conversation.session_id, session_state)
        return answers

    async def _review_taken(self, intent: str, confidence: float) -> list[Answer]:
        """The text as the answer to the open step of a review; nothing if it is another wish."""
        if await self._person() is not None:
            return await self._with_review(lambda form: form.take(intent, confidence))
        self.conversation.expects = None
        first, *others = await self._ask(intent="review_file")
        return [replace(first, parts=(Part("review-identify-again"), *first.parts)), *others]

    async def _done_before(self) -> list[Answer]:
        """The answer to a message that did something in an earlier attempt, whatever became of its form since."""
        if not self.is_taken_up_again:
            return []
        async with self.database.transaction() as session:
            complaint = await complaint_in(session, self.inbound_id)
            done = await done_with(session, review_form.key_of(self.inbound_id))
        if done:
            return [review_form.told_again(*done, self.conversation.channel)]
        if complaint:
            return await self._with_complaint(lambda form: form.recorded())
        return await self._taken_before()

    async def _taken_before(self) -> list[Answer]:
        """The answer to a message that an earlier attempt gave to the open form: it is not given to it twice."""
        session_state = await state.load(self.redis, self.conversation.session_id)
        if session_state.in_hand != str(self.inbound_id) or session_state.outcome in (None, "not_an_answer"):
            return []
        answers = await self._form_answer()
        await self._end_session_if_over()
        return answers

    async def _taken(self, intent: str = "nlu_fallback", confidence: float = 0.0) -> list[Answer]:
        """Take the message as the text that an open form of ours waits for; nothing if it is another wish."""
        if self.conversation.expects in filing.STEPS:
            return await self._review_taken(intent, confidence)
        if self.conversation.expects == forms.FREE_TEXT:
            return await self._with_complaint(lambda form: form.take(intent, confidence))
        return []

    async def _with_open_question(self, answers: list[Answer]) -> list[Answer]:
        """Another answer inside a complaint or a review, then its question again."""
        if answers[-1].expects is not None or any(part.key.startswith("human-agent") for part in answers[-1].parts):
            return answers
        if self.conversation.expects in filing.STEPS:
            return [*(replace(answer, next=()) for answer in answers), *await self._open_prompt()]
        form = await self._open_form()
        return [*answers, forms.prompt(form)] if form and form.form == "complaint" else answers

    # The complaint ---------------------------------------------------------------------------------------------------

    async def _open_complaint(self) -> Answer:
        self.conversation.session_id = new_session_id()
        return await self._prompt("complaint", RECORD_COMPLAINT)

    async def _with_complaint(self, step: Callable[[ComplaintForm], Awaitable[list[Answer]]]) -> list[Answer]:
        """One step of the complaint form in a transaction of its own."""
        session_id, person_id = self.conversation.session_id, await self._person()
        async with self.database.transaction() as session:
            form_context = await self._context(session)
            answers = await step(ComplaintForm(form_context, self.message, self.inbound_id, person_id))
            await state.save(self.redis, session_id, form_context.state)
        return answers

    async def _leave_complaint(self) -> None:
        session_state = await state.load(self.redis, self.conversation.session_id)
        if session_state.form and session_state.form.form == "complaint":
            session_state.form = None
            await state.save(self.redis, self.conversation.session_id, session_state)


def two_questions(reading: Reading, least: float) -> tuple[str, str] | None:
    """The two questions of a message in parts, when each is read with at least that confidence and they differ."""
    sure = [name for name, confidence in reading.segments if confidence >= least and engine.is_offered(name)]
    found = list(dict.fromkeys(sure))
    return (found[0], found[1]) if len(found) == len(reading.segments) == 2 else None


async def wake(redis: Redis, conversation: Conversation) -> None:
    """After fifteen idle minutes a conversation starts afresh: new dialogue session, nobody verified, no open form."""
    now = clock.now()
    if conversation.last_inbound_at and now - conversation.last_inbound_at > IDLE:
        await state.drop(redis, conversation.session_id)
        await verification.forget(redis, conversation.id)
        conversation.session_id = new_session_id()
        conversation.expects = conversation.topic = None
        conversation.misunderstood = 0
    conversation.last_inbound_at = now

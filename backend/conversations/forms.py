"""Forms: identification, call-back, complaint. Ask three times for one thing at most, explain, then offer a human.

The steps are data (`forms.yml`). Rasa holds *that* a form is open and lets people interrupt it; where it stands is
here, so that it goes on the same way when Rasa is down. The complaint is ours alone: see `take_words`.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession

from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer, Part, Text
from backend.conversations.models import Conversation
from backend.conversations.state import FormState, SessionState
from backend.identity import codes, verification
from backend.notifications import outbox
from backend.registry.service import person_by_idcs, persons_by_phone
from backend.settings import get_settings

RULES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "forms.yml").read_text())
FREE_TEXT = RULES["steps"]["complaint_text"]
Outcome = Literal["complete", "again", "failed", "not_an_answer"]


@dataclass(frozen=True)
class Context:
    """What a form works with: the transaction, Redis, the conversation and its session state."""

    session: AsyncSession
    redis: Redis
    conversation: Conversation
    state: SessionState
    sms_provider: str


async def open_form(context: Context, name: str, pending: str | None = None) -> FormState:
    """The open form of this name, opened now if it is not."""
    form = context.state.form
    if form is None or form.form != name:
        form = FormState(form=name, path=await _path(context, name))
        context.state.form = form
    form.pending = pending or form.pending
    return form


async def _path(context: Context, name: str) -> str:
    """Which steps to ask: on a phone that the channel proves and the registry knows, no full IDCS and no code."""
    if name != "identification":
        return "typed"
    address = context.conversation.address
    return "phone" if address and await persons_by_phone(context.session, address) else "code"


def step_of(form: FormState) -> str:
    """The step that the form asks for now."""
    return str(RULES["forms"][form.form]["paths"][form.path][form.step])


def first_answer_given(context: Context, form: FormState) -> bool:
    """Whether the message that opens a form already holds, without fault, what its first step asks for."""
    kind = RULES["steps"][step_of(form)]
    return any(entity.name == kind and not entity.problem for entity in context.state.entities)


def prompt(form: FormState) -> Answer:
    """What to say now: why we ask (once), what was wrong, where to find it (third time), and the question."""
    step = step_of(form)
    parts = []
    if not form.introduced:
        parts.append(Part(f"form-{form.form}-intro".replace("_", "-"), essential=False))
    if form.problem:
        parts.append(Part(f"problem-{form.problem}".replace("_", "-")))
    if form.failures >= RULES["attempts"] - 1:
        parts.append(Part(f"form-{step}-explain".replace("_", "-")))
    again = "-again" if form.problem and step in RULES["asked_otherwise_again"] else ""
    parts.append(Part(f"form-{step}{again}".replace("_", "-")))
    return Answer(parts=tuple(parts), expects=RULES["steps"][step])


async def answer(context: Context, name: str, intent: str) -> Outcome:
    """Take the message in hand as the answer to the open step, and note in the session state what became of it.

    "complete" and "failed" close the form; "again" means: show the prompt; "not_an_answer": it was another question.
    """
    outcome = await _answer(context, name, intent)
    context.state.outcome = outcome
    return outcome


async def _answer(context: Context, name: str, intent: str) -> Outcome:
    if context.state.form is None or context.state.form.form != name:
        await open_form(context, name)
        return "again"
    form = context.state.form
    kind = RULES["steps"][step_of(form)]
    found = next((entity for entity in context.state.entities if entity.name == kind), None)
    if found is None:
        if intent not in RULES["not_a_question"]:
            form.problem = None
            return "not_an_answer"
        return _fail(context, form, "missing")
    if found.problem:
        return _fail(context, form, found.problem)
    return await _accept(context, form, found.value)


def take_words(context: Context, form: FormState, words: int, reading: tuple[str, float]) -> Outcome:
    """What a message of so many words is inside the complaint, read by Rasa as (intent, confidence).

    "complete": its text, which is any message that is not surely something else: what somebody took the pains to tell
    must not be lost to a misreading. "not_an_answer": a wish or another question. Else it tells too little.
    """
    rules = RULES["complaint"]
    intent, confidence = reading
    is_sure, is_short = confidence >= rules["sure_from"], words < rules["short_below"]
    if words == 0 or (is_sure and is_short and intent in rules["small_talk"]):
        return _fail(context, form, "too-little")
    if is_sure and (intent in rules["wishes"] or (is_short and intent not in rules["text"])):
        form.problem = None
        return "not_an_answer"
    return "complete"


def _fail(context: Context, form: FormState, problem: str) -> Outcome:
    form.failures += 1
    form.problem = problem
    return _close(context, form, "failed") if form.failures >= RULES["attempts"] else "again"


def _close(context: Context, form: FormState, outcome: Outcome) -> Outcome:
    context.state.form, context.state.closed, context.state.pending = None, form.form, form.pending
    context.state.ended = form.form == "identification"
    return outcome


async def _accept(context: Context, form: FormState, value: str) -> Outcome:
    step = step_of(form)
    form.values[step] = value
    if step == "idcs":
        await _send_code(context, value)
    if form.step + 1 < len(RULES["forms"][form.form]["paths"][form.path]):
        form.step, form.failures, form.problem = form.step + 1, 0, None
        return "again"
    if form.form == "callback":
        context.state.callback_phone = value
        return _close(context, form, "complete")
    return await (_finish_by_phone if form.path == "phone" else _finish_by_code)(context, form)


async def _finish_by_phone(context: Context, form: FormState) -> Outcome:
    person_id = await verification.match_on_phone(
        context.session,
        context.conversation.address or "",
        date.fromisoformat(form.values["birth_date"]),
        form.values["number4"],
    )
    if person_id is None:
        # Which of the two was wrong is not told: both are asked again.
        form.mismatches += 1
        form.step, form.failures, form.problem = 0, 0, "no-match"
        return _close(context, form, "failed") if form.mismatches >= RULES["attempts"] else "again"
    await verification.mark_verified(context.redis, context.session, context.conversation.id, person_id, "phone")
    return _close(context, form, "complete")


async def _finish_by_code(context: Context, form: FormState) -> Outcome:
    person_id, problem = await codes.redeem(context.redis, context.conversation.id, form.values["one_time_code"])
    if person_id is None:
        if problem == "code-expired":
            await _send_code(context, form.values["idcs"])
        return _fail(context, form, problem or "code-wrong")
    await verification.mark_verified(context.redis, context.session, context.conversation.id, person_id, "code")
    return _close(context, form, "complete")


async def _send_code(context: Context, idcs: str) -> None:
    """Send a code to the registered phone. An unknown IDCS, or a phone with too many codes: same words, no SMS."""
    person = await person_by_idcs(context.session, idcs)
    caps = get_settings().code_caps
    reachable = person if person and person.phone and await codes.may_send(context.redis, person.phone, *caps) else None
    code = await codes.issue(context.redis, context.conversation.id, reachable.id if reachable else None)
    if reachable and reachable.phone:
        variety = context.conversation.variety or DEFAULT_VARIETY
        await outbox.queue_sms(
            context.session,
            address=reachable.phone,
            variety=variety,
            answer=Answer.of("one-time-code", code=Text(code)),
            message_class="code",
            provider=context.sms_provider,
        )

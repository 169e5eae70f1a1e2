"""The inner API: what the action server may ask, on its own port, with a secret. Session ids, never a person's id."""

import structlog
from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from sqlalchemy import select

from backend.app import Problem, runtime_of
from backend.conversations import forms, state
from backend.conversations.models import Conversation


class FormAnswer(BaseModel):
    """What Rasa understood of the message that may answer the open form."""

    intent: str = Field(max_length=60)
    confidence: float = Field(ge=0, le=1)


class FormOutcome(BaseModel):
    """What became of it."""

    outcome: forms.Outcome


log = structlog.get_logger()
router = APIRouter(prefix="/inner", tags=["inner"])


@router.post("/sessions/{session_id}/forms/{form}/answer", summary="Take the message in hand as a form's answer")
async def answer_form(request: Request, session_id: str, form: str, body: FormAnswer) -> FormOutcome:
    """404 when there is no such session or form. The values come from the gateway's turn, never from the caller."""
    runtime = runtime_of(request)
    if form not in forms.RULES["forms"]:
        raise Problem(404, "There is no such form.")
    async with runtime.database.transaction() as session:
        conversation = await session.scalar(select(Conversation).where(Conversation.session_id == session_id))
        if conversation is None:
            raise Problem(404, "There is no such session.")
        session_state = await state.load(runtime.redis, session_id)
        context = forms.Context(
            session, runtime.redis, conversation, session_state, runtime.settings.outgoing_sms_provider
        )
        outcome = await forms.answer(context, form, body.intent)
        await state.save(runtime.redis, session_id, session_state)
    log.info("form answered", form=form, intent=body.intent, outcome=outcome)
    return FormOutcome(outcome=outcome)

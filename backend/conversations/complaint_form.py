"""Recording a complaint in a conversation.

Rasa reads what is written in this form, but does not hold the form: the text must be kept whatever Rasa makes of it,
or when Rasa is down. A new dialogue session before and after rids Rasa of forms and questions of its own. The old
session stays as it is until it runs out: killed before the reply, the message is answered the same way again.
"""

import uuid
from dataclasses import dataclass

from backend import clock
from backend.answers import complaints as answers
from backend.answers import engine
from backend.answers.formatting import DEFAULT_VARIETY
from backend.answers.model import Answer
from backend.complaints import service
from backend.complaints.kinds import names_score
from backend.conversations import forms
from backend.conversations.inbound import new_session_id
from backend.conversations.reading import Message

NAME = "complaint"


@dataclass
class ComplaintForm:
    """One turn of it, in the caller's transaction. The state in `context` is changed and saved by the caller."""

    context: forms.Context
    message: Message
    inbound_id: uuid.UUID
    person_id: uuid.UUID | None

    async def take(self, intent: str, confidence: float) -> list[Answer]:
        """Record the message, read by Rasa so, or ask again; nothing if it is another wish."""
        form = await forms.open_form(self.context, NAME)  # still open, even if Redis was emptied
        outcome = forms.take_words(self.context, form, self.message.words, (intent, confidence))
        if outcome == "complete":
            return await self.recorded()
        if outcome == "failed":
            return [engine.menu_answer(forms.RULES["forms"][NAME]["failed"], offer_human=True)]
        return [forms.prompt(form)] if outcome == "again" else []

    async def recorded(self) -> list[Answer]:
        """Store the message as a complaint (once, however often it is answered) and say under which reference."""
        conversation = self.context.conversation
        told = service.Told(
            inbound_id=self.inbound_id,
            conversation_id=conversation.id,
            person_id=self.person_id,
            channel=conversation.channel,
            variety=conversation.variety or DEFAULT_VARIETY,
            text=self.message.text,
        )
        complaint = await service.record_complaint(self.context.session, told)
        conversation.session_id = new_session_id()
        day = complaint.recorded_at.astimezone(clock.CASABLANCA).date()
        about_score = names_score(complaint.text)
        return [answers.recorded(complaint.reference, day, complaint.kind, about_score=about_score)]

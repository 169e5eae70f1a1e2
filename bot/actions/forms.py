"""The forms' validation actions: the service says what an answer was worth, the slot of the form records it."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Dict, List, Optional

from components.logs import log_event, session_hash
from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.service_client import ServiceClient, shared_client

# not_an_answer is missing on purpose: without a slot event Rasa rejects the form and the rules answer.
SLOT_VALUES = {"complete": True, "failed": False, "again": None}


@dataclass(frozen=True)
class Form:
    """A form of the domain: `name` as the service knows it, `slot` that its one step fills."""

    name: str
    slot: str


class ValidateForm(Action, ABC):
    """`validate_<name>_form`: hands each answer inside the form to the service."""

    def __init__(self, service: Optional[ServiceClient] = None) -> None:
        """Rasa constructs actions without arguments: they share one client then."""
        self._service = service or shared_client()

    @property
    @abstractmethod
    def form(self) -> Form:
        """Which form; a class attribute of the two actions below."""

    def name(self) -> str:
        """The name Rasa looks for."""
        return f"validate_{self.form.name}_form"

    async def run(
        self, _dispatcher: CollectingDispatcher, tracker: Tracker, _domain: Dict[str, Any]
    ) -> List[Dict[str, Any]]:
        """Return the slot event of the form, or none; raises ServiceError (Rasa then sees a failed action)."""
        if tracker.slots.get("requested_slot") != self.form.slot:
            # The form opens: what it found the last time is over. (An event here also spares a second call.)
            return [SlotSet(self.form.slot, None)]
        if self._comes_back(tracker):
            return []
        outcome = await self._ask_service(tracker)
        return [SlotSet(self.form.slot, SLOT_VALUES[outcome])] if outcome in SLOT_VALUES else []

    def _comes_back(self, tracker: Tracker) -> bool:
        """Whether this message was already rejected as an answer, and the form runs only to ask again."""
        for event in reversed(tracker.events):
            if event["event"] == "user":
                return False
            if event["event"] == "action_execution_rejected":
                return True
        return False

    async def _ask_service(self, tracker: Tracker) -> str:
        message = tracker.latest_message
        request_id = str((message.get("metadata") or {}).get("request_id", ""))
        started = time.perf_counter()
        outcome = "error"
        try:
            outcome = await self._service.answer_form(
                tracker.sender_id,
                self.form.name,
                intent=message["intent"]["name"],
                confidence=message["intent"]["confidence"],
                request_id=request_id,
            )
        finally:
            log_event(
                "form_answer",
                request_id=request_id,
                session=session_hash(tracker.sender_id),
                form=self.form.name,
                intent=message["intent"]["name"],
                outcome=outcome,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )
        return outcome


class ValidateIdentificationForm(ValidateForm):
    """The person identifies before a personal answer."""

    form = Form("identification", "identified")


class ValidateCallbackForm(ValidateForm):
    """A person whose phone is unknown leaves it for the call-back."""

    form = Form("callback", "callback_phone_given")

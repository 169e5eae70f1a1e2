"""Rasa's call, the action server and the service's inner API, over HTTP; the service is played by a scripted one."""

from __future__ import annotations

import asyncio
import json
import unittest
from typing import Any, Dict, List
from unittest import mock

from actions import service_client
from actions.forms import ValidateCallbackForm, ValidateIdentificationForm
from actions.server import build_app
from actions.service_client import ServiceClient
from aiohttp import web
from components.remote_action import Replies, mend_remote_action
from rasa.core.actions.action import RemoteAction
from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecutionRejected, ActiveLoop, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from tests.redis_server import free_port
from tests.sanic_server import serving

ACTION_SECRET = "a secret of the action server"
INNER_SECRET = "a secret of the inner API"
DOMAIN = Domain.load("domain")
SAID = UserUttered("<cnie>", {"name": "inform", "confidence": 0.75}, metadata={"request_id": "r-7"})


class ScriptedService:
    """The inner API: answers with `answer`, remembers what it was asked."""

    def __init__(self) -> None:
        self.answer: Any = {"outcome": "complete"}
        self.status = 200
        self.delay = 0.0
        self.asked: List[Dict[str, Any]] = []

    async def handle(self, request: web.Request) -> web.Response:
        await asyncio.sleep(self.delay)
        self.asked.append({"path": request.path, "headers": request.headers, "json": await request.json()})
        return web.Response(text=json.dumps(self.answer), status=self.status, content_type="application/json")


def inside(form: str, slot: str, *more: Event) -> List[Event]:
    return [ActiveLoop(f"{form}_form"), SlotSet("requested_slot", slot), SAID, *more]


class ActionServerTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self) -> None:
        self.service = ScriptedService()
        inner = web.Application()
        inner.router.add_route("*", "/{path:.*}", self.service.handle)
        runner = web.AppRunner(inner)
        await runner.setup()
        self.addAsyncCleanup(runner.cleanup)
        port = free_port()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        environment = {"HAQQI_INNER_URL": f"http://127.0.0.1:{port}", "HAQQI_INNER_SECRET": INNER_SECRET}
        self.enter(mock.patch.dict("os.environ", environment))
        service_client.shared_client.cache_clear()
        self.addCleanup(service_client.shared_client.cache_clear)
        mend_remote_action()
        self.server = serving(build_app(ACTION_SECRET))
        self.client = await self.server.__aenter__()
        self.addAsyncCleanup(self.server.__aexit__, None, None, None)

    def enter(self, context: Any) -> Any:
        entered = context.__enter__()
        self.addCleanup(context.__exit__, None, None, None)
        return entered

    async def run_action(self, name: str, events: List[Event], secret: str = ACTION_SECRET) -> Any:
        """Call the action as Rasa does; returns its slot events, or "failed" with the turn's Replies told."""
        tracker = DialogueStateTracker.from_events("session-1", events, DOMAIN.slots)
        endpoint = EndpointConfig(
            f"{self.client._base_url}/webhook".replace("//webhook", "/webhook"),
            headers={"Authorization": f"Bearer {secret}"},
            enable_selective_domain=True,
        )
        replies = Replies()
        nlg = TemplatedNaturalLanguageGenerator(DOMAIN.responses)
        try:
            found = await RemoteAction(name, endpoint).run(replies, nlg, tracker, DOMAIN)
        except Exception:
            self.assertTrue(replies.failed)
            return "failed"
        self.assertFalse(replies.failed)
        return {event.key: event.value for event in found}

    async def test_the_outcome_fills_the_slot_of_the_form(self) -> None:
        for form, slot in (("identification", "identified"), ("callback", "callback_phone_given")):
            for outcome, slots in (
                ("complete", {slot: True}),
                ("failed", {slot: False}),
                ("again", {slot: None}),
                ("not_an_answer", {}),
            ):
                self.service.answer = {"outcome": outcome}
                found = await self.run_action(f"validate_{form}_form", inside(form, slot))
                self.assertEqual(found, slots, (form, outcome))
            self.assertEqual(self.service.asked[-1]["path"], f"/inner/sessions/session-1/forms/{form}/answer")

    async def test_the_service_is_told_the_intent_and_the_request_id_and_nothing_else(self) -> None:
        await self.run_action("validate_identification_form", inside("identification", "identified"))
        (asked,) = self.service.asked
        self.assertEqual(asked["json"], {"intent": "inform", "confidence": 0.75})
        self.assertEqual(asked["headers"]["Authorization"], f"Bearer {INNER_SECRET}")
        self.assertEqual(asked["headers"]["X-Request-ID"], "r-7")

    async def test_opening_a_form_forgets_its_last_result_and_asks_nobody(self) -> None:
        opening = [SlotSet("identified", True), SAID, ActiveLoop("identification_form")]
        self.assertEqual(await self.run_action("validate_identification_form", opening), {"identified": None})
        other_form_asks = inside("callback", "callback_phone_given", ActiveLoop("identification_form"))
        self.assertEqual(await self.run_action("validate_identification_form", other_form_asks), {"identified": None})
        self.assertEqual(self.service.asked, [])

    async def test_a_form_that_comes_back_does_not_ask_the_service_twice(self) -> None:
        rejected = ActionExecutionRejected("identification_form")
        events = inside("identification", "identified", rejected)
        self.assertEqual(await self.run_action("validate_identification_form", events), {})
        self.assertEqual(self.service.asked, [])
        self.assertEqual(await self.run_action("validate_identification_form", [*events, SAID]), {"identified": True})

    async def test_a_service_that_fails_is_a_failed_action(self) -> None:
        events = inside("identification", "identified")
        for answer, status in (({}, 500), ({}, 401), ({}, 200), ({"outcome": "maybe"}, 200), ([], 200), ("x", 200)):
            self.service.answer, self.service.status = answer, status
            self.assertEqual(await self.run_action("validate_identification_form", events), "failed", (answer, status))

    async def test_a_service_that_is_too_slow_is_a_failed_action(self) -> None:
        self.service.delay = 0.5
        with mock.patch.object(service_client, "TIMEOUT_SECONDS", 0.1):
            found = await self.run_action("validate_identification_form", inside("identification", "identified"))
        self.assertEqual(found, "failed")

    async def test_the_error_does_not_repeat_what_the_person_wrote(self) -> None:
        self.service.status = 500
        call = {"next_action": "validate_identification_form", "version": "3.6.21", "sender_id": "session-1"}
        slots = {"requested_slot": "identified"}
        message = {"text": "kalma sirriya", "intent": {"name": "inform", "confidence": 1.0}, "metadata": {}}
        call["tracker"] = {"sender_id": "session-1", "slots": slots, "latest_message": message, "events": []}  # type: ignore[assignment]
        headers = {"Authorization": f"Bearer {ACTION_SECRET}"}
        async with self.client.post("/webhook", json=call, headers=headers) as response:
            self.assertEqual((response.status, await response.json()), (500, {"error": "ServiceError"}))

    async def test_every_path_wants_the_secret(self) -> None:
        for path in ("/", "/health", "/actions", "/webhook", "/nowhere"):
            for method in ("GET", "POST", "OPTIONS"):
                async with self.client.request(method, path, json={}) as response:
                    self.assertEqual(response.status, 401, (method, path))
        events = inside("identification", "identified")
        found = await self.run_action("validate_identification_form", events, secret="a wrong secret")
        self.assertEqual(found, "failed")
        async with self.client.get("/health", headers={"Authorization": f"Bearer {ACTION_SECRET}"}) as response:
            self.assertEqual(response.status, 200)


class RegistrationTest(unittest.TestCase):
    def test_the_actions_of_the_domain_are_those_of_the_server(self) -> None:
        client = ServiceClient("http://127.0.0.1:1", "secret")
        names = {ValidateIdentificationForm(client).name(), ValidateCallbackForm(client).name()}
        self.assertEqual(names, set(DOMAIN.user_actions) - set(DOMAIN.responses) - set(DOMAIN.form_names))

    def test_the_slots_of_the_actions_are_those_of_the_forms(self) -> None:
        for action in (ValidateIdentificationForm, ValidateCallbackForm):
            form = action.form
            self.assertEqual(DOMAIN.required_slots_for_form(f"{form.name}_form"), [form.slot])


if __name__ == "__main__":
    unittest.main()

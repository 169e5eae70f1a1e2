"""The channel's door, what it lets in, and what it answers; Rasa's agent is played by a scripted one."""

from __future__ import annotations

import json
import logging
import unittest
from types import SimpleNamespace
from typing import Any, Dict, List, Optional

import aiohttp
from components.channel import LARGEST_BODY, HaqqiChannel
from components.incoming import LONGEST_TEXT
from components.tracker_store import ShortTrackerStore
from rasa.core.channels.channel import UserMessage, register
from rasa.core.lock_store import LockError
from rasa.core.run import _create_app_without_api
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.exceptions import RasaException
from sanic import Sanic

from tests.sanic_server import serving

SECRET = "a secret of the test"
RIGHT = {"Authorization": f"Bearer {SECRET}"}
PATH = "/webhooks/haqqi/messages"
METADATA = {"request_id": "r-1", "variety": "ary", "channel": "sms", "verified": False, "phone_known": True}
RANKING = [
    {"name": "nlu_fallback", "confidence": 0.4},
    {"name": "greet", "confidence": 0.39},
    {"name": "help", "confidence": 0.3},
    {"name": "thank", "confidence": 0.2},
    {"name": "deny", "confidence": 0.1},
]


class ScriptedAgent:
    """Remembers the messages, parses every text alike and replies `payloads`, or fails with `error`."""

    def __init__(self, *payloads: Dict[str, Any], error: Optional[Exception] = None) -> None:
        self.domain = Domain.load("domain")
        self.tracker_store = FailSafeTrackerStore(ShortTrackerStore(self.domain, "redis://127.0.0.1:1/0"))
        self.ready = True
        self.processor = SimpleNamespace(parse_message=self.parse_message)
        self.messages: List[UserMessage] = []
        self._payloads = payloads
        self._error = error

    def is_ready(self) -> bool:
        return self.ready

    async def parse_message(self, message: UserMessage) -> Dict[str, Any]:
        return {"text": message.text, "intent": RANKING[0], "intent_ranking": RANKING, "entities": []}

    async def handle_message(self, message: UserMessage) -> None:
        self.messages.append(message)
        if self._error:
            raise self._error
        for payload in self._payloads:
            await message.output_channel.send_response(message.sender_id, {"custom": payload})


class LogLines(logging.Handler):
    """Collects what the bot logs."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: List[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def app_with(agent: ScriptedAgent) -> Sanic:
    """The server as `rasa run` builds it, with our channel as the only one."""
    app: Sanic = _create_app_without_api()
    register([HaqqiChannel.from_credentials({"secret": SECRET})], app, route="/webhooks/")
    app.ctx.agent = agent
    return app


def body(**changes: Any) -> Dict[str, Any]:
    return {"session": "session-1", "text": "salam", "metadata": METADATA, **changes}


class DoorTest(unittest.IsolatedAsyncioTestCase):
    async def test_every_path_wants_the_secret(self) -> None:
        wrong = [{}, {"Authorization": "Bearer wrong"}, {"Authorization": SECRET}, {"Authorization": "Bearer "}]
        wrong += [{"Authorization": f"Bearer {SECRET}x"}, {"Authorization": "Bearer \u00e9\u00ff"}]
        async with serving(app_with(ScriptedAgent({"do": "greet"}))) as client:
            for path in ("/", "/version", "/status", PATH, PATH + "/", "/webhooks/rest/webhook", "/nowhere"):
                for method in ("GET", "POST", "OPTIONS", "HEAD", "PUT", "DELETE"):
                    for headers in wrong:
                        async with client.request(method, path, headers=headers, json=body()) as response:
                            self.assertEqual(response.status, 401, (method, path, headers))

    async def test_the_secret_opens(self) -> None:
        agent = ScriptedAgent({"do": "greet"})
        async with serving(app_with(agent)) as client:
            async with client.post(PATH, headers=RIGHT, json=body()) as response:
                self.assertEqual(response.status, 200)
            async with client.get("/nowhere", headers=RIGHT) as response:
                self.assertEqual(response.status, 404)

    def test_without_a_proper_secret_the_channel_does_not_start(self) -> None:
        for credentials in (None, {}, {"secret": ""}):
            with self.assertRaises(RasaException):
                HaqqiChannel.from_credentials(credentials)

    async def test_a_short_secret_stops_the_start(self) -> None:
        app = _create_app_without_api()
        register([HaqqiChannel("short")], app, route="/webhooks/")
        with self.assertRaisesRegex(ValueError, "at least 16"):
            async with serving(app):
                self.fail("it started")


class StartTest(unittest.IsolatedAsyncioTestCase):
    async def test_rasa_does_not_serve_without_a_model(self) -> None:
        agent = ScriptedAgent()
        agent.ready = False
        with self.assertRaisesRegex(RasaException, "model"):
            async with serving(app_with(agent)):
                self.fail("it started")

    async def test_rasa_does_not_keep_conversations_in_memory(self) -> None:
        agent = ScriptedAgent()
        agent.tracker_store = FailSafeTrackerStore(InMemoryTrackerStore(agent.domain))
        with self.assertRaisesRegex(RasaException, "tracker store"):
            async with serving(app_with(agent)):
                self.fail("it started")


class MessageTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self) -> None:
        self.log = LogLines()
        logging.getLogger("haqqi.bot").addHandler(self.log)
        self.addCleanup(logging.getLogger("haqqi.bot").removeHandler, self.log)
        self.agent = ScriptedAgent({"do": "greet"}, {"form": "identification"}, {"form": "identification"})
        await self.serve(self.agent)

    async def serve(self, agent: ScriptedAgent) -> None:
        self.client: aiohttp.ClientSession = await self.enter(serving(app_with(agent)))

    async def enter(self, context: Any) -> Any:
        entered = await context.__aenter__()
        self.addAsyncCleanup(context.__aexit__, None, None, None)
        return entered

    async def post(self, sent: Any, **headers: str) -> "tuple[int, Any, Dict[str, str]]":
        data = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
        async with self.client.post(PATH, headers={**RIGHT, **headers}, data=data) as response:
            return response.status, await response.json(), dict(response.headers)

    async def test_payloads_come_back_in_order_and_once_with_the_nlu_result(self) -> None:
        status, answer, _ = await self.post(body())
        self.assertEqual(status, 200)
        self.assertEqual(answer["replies"], [{"do": "greet"}, {"form": "identification"}])
        self.assertEqual(answer["nlu"]["intent"], {"name": "nlu_fallback", "confidence": 0.4})
        self.assertEqual([rank["name"] for rank in answer["nlu"]["ranking"]], ["greet", "help", "thank"])

    async def test_metadata_is_passed_on_without_unknown_keys(self) -> None:
        await self.post(body(metadata={**METADATA, "phone": "+212600000000"}))
        (message,) = self.agent.messages
        self.assertEqual(message.metadata, {**METADATA, "reachable": False, "found": [], "expects": None})
        self.assertEqual((message.sender_id, message.input_channel), ("session-1", "haqqi"))

    async def test_a_text_is_never_a_command(self) -> None:
        for text, understood in (("/restart", "restart"), (" / /back {}", "back {}"), ("a/b", "a/b")):
            await self.post(body(text=text))
            self.assertEqual(self.agent.messages[-1].text, understood)

    async def test_a_text_of_nothing_is_not_understood(self) -> None:
        for text in ("", "   ", "///"):
            status, answer, _ = await self.post(body(text=text))
            self.assertEqual((status, answer["nlu"]["intent"]["name"]), (200, "nlu_fallback"))
            self.assertEqual(self.agent.messages[-1].parse_data["entities"][0]["value"], "fallback")

    async def test_an_intent_runs_without_nlu(self) -> None:
        sent = body(intent="score_status")
        del sent["text"]
        _, answer, _ = await self.post(sent)
        self.assertEqual(answer["nlu"]["intent"], {"name": "score_status", "confidence": 1.0})
        parsed = self.agent.messages[-1].parse_data
        self.assertEqual({e["entity"]: e["value"] for e in parsed["entities"]}["asked"], "score_status")

    async def test_bodies_that_are_not_as_agreed_are_refused(self) -> None:
        wrong: List[Any] = [b"", b"{", b"null", b"[]", b"\xff\xfe", body(session="short"), body(session="a b/c" * 3)]
        wrong += [body(text=1), body(text=None), body(intent="greet"), body(extra=1), body(metadata={})]
        wrong += [body(metadata={**METADATA, "verified": "yes"}), body(metadata={**METADATA, "variety": "en"})]
        wrong += [body(text="x" * (LONGEST_TEXT + 1))]
        wrong += [body(text=None, intent=name) for name in ("restart", "back", "session_start", "nlu_fallback", "nope")]
        for sent in wrong:
            status, answer, _ = await self.post(sent)
            self.assertEqual(status, 400, sent)
            self.assertIn("error", answer)
        self.assertEqual(self.agent.messages, [])

    async def test_a_large_body_is_not_read(self) -> None:
        async with self.client.post(PATH, headers=RIGHT, data=b"x" * (LARGEST_BODY + 1)) as response:
            self.assertEqual(response.status, 413)

    async def test_the_request_id_travels(self) -> None:
        _, _, headers = await self.post(body(), **{"X-Request-ID": "from-header"})
        self.assertEqual(headers["X-Request-ID"], "from-header")
        self.assertEqual(self.agent.messages[-1].metadata["request_id"], "from-header")
        _, _, headers = await self.post(body())
        self.assertEqual(headers["X-Request-ID"], "r-1")

    async def test_one_log_line_tells_all_but_the_text(self) -> None:
        await self.post(body(text="kalma sirriya"))
        (line,) = (json.loads(line) for line in self.log.lines)
        self.assertEqual((line["event"], line["request_id"], line["intent"]), ("message", "r-1", "nlu_fallback"))
        self.assertEqual((line["status"], line["replies"], line["confidence"]), (200, 2, 0.4))
        self.assertNotIn("session-1", self.log.lines[0])
        self.assertNotIn("kalma", self.log.lines[0])

    async def test_a_turn_without_an_answer_is_an_error(self) -> None:
        silent = ScriptedAgent()
        locked = ScriptedAgent({"do": "greet"}, error=LockError("secret text"))
        broken = ScriptedAgent({"do": "greet"}, error=RuntimeError("secret text"))
        for agent, name in ((silent, "TurnFailedError"), (locked, "LockError"), (broken, "RuntimeError")):
            await self.serve(agent)
            status, answer, _ = await self.post(body())
            self.assertEqual((status, answer), (503, {"error": name}))
        self.assertNotIn("secret text", "".join(self.log.lines))

    async def test_a_failed_action_is_an_error_though_something_was_said(self) -> None:
        agent = ScriptedAgent({"do": "greet"})

        async def fail_afterwards(message: UserMessage) -> None:
            await message.output_channel.send_response(message.sender_id, {"custom": {"do": "greet"}})
            message.output_channel.failed = True

        agent.handle_message = fail_afterwards  # type: ignore[method-assign]
        await self.serve(agent)
        status, _, _ = await self.post(body())
        self.assertEqual(status, 503)


if __name__ == "__main__":
    unittest.main()

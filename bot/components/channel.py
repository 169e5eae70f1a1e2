"""Rasa's input channel `haqqi`: one message of the gateway in, custom payloads and the NLU result out."""

from __future__ import annotations

import time
from asyncio import AbstractEventLoop
from typing import Any, Awaitable, Callable, Dict, List, Optional

from pydantic import ValidationError
from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.constants import DEFAULT_INTENTS, USER_INTENT_OUT_OF_SCOPE
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from components.gateway_entities import gateway_entities
from components.guard import require_bearer
from components.incoming import Incoming
from components.logs import failure_place, log_event, session_hash
from components.remote_action import Replies, mend_remote_action

LARGEST_BODY = 16 * 1024
RANKING_LENGTH = 3
# Rasa's commands are intents of every domain; nobody may run them from outside.
_RASA_COMMANDS = set(DEFAULT_INTENTS) - {USER_INTENT_OUT_OF_SCOPE}

Parsed = Dict[str, Any]
OnNewMessage = Callable[[UserMessage], Awaitable[Any]]


class TurnFailedError(Exception):
    """A turn without an answer: an action failed, or Rasa had nothing to say."""


class HaqqiChannel(InputChannel):
    """POST /webhooks/haqqi/messages; the secret guards every other path of the Rasa server as well."""

    def __init__(self, secret: str) -> None:
        """Keep the shared secret and mend Rasa's action calls in this process."""
        self._secret = secret
        mend_remote_action()

    @classmethod
    def name(cls) -> str:
        """The channel's name, part of its address."""
        return "haqqi"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> HaqqiChannel:
        """Read `secret` from credentials.yml; without one Rasa does not start."""
        secret = (credentials or {}).get("secret")
        if not secret:
            cls.raise_missing_credentials_exception()
        return cls(str(secret))

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The channel's routes."""
        blueprint = Blueprint("haqqi")

        @blueprint.listener("before_server_start")
        async def lock_the_doors(app: Sanic, _loop: AbstractEventLoop) -> None:
            app.config.REQUEST_MAX_SIZE = LARGEST_BODY
            require_bearer(app, self._secret)

        @blueprint.listener("after_server_start")
        async def check_the_agent(app: Sanic, _loop: AbstractEventLoop) -> None:
            _refuse_half_an_agent(app.ctx.agent)

        @blueprint.post("/messages")
        async def receive(request: Request) -> HTTPResponse:
            return await self._receive(request, on_new_message)

        return blueprint

    async def _receive(self, request: Request, on_new_message: OnNewMessage) -> HTTPResponse:
        agent: Agent = request.app.ctx.agent
        try:
            incoming = _checked(request.body, agent)
        except (ValidationError, ValueError) as error:
            return json({"error": _places(error)}, status=400)
        request_id = str(request.headers.get("x-request-id") or incoming.metadata.request_id)[:100]
        incoming.metadata.request_id = request_id
        turn = Turn(incoming, self.name())
        answer = await turn.run(agent, on_new_message)
        return json(answer, status=turn.status, headers={"X-Request-ID": request_id})


class Turn:
    """One message on its way through Rasa."""

    def __init__(self, incoming: Incoming, channel: str) -> None:
        """Prepare the message for Rasa."""
        self.status = 200
        self._incoming = incoming
        self._replies = Replies()
        self._message = UserMessage(
            incoming.text,
            self._replies,
            incoming.session,
            input_channel=channel,
            metadata=incoming.metadata.dict(),
        )

    async def run(self, agent: Agent, on_new_message: OnNewMessage) -> Dict[str, Any]:
        """Return the body of the answer and log one line; `status` is 503 when there is no answer to give."""
        started = time.perf_counter()
        error: Optional[str] = None
        parsed: Parsed = {"intent": {"name": None, "confidence": 0.0}}
        try:
            parsed = self._message.parse_data = await self._parse(agent)
            await on_new_message(self._message)
            if self._replies.failed or not self._replies.payloads:
                raise TurnFailedError("an action failed" if self._replies.failed else "no reply")
        except Exception as failure:
            self.status, error = 503, type(failure).__name__
            log_event("turn_failed", request_id=self._incoming.metadata.request_id, place=failure_place(failure))
        self._log(parsed["intent"], (time.perf_counter() - started) * 1000)
        if error:
            return {"error": error}
        return {"replies": self._replies.payloads, "nlu": {**_nlu(parsed), "segments": await self._segments(agent)}}

    async def _segments(self, agent: Agent) -> List[Dict[str, Any]]:
        """How each sentence reads by itself; none of them moves the dialogue."""
        metadata = self._incoming.metadata.dict()
        messages = [UserMessage(segment, metadata=metadata) for segment in self._incoming.segments if segment.strip()]
        return [_nlu(dict(await agent.processor.parse_message(message)))["intent"] for message in messages]

    async def _parse(self, agent: Agent) -> Parsed:
        """What the message means: read by the NLU model, or known because a menu line was chosen."""
        if self._incoming.text:
            # Parsed here, not inside handle_message, because the answer carries the result.
            return dict(await agent.processor.parse_message(self._message))
        # A text of nothing but slashes and blanks is left empty: nothing was understood.
        name = self._incoming.intent or DEFAULT_NLU_FALLBACK_INTENT_NAME
        intent = {"name": name, "confidence": 1.0}
        entities = gateway_entities(name, self._incoming.metadata.dict())
        return {"text": None, "intent": intent, "intent_ranking": [intent], "entities": entities}

    def _log(self, intent: Dict[str, Any], milliseconds: float) -> None:
        log_event(
            "message",
            request_id=self._incoming.metadata.request_id,
            session=session_hash(self._incoming.session),
            channel=self._incoming.metadata.channel,
            variety=self._incoming.metadata.variety,
            intent=intent["name"],
            confidence=round(float(intent["confidence"]), 3),
            replies=len(self._replies.payloads),
            status=self.status,
            ms=round(milliseconds, 1),
        )


def _refuse_half_an_agent(agent: Agent) -> None:
    """Stop the server where Rasa would go on: it logs a model or a store that cannot be loaded, and serves without."""
    if not agent.is_ready():
        raise RasaException("the model cannot be loaded")
    store = agent.tracker_store
    if isinstance(store, FailSafeTrackerStore) and isinstance(store._tracker_store, InMemoryTrackerStore):
        raise RasaException("the tracker store of endpoints.yml cannot be loaded")


def _checked(body: bytes, agent: Agent) -> Incoming:
    incoming = Incoming.parse_raw(body)
    if incoming.intent is not None and incoming.intent not in set(agent.domain.intents) - _RASA_COMMANDS:
        raise ValueError("unknown intent")
    return incoming


def _places(error: Exception) -> List[str]:
    """Where a body is wrong: keys and reasons, never the values."""
    if isinstance(error, ValidationError):
        return [f"{'.'.join(str(part) for part in e['loc'])}: {e['msg']}" for e in error.errors()]
    return [str(error)]


def _nlu(parsed: Parsed) -> Dict[str, Any]:
    """The part of the answer that tells how the message was read; the ranking holds real intents only."""
    ranking = [
        {"name": rank["name"], "confidence": round(float(rank["confidence"]), 4)}
        for rank in parsed.get("intent_ranking", [])
        if rank["name"] != DEFAULT_NLU_FALLBACK_INTENT_NAME
    ]
    intent = parsed["intent"]
    return {
        "intent": {"name": intent["name"], "confidence": round(float(intent["confidence"]), 4)},
        "ranking": ranking[:RANKING_LENGTH],
    }

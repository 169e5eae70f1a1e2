"""A Twilio that takes messages, lists them, and fails as it is told."""

import asyncio
import json
import threading
import time
import uuid
from collections import deque
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Annotated, Any

import uvicorn
from fastapi import Body, Depends, FastAPI, Form, Query, Response
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBasic, HTTPBasicCredentials


@dataclass
class FakeTwilio:
    """`plan` holds what the next sends do: "ok" (default), "refuse", "busy", "crash", "lost".

    "lost" takes the message and never answers; "crash" is a 500 before the message is taken, "taken_then_crash" one
    after it; "window" and "buttons" refuse as WhatsApp does outside its 24 hours, and for a bad template.
    `files` are served as media to whoever has the account's password: content, or the address to go on to.
    """

    messages: list[dict[str, Any]] = field(default_factory=list)
    plan: deque[str] = field(default_factory=deque)
    attempts: int = 0
    port: int = 0
    contents: list[dict[str, Any]] = field(default_factory=list)
    approvals: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes | str] = field(default_factory=dict)

    def app(self) -> FastAPI:
        """The API, as far as Haqqi uses it."""
        app = FastAPI()
        path = "/2010-04-01/Accounts/{account}/Messages.json"

        @app.post(path, status_code=201)
        async def create(
            account: str,
            To: str = Form(),
            text: str = Form("", alias="Body"),
            From: str = Form(""),
            StatusCallback: str = Form(""),
            ContentSid: str = Form(""),
            ContentVariables: str = Form("{}"),
        ) -> JSONResponse:
            self.attempts += 1
            act = self.plan.popleft() if self.plan else "ok"
            if act == "refuse":
                return JSONResponse({"code": 21211, "message": "Invalid 'To' number", "status": 400}, 400)
            if act == "busy":
                return JSONResponse({"code": 20429, "message": "Too many requests", "status": 429}, 429)
            if act == "crash":
                return JSONResponse({"code": 20500, "message": "Internal error", "status": 500}, 500)
            if act == "window":
                return JSONResponse({"code": 63016, "message": "Outside the allowed window", "status": 400}, 400)
            if act == "buttons" and ContentSid:
                return JSONResponse({"code": 63021, "message": "Invalid content", "status": 400}, 400)
            message = {
                "sid": f"SM{uuid.uuid4().hex}", "account_sid": account, "to": To, "from": From,
                "body": text or self.shown(ContentSid, json.loads(ContentVariables)),
                "content_sid": ContentSid, "content_variables": json.loads(ContentVariables),
                "status": "queued", "status_callback": StatusCallback, "date_created": formatdate(time.time()),
                "date_sent": formatdate(time.time()), "num_segments": "1", "direction": "outbound-api",
            }  # fmt: skip
            self.messages.append(message)
            if act == "lost":
                await asyncio.sleep(30)
            if act == "taken_then_crash":
                return JSONResponse({"code": 20500, "message": "Internal error", "status": 500}, 500)
            return JSONResponse(message, 201)

        @app.get(path)
        async def listed(account: str, To: str = Query("")) -> dict[str, Any]:
            found = [message for message in self.messages if message["to"] == To]
            return {"messages": found, "next_page_uri": None, "page": 0, "page_size": 50}

        self._add_contents(app)
        self._add_files(app)
        return app

    def _add_contents(self, app: FastAPI) -> None:
        @app.get("/v1/Content")
        async def contents() -> dict[str, Any]:
            return {"contents": self.contents, "meta": {"key": "contents", "next_page_url": None}}

        @app.post("/v1/Content", status_code=201)
        async def create_content(definition: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
            created = {"sid": f"HX{uuid.uuid4().hex}", "account_sid": "AC" + "0" * 32, **definition}
            self.contents.append(created)
            return created

        @app.post("/v1/Content/{sid}/ApprovalRequests/whatsapp", status_code=201)
        async def approve(sid: str, request: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
            self.approvals.append({"sid": sid, **request})
            return {"status": "received", **request}

    def _add_files(self, app: FastAPI) -> None:
        @app.get("/2010-04-01/Accounts/{account}/Messages/{message}/Media/{name}")
        async def media(
            account: str, message: str, name: str, login: Annotated[HTTPBasicCredentials, Depends(HTTPBasic())]
        ) -> Response:
            if login.username != account or name not in self.files:
                return Response(status_code=404)
            found = self.files[name]
            if isinstance(found, str):
                return Response(status_code=307, headers={"location": found})
            return Response(found, media_type="image/jpeg")

    def shown(self, content_sid: str, variables: dict[str, str]) -> str:
        """The text of a content template as a person would see it."""
        content = next(content for content in self.contents if content["sid"] == content_sid)
        body = str(next(iter(content["types"].values()))["body"])
        for name, value in variables.items():
            body = body.replace(f"{{{{{name}}}}}", value)
        return body

    def to(self, phone: str) -> list[dict[str, Any]]:
        """What this phone was sent."""
        return [message for message in self.messages if message["to"] == phone]

    def wait_for(self, phone: str, count: int, seconds: float = 20) -> list[dict[str, Any]]:
        """The messages of a phone, once there are so many; AssertionError when they do not come."""
        deadline = time.monotonic() + seconds
        while len(self.to(phone)) < count:
            assert time.monotonic() < deadline, f"{len(self.to(phone))} of {count} messages came to {phone}"
            time.sleep(0.05)
        return self.to(phone)


class Served:
    """A server in a thread of the tests."""

    def __init__(self, app: FastAPI, port: int) -> None:
        self._server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def start(self) -> None:
        """Run until `stop`."""
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        """End it."""
        self._server.should_exit = self._server.force_exit = True
        self._thread.join(10)

"""A registers agency that takes dossiers, checks their signature, and fails as it is told."""

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from backend.reviews.relay import SIGNATURE, is_signed

SLOW_SECONDS = 2.0


@dataclass
class FakeAgency:
    """`plan` holds what the next messages meet: "take" (default, no reference yet), "acknowledge" (its own reference in
    the answer), "refuse" (422), "busy" (503), "slow" (takes it, and answers too late), "known" (409).

    A message counts once by its Idempotency-Key; `attempts` holds every key that came.
    """

    secret: str
    taken: dict[str, dict[str, Any]] = field(default_factory=dict)
    attempts: list[str] = field(default_factory=list)
    unsigned: int = 0
    plan: deque[str] = field(default_factory=deque)

    def app(self) -> FastAPI:
        """The agency's one door."""
        app = FastAPI()

        @app.post("/dossiers")
        async def take(request: Request) -> JSONResponse:
            body, key = await request.body(), request.headers["idempotency-key"]
            if not is_signed(body, request.headers.get(SIGNATURE, ""), self.secret):
                self.unsigned += 1
                return JSONResponse({"error": "signature"}, 401)
            self.attempts.append(key)
            act = self.plan.popleft() if self.plan else "take"
            if act == "refuse":
                return JSONResponse({"error": "form"}, 422)
            if act == "busy":
                return JSONResponse({"error": "closed"}, 503)
            self.taken.setdefault(key, json.loads(body))
            if act == "slow":
                await asyncio.sleep(SLOW_SECONDS)
            if act == "known":
                return JSONResponse({"error": "known"}, 409)
            return JSONResponse({"agency_reference": self.reference_of(key)} if act == "acknowledge" else {}, 202)

        return app

    def reference_of(self, key: str) -> str:
        """The agency's own reference of a message: the same however often it comes."""
        return f"ANR/{list(self.taken).index(key) + 1}"

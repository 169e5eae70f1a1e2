"""The shared secret in front of a Sanic server (the Rasa server and the action server use the same guard)."""

import hmac
from typing import Optional

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

SHORTEST_SECRET = 16


def require_bearer(app: Sanic, secret: str) -> None:
    """Make every path of `app`, existing or not, answer 401 unless `Authorization: Bearer <secret>` is sent.

    To be called in a `before_server_start` listener: at that moment sanic_cors puts itself in front of everything
    registered before, and would answer OPTIONS. Raises ValueError for a secret of fewer than 16 characters, so that a
    forgotten variable stops the start.
    """
    if len(secret) < SHORTEST_SECRET:
        raise ValueError(f"the shared secret must have at least {SHORTEST_SECRET} characters")
    expected = f"Bearer {secret}".encode()

    async def refuse_strangers(request: Request) -> Optional[HTTPResponse]:
        given = str(request.headers.get("authorization", "")).encode(errors="surrogateescape")
        if hmac.compare_digest(given, expected):
            return None
        return json({"error": "unauthorised"}, status=401)

    app.request_middleware.appendleft(refuse_strangers)

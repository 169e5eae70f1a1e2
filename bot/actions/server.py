"""Runs the action server: `python -m actions.server`, in bot/."""

from __future__ import annotations

import os
from asyncio import AbstractEventLoop

from components.guard import require_bearer
from components.logs import failure_place, log_event
from rasa_sdk.endpoint import create_app
from sanic import Sanic
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

from actions.service_client import shared_client

LOOPBACK = "127.0.0.1"
PORT_OFFSET = 3


async def _failed(_request: Request, failure: Exception) -> HTTPResponse:
    """Rasa's own handler would send the request back, and Rasa would log it: with what the person wrote."""
    status = failure.status_code if isinstance(failure, SanicException) else 500
    log_event("action_failed", status=status, place=failure_place(failure))
    return json({"error": type(failure).__name__}, status=status)


async def _close_client(_app: Sanic, _loop: AbstractEventLoop) -> None:
    await shared_client().close()


def build_app(secret: str) -> Sanic:
    """The action server of rasa_sdk with our actions; every path wants `Authorization: Bearer <secret>`."""
    app: Sanic = create_app("actions.forms", cors_origins=[])
    app.error_handler.add(Exception, _failed)

    async def lock_the_doors(running: Sanic, _loop: AbstractEventLoop) -> None:
        require_bearer(running, secret)

    app.register_listener(lock_the_doors, "before_server_start")
    app.register_listener(_close_client, "after_server_stop")
    return app


def main() -> None:
    """Serve three ports after HAQQI_PORT until a signal: on this machine only, unless HAQQI_ACTIONS_HOST says else."""
    host = os.environ.get("HAQQI_ACTIONS_HOST", LOOPBACK)
    port = int(os.environ.get("HAQQI_PORT", "8000")) + PORT_OFFSET
    app = build_app(os.environ["HAQQI_ACTION_SECRET"])
    log_event("action_server_starts", host=host, port=port)
    app.run(host, port, access_log=False, motd=False)


if __name__ == "__main__":
    main()

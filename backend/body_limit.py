"""No request body of unbounded size or duration: nothing that people or providers send comes near the limits."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BYTES = 256 * 1024
LONGEST_SECONDS = 20.0


@dataclass(frozen=True)
class Allowance:
    """Limits of its own for the requests whose whole path matches."""

    path: re.Pattern[str]
    largest_bytes: int
    longest_seconds: float


EVERYTHING_ELSE = Allowance(re.compile(".*", re.DOTALL), LARGEST_BYTES, LONGEST_SECONDS)


class BodyLimit:
    """ASGI middleware: 413 for a body announced beyond LARGEST_BYTES, or what the path is allowed instead.

    One that grows beyond it on its way, or takes too long, is cut off there: the application sees an unreadable body.
    """

    def __init__(self, app: ASGIApp, too_large: Response, allowances: Sequence[Allowance] = ()) -> None:
        self._app = app
        self._too_large = too_large
        self._allowances = (*allowances, EVERYTHING_ELSE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what announces too much; count and time the rest."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        allowance = next(one for one in self._allowances if one.path.fullmatch(scope["path"]))
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdecimal() or int(announced) > allowance.largest_bytes:
            await self._too_large(scope, receive, send)
            return
        await self._app(scope, _limited(receive, allowance), send)


def _limited(receive: Receive, allowance: Allowance) -> Receive:
    deadline = asyncio.get_running_loop().time() + allowance.longest_seconds
    seen = 0
    complete = False

    async def limited() -> Message:
        nonlocal seen, complete
        if complete:  # from here on it waits for the end of the connection
            return await receive()
        try:
            async with asyncio.timeout_at(deadline):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, "The request took too long.") from None
        seen += len(message.get("body", b""))
        complete = not message.get("more_body", False)
        if seen > allowance.largest_bytes:
            raise HTTPException(413, "The request is too large.")
        return message

    return limited

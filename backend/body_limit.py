"""No request body of unbounded size or duration: nothing that people or providers send comes near the limits."""

import asyncio

from fastapi import HTTPException
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BYTES = 256 * 1024
LONGEST_SECONDS = 20.0


class BodyLimit:
    """ASGI middleware: 413 for a body announced beyond LARGEST_BYTES.

    One that grows beyond it on its way, or takes too long, is cut off there: the application sees an unreadable body.
    """

    def __init__(self, app: ASGIApp, too_large: Response) -> None:
        self._app = app
        self._too_large = too_large

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what announces too much; count and time the rest."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdecimal() or int(announced) > LARGEST_BYTES:
            await self._too_large(scope, receive, send)
            return
        await self._app(scope, _limited(receive), send)


def _limited(receive: Receive) -> Receive:
    deadline = asyncio.get_running_loop().time() + LONGEST_SECONDS
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
        if seen > LARGEST_BYTES:
            raise HTTPException(413, "The request is too large.")
        return message

    return limited

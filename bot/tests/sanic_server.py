"""Runs a Sanic app inside a test's event loop, on a free port, and talks to it over HTTP."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import AsyncIterator

import aiohttp
from sanic import Sanic

from tests.redis_server import free_port

# Sanic refuses two apps of one name otherwise, and Rasa's apps have fixed names.
Sanic.test_mode = True


@asynccontextmanager
async def serving(app: Sanic) -> AsyncIterator[aiohttp.ClientSession]:
    """A client session whose relative addresses lead to the running app."""
    port = free_port()
    server = await app.create_server("127.0.0.1", port, return_asyncio_server=True, access_log=False)
    assert server is not None
    await server.startup()
    await server.before_start()
    await server.start_serving()
    try:
        await server.after_start()
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as client:
            yield client
    finally:
        server.close()
        await server.wait_closed()
        await server.after_stop()

"""A registry to talk to, the public door for it, and households of the real PostgreSQL."""

import socket
from collections.abc import AsyncIterator, Iterator
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from backend import clock
from backend.app import create_app
from backend.settings import Settings, get_settings
from backend.spdci import keys, routes
from tests.fakes.registry import KEY_ID, RECEIVER, SENDER, FakeRegistry
from tests.fakes.twilio import Served
from tests.integration.reviews.conftest import World, at, review_url, world

__all__ = ["at", "review_url", "world"]  # fixtures


@pytest.fixture(scope="session")
def served_registry() -> Iterator[tuple[FakeRegistry, int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    fake = FakeRegistry(now=lambda: clock.now())
    server = Served(fake.app(), port)
    server.start()
    yield fake, port
    server.stop()


@pytest.fixture
def registry(served_registry: tuple[FakeRegistry, int], world: World, monkeypatch: pytest.MonkeyPatch) -> FakeRegistry:
    """A registry that knows nobody yet, and that we are set up for."""
    fake, port = served_registry
    for holder in (fake.groups, fake.asked, fake.authorizations, fake.plan, fake.answers):
        holder.clear()
    private, fake.client_key = keys.new_key()
    fake.unsigned = 0
    values: dict[str, Any] = {
        "spdci_url": f"http://127.0.0.1:{port}/v1/", "spdci_sender_id": RECEIVER, "spdci_receiver_id": SENDER,
        "spdci_private_key": SecretStr(private), "spdci_registry_keys": f"{KEY_ID}:{fake.public_key}",
        "spdci_timeout_seconds": 0.5,
    }  # fmt: skip
    for name, value in values.items():
        monkeypatch.setattr(get_settings(), name, value)
    return fake


@pytest.fixture
async def http(world: World) -> AsyncIterator[httpx.AsyncClient]:
    """The public application, as the registry reaches it."""
    app = create_app(world.settings, [routes.router], title="Registry")
    app.state.runtime = SimpleNamespace(database=world.database, settings=world.settings)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://haqqi.test") as client:
        yield client


@pytest.fixture
def settings(registry: FakeRegistry) -> Settings:
    """The settings, with a registry."""
    return get_settings()

"""Fixtures of the tests that work on a database of their own."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from backend.database import sync_engine
from backend.settings import get_settings


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """The fresh database."""
    engine = sync_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def command(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[CliRunner]:
    """`haqqi` on the fresh database."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    get_settings.cache_clear()
    yield CliRunner()
    get_settings.cache_clear()

"""The migrations: forth and back, and the same tables as the models describe."""

import uuid
from collections.abc import Iterator

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext

from backend.database import sync_engine
from backend.models import METADATA
from backend.operation import schema
from backend.settings import ROOT, get_settings
from tests.conftest import Stack

JOBS = "0002"  # the queue's own tables: from there on everything is ours


@pytest.fixture
def url(stack: Stack) -> Iterator[str]:
    """An empty database on the stack's PostgreSQL."""
    settings, name = get_settings(), f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(settings.libpq_url, autocommit=True) as connection:
        connection.execute(f"create database {name}".encode())
        yield settings.sqlalchemy_url.replace("/haqqi?", f"/{name}?")
        connection.execute(f"drop database {name} with (force)".encode())


def differences(url: str) -> list[object]:
    """Between the database and the models."""
    engine = sync_engine(url)
    try:
        with engine.connect() as connection:
            found = compare_metadata(MigrationContext.configure(connection), METADATA)
    finally:
        engine.dispose()
    return [change for change in found if "procrastinate" not in str(change)]


def test_should_migrate_to_the_tables_of_the_models_also_after_going_back(url: str) -> None:
    schema.migrate(url)
    assert differences(url) == []
    configuration = Config(ROOT / "alembic.ini")
    configuration.set_main_option("script_location", str(ROOT / "migrations"))
    configuration.attributes["url"] = url
    command.downgrade(configuration, JOBS)
    assert differences(url) != []
    schema.migrate(url)
    assert differences(url) == []

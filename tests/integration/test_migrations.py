"""The migrations and the models describe the same tables."""

import uuid

import psycopg
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from backend.database import sync_engine
from backend.models import METADATA
from backend.operation import schema
from backend.settings import get_settings
from tests.conftest import Stack


def test_should_migrate_to_the_tables_of_the_models(stack: Stack) -> None:
    assert stack.process.poll() is None
    settings = get_settings()
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(settings.libpq_url, autocommit=True) as connection:
        connection.execute(f"create database {name}")
    url = settings.sqlalchemy_url.replace("/haqqi?", f"/{name}?")
    engine = sync_engine(url)
    try:
        schema.migrate(url)
        with engine.connect() as connection:
            found = compare_metadata(MigrationContext.configure(connection), METADATA)
        ours = [change for change in found if "procrastinate" not in str(change)]
        assert ours == []
    finally:
        engine.dispose()
        with psycopg.connect(settings.libpq_url, autocommit=True) as connection:
            connection.execute(f"drop database {name} with (force)")

"""The database and its schema."""

from pathlib import Path

import psycopg
from alembic import command
from alembic.config import Config

from backend.settings import ROOT, Settings


def create_database(settings: Settings) -> None:
    """Make the embedded server's database if it is not there."""
    url = settings.libpq_url.replace("/haqqi?", "/postgres?")
    with psycopg.connect(url, autocommit=True) as connection:
        if connection.execute("select 1 from pg_database where datname = 'haqqi'").fetchone() is None:
            connection.execute("create database haqqi")


def migrate(url: str, root: Path = ROOT) -> None:
    """Bring the schema of a database (SQLAlchemy URL) to the newest revision."""
    configuration = Config(root / "alembic.ini")
    configuration.set_main_option("script_location", str(root / "migrations"))
    configuration.attributes["url"] = url
    command.upgrade(configuration, "head")

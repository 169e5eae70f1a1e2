"""What all commands share: settings are checked first, and what stops a command is told in a sentence."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TypeVar

import psycopg
import typer
from alembic.util import CommandError
from cryptography.fernet import Fernet
from pydantic import ValidationError
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from typer.core import TyperGroup

from backend import clock
from backend.database import Database, sync_engine
from backend.registry.extracts import ExtractError
from backend.settings import Settings, get_settings

T = TypeVar("T")


class Commands(TyperGroup):
    """The group of all commands. Settings or files that cannot be used end it with a sentence and exit code 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command of this call."""
        if problems := settings_problems():
            stop_with("\n".join(problems))
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.filename is None:
                raise
            stop_with(f"{os.fsdecode(error.filename)} can't be used: {error.strerror}.")


def stop_with(sentence: str) -> NoReturn:
    """Say why on stderr, and end with exit code 2."""
    typer.echo(sentence, err=True)
    raise typer.Exit(2)


def settings_problems() -> list[str]:
    """What in the environment cannot be read as a setting, one sentence each; empty when all can."""
    try:
        settings = Settings()
    except ValidationError as error:
        return [
            f"{_variable(problem['loc'])} can't be {problem['input']!r}: {problem['msg']}."
            for problem in error.errors()
        ]
    database, redis = settings.database_url, settings.redis_url
    checks = [
        (
            bool(database) and not database.startswith(("postgresql", "postgres:")),
            "DATABASE_URL must begin with postgresql://.",
        ),
        (bool(redis) and not redis.startswith(("redis:", "rediss:", "unix:")), "REDIS_URL must begin with redis://."),
        (not _is_instant(settings.now), f"HAQQI_NOW can't be {settings.now!r}: write it like 2026-12-24T09:30."),
        (not _are_keys(settings.encryption_keys.get_secret_value()), "HAQQI_ENCRYPTION_KEYS must hold Fernet keys."),
    ]
    return [sentence for failed, sentence in checks if failed]


def need_keys() -> None:
    """End with a sentence when people's data could not be read or stored: in production no key is made up."""
    settings = get_settings()
    if not (settings.encryption_keys.get_secret_value() and settings.hash_key.get_secret_value()):
        stop_with("HAQQI_ENCRYPTION_KEYS and HAQQI_HASH_KEY must be set: people's data is stored with them.")


@contextmanager
def database() -> Iterator[Engine]:
    """The engine of this configuration; when the database or a load fails, one sentence and exit code 2."""
    engine = sync_engine(get_settings().sqlalchemy_url)
    try:
        yield engine
    except ExtractError as error:
        stop_with(str(error))
    except CommandError as error:
        stop_with(f"The database does not fit this version of Haqqi: {error}.")
    except (psycopg.Error, SQLAlchemyError) as error:
        stop_with(f"The database could not be used ({type(error).__name__}): is it running and migrated?")
    finally:
        engine.dispose()


def in_transaction(work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Do it in a transaction of its own; when keys or the database can't be used, one sentence and exit code 2."""
    need_keys()

    async def inside() -> T:
        opened = Database(get_settings().sqlalchemy_url)
        try:
            async with opened.transaction() as session:
                return await work(session)
        finally:
            await opened.close()

    with database():
        return asyncio.run(inside())


def _variable(location: tuple[int | str, ...]) -> str:
    name = str(location[0])
    return name if name.isupper() else f"HAQQI_{name.upper()}"


def _is_instant(text: str | None) -> bool:
    try:
        return text is None or clock.parse_instant(text) is not None
    except ValueError:
        return False


def _are_keys(text: str) -> bool:
    try:
        return not text or all(Fernet(key.strip()) for key in text.split(","))
    except ValueError:
        return False

"""Putting rows into PostgreSQL: COPY into a temporary table, then one INSERT that leaves unchanged rows alone."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

import psycopg
from psycopg import sql
from sqlalchemy import Engine

from backend.registry.extracts.reading import ExtractError

IMPORT_LOCK = 0x48617171  # any constant: one import at a time, so that two never interleave
LOCK_PATIENCE = "5s"  # the server notices a little late that the connection of an earlier import has ended


@dataclass(frozen=True)
class Target:
    """A table that extracts fill. `columns` begin with id; `key` is what makes a row unique beside it."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """A household or person that is already stored. `setting` and `region` are a household's."""

    id: uuid.UUID
    digest: bytes
    is_demo: bool
    setting: str = ""
    region: int = 0


@dataclass(frozen=True)
class Seen:
    """What an earlier row of the same file said about a key: the hash of it, and its line."""

    content: bytes
    line: int


@contextmanager
def import_connection(engine: Engine) -> Iterator[psycopg.Connection[Any]]:
    """A connection for one load, the only one at a time. Raises ExtractError when another import runs.

    It is closed for good afterwards: temporary tables and the lock belong to the connection.
    """
    pooled = engine.raw_connection()
    connection = cast("psycopg.Connection[Any]", pooled.driver_connection)
    try:
        connection.rollback()
        connection.autocommit = True
        _take_lock(connection)
        yield connection
    finally:
        pooled.detach()
        connection.close()


def _take_lock(connection: psycopg.Connection[Any]) -> None:
    connection.execute("SELECT set_config('lock_timeout', %s, false)", [LOCK_PATIENCE])
    try:
        connection.execute("SELECT pg_advisory_lock(%s)", [IMPORT_LOCK])
    except psycopg.errors.LockNotAvailable as error:
        raise ExtractError("Another import is running on this database: wait until it has ended.") from error
    connection.execute("SET lock_timeout = 0")


class Store:
    """The database side of one load. `now` is written wherever a row changes; demo loads only touch demo rows."""

    def __init__(self, connection: psycopg.Connection[Any], *, is_demo: bool, now: datetime) -> None:
        self.connection = connection
        self.is_demo = is_demo
        self.now = now
        self._staged: set[str] = set()
        connection.execute(
            "CREATE TEMP TABLE seen (key bytea PRIMARY KEY, content bytea NOT NULL, line bigint NOT NULL)"
        )

    def seen(self, keys: Iterable[bytes]) -> dict[bytes, Seen]:
        """What earlier batches of this file said about these keys."""
        rows = self.connection.execute("SELECT key, content, line FROM seen WHERE key = ANY(%s)", [list(keys)])
        return {key: Seen(content, line) for key, content, line in rows}

    def remember(self, said: dict[bytes, Seen]) -> None:
        """Keep what a batch said about keys, for the batches after it."""
        rows = [(key, seen.content, seen.line) for key, seen in said.items()]
        self._copy("seen", ("key", "content", "line"), rows)

    def households(self, hashes: Iterable[bytes]) -> dict[bytes, Known]:
        """The stored households of these reference hashes."""
        query = (
            "SELECT reference_hash, id, row_digest, is_demo, setting, region"
            " FROM household WHERE reference_hash = ANY(%s)"
        )
        return {row[0]: Known(*row[1:]) for row in self.connection.execute(query, [list(hashes)])}

    def people(self, hashes: Iterable[bytes]) -> dict[bytes, Known]:
        """The stored persons of these IDCS hashes."""
        query = "SELECT idcs_hash, id, row_digest, is_demo FROM person WHERE idcs_hash = ANY(%s)"
        return {row[0]: Known(*row[1:]) for row in self.connection.execute(query, [list(hashes)])}

    def upsert(self, target: Target, rows: Sequence[Sequence[Any]]) -> tuple[int, int]:
        """Insert rows, or update those whose digest differs; how many were new, how many changed.

        No two rows may have the same key.
        """
        if not rows:
            return 0, 0
        stage = f"stage_{target.table}"
        columns = _names(target.columns)
        names = {"stage": sql.Identifier(stage), "table": sql.Identifier(target.table), "columns": columns}
        if stage not in self._staged:
            create = "CREATE TEMP TABLE IF NOT EXISTS {stage} AS SELECT {columns} FROM {table} WITH NO DATA"
            self.connection.execute(sql.SQL(create).format(**names))
        self.connection.execute(sql.SQL("TRUNCATE {stage}").format(**names))
        self._copy(stage, target.columns, rows)
        changes = [c for c in target.columns if c not in ("id", *target.key)]
        insert = sql.SQL(
            "WITH done AS (INSERT INTO {table} ({columns}) SELECT {columns} FROM {stage}"
            " ON CONFLICT ({key}) DO UPDATE SET {changes} WHERE {table}.row_digest <> excluded.row_digest"
            " RETURNING ({table}.xmax = 0) AS is_new)"
            " SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM done"
        ).format(key=_names(target.key), changes=_assignments(changes), **names)
        counts = self.connection.execute(insert).fetchone()
        return (counts[0], counts[1]) if counts else (0, 0)

    def _copy(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), _names(columns))
        with self.connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)


def _names(columns: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


def _assignments(columns: Sequence[str]) -> sql.Composed:
    pairs = [sql.SQL("{0} = excluded.{0}").format(sql.Identifier(column)) for column in columns]
    return sql.SQL(", ").join(pairs)

"""What a process holds open: database, Redis, Rasa client, gateway."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
from redis.asyncio import Redis
from sqlalchemy import text

import backend.models  # noqa: F401  every table is known before the first query
from backend.conversations.dialogue import Dialogue
from backend.conversations.gateway import Gateway
from backend.conversations.media import MediaSource, NoMedia
from backend.database import Database
from backend.settings import ROOT, Settings
from language.variety import VarietyModel


@dataclass(frozen=True)
class Runtime:
    """The open resources of one process."""

    settings: Settings
    database: Database
    redis: Redis
    dialogue: Dialogue
    gateway: Gateway

    async def problems(self) -> dict[str, str]:
        """What this process can't reach, by name; empty when ready. Rasa is no condition: menus work without it."""
        found = {}
        try:
            async with self.database.engine.connect() as connection:
                await connection.execute(text("select 1 from conversation limit 1"))
        except Exception as error:
            found["postgresql"] = type(error).__name__
        try:
            await self.redis.ping()
        except Exception as error:
            found["redis"] = type(error).__name__
        return found


def variety_examples(folder: Path) -> Iterator[tuple[str, str]]:
    """The training examples as (text, variety): the folder's name is the variety."""
    for path in sorted(folder.glob("*/*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            for example in block.get("examples", ()):
                yield example["text"].strip(), path.parent.name


async def holds_demo_data(database: Database) -> bool:
    """Whether any invented household is stored."""
    async with database.engine.connect() as connection:
        return (await connection.execute(text("select 1 from household where is_demo limit 1"))).first() is not None


@asynccontextmanager
async def open_runtime(settings: Settings, media: MediaSource | None = None) -> AsyncIterator[Runtime]:
    """Open everything, and close it at the end; `media` is where files that people send are fetched."""
    media = media or NoMedia()
    database = Database(settings.sqlalchemy_url)
    if settings.env == "production" and await holds_demo_data(database):
        raise SystemExit("Haqqi does not start in production: the database holds demo people.")
    redis = Redis.from_url(settings.redis_address)
    dialogue = Dialogue(settings)
    varieties = VarietyModel.fit(variety_examples(ROOT / "data" / "nlu"))
    gateway = Gateway(settings, database, redis, dialogue, varieties, media)
    try:
        yield Runtime(settings, database, redis, dialogue, gateway)
    finally:
        await gateway.close()
        await media.close()
        await dialogue.close()
        await redis.aclose()
        await database.close()

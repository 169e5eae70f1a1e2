"""Alembic's environment: our models, our settings."""

from alembic import context

from backend.database import sync_engine
from backend.models import METADATA
from backend.settings import get_settings


def include_name(name: str | None, type_: str, _parents: object) -> bool:
    """Leave procrastinate's tables to procrastinate."""
    return type_ != "table" or not (name or "").startswith("procrastinate_")


def run() -> None:
    """Migrate over one connection; DDL is transactional in PostgreSQL."""
    url = context.config.attributes.get("url") or get_settings().sqlalchemy_url
    engine = sync_engine(url)
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=METADATA, compare_type=True, include_name=include_name)
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


run()

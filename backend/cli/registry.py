"""`haqqi registry`: the social registry, by the open standard SPDCI v1.0.0 (docs/spdci.md)."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer

from backend.answers.formatting import score as score_text
from backend.audit.service import record
from backend.cli.commands import database, need_keys, stop_with
from backend.database import Database
from backend.registry.service import person_by_idcs
from backend.scores.service import notice_by_id
from backend.settings import get_settings, spdci_problems
from backend.spdci import client, keys, service
from backend.spdci.records import IDCS

app = typer.Typer(help="The social registry: ask it for scores, subscribe to new ones.", no_args_is_help=True)
T = TypeVar("T")


@app.command()
def ask(
    idcs: Annotated[str, typer.Argument(help="10 digits, or - to read them from the input.", show_default=False)],
) -> None:
    """Ask for the latest score of the household of a person. A new score is kept, and the declarant told by SMS."""
    number = (sys.stdin.readline() if idcs == "-" else idcs).strip().replace(" ", "")
    if not IDCS.fullmatch(number):
        stop_with("An IDCS has 10 digits.")
    typer.echo(_run(lambda opened: _ask(opened, number)))


@app.command()
def subscribe() -> None:
    """Ask the registry to tell of new scores; it does so at HAQQI_PUBLIC_URL/registry/notify."""
    correlation_id = _run(_subscribe)
    typer.echo(f"The registry took the request: {correlation_id or 'no correlation id'}")


@app.command()
def key() -> None:
    """Make a pair of keys: the private one is ours, the registry is given the public one."""
    private, public = keys.new_key()
    typer.echo(f"HAQQI_SPDCI_PRIVATE_KEY={private}")
    typer.echo(f"For the registry, with HAQQI_SPDCI_KEY_ID={get_settings().spdci_key_id}: {public}")


async def _ask(opened: Database, idcs: str) -> str:
    async with opened.transaction() as session:
        person = await person_by_idcs(session, idcs)
    if person is None:
        return "No person with this IDCS is stored here: load the household first (haqqi import)."
    receipt = await service.ask(opened, get_settings(), person.id, _operator())
    if receipt is None or receipt.notice_id is None:
        return "The registry has no score for this household."
    async with opened.transaction() as session:
        notice = await notice_by_id(session, receipt.notice_id)
    assert notice is not None  # it was kept just now, or is the one that was known
    told = "new: it is kept, and the notice is queued" if receipt.is_new else "known already"
    return f"{score_text(notice.score)} of {notice.computed_on.isoformat()}, {told}."


async def _subscribe(opened: Database) -> str:
    correlation_id = await client.subscribe(get_settings())
    async with opened.transaction() as session:
        record(session, _operator(), "registry_subscribe_asked", correlation=correlation_id[:99])
    return correlation_id


def _operator() -> str:
    """Who runs the command, for the audit: the number of their account on this machine."""
    return f"operator:{os.getuid()}"


def _run(work: Callable[[Database], Awaitable[T]]) -> T:
    """Do it with a database that is closed afterwards; what stops it is told in a sentence, with exit code 2."""
    need_keys()
    settings = get_settings()
    if not settings.spdci_url or (problems := spdci_problems(settings)):
        stop_with("\n".join(problems if settings.spdci_url else ["HAQQI_SPDCI_URL is not set."]))

    async def inside() -> T:
        opened = Database(settings.sqlalchemy_url)
        try:
            return await work(opened)
        finally:
            await opened.close()

    try:
        with database():
            return asyncio.run(inside())
    except client.RegistryUnavailableError as error:
        stop_with(f"The registry did not answer ({error}): try again later.")
    except client.RegistryRefusedError as error:
        stop_with(f"The registry refused, or its answer can't be believed: {error.code}.")

"""`haqqi complaints`: the complaints that people recorded, for staff until they have the desk."""

import getpass
import json
import os
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock, references
from backend.cli import commands
from backend.complaints import service

app = typer.Typer(help="Complaints that people recorded here.", no_args_is_help=True)
Entry = dict[str, str]


@app.command("list")
def list_open(
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list instead of a table.")] = False,
    with_text: Annotated[bool, typer.Option("--text", help="With what people wrote; noted in the audit.")] = False,
) -> None:
    """List the open complaints, the oldest first."""

    async def entries(session: AsyncSession) -> list[Entry]:
        return await _entries(session, with_text=with_text)

    found = commands.in_transaction(entries)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    elif not found:
        typer.echo("No complaint is open.")
    elif with_text:
        typer.echo("\n\n".join(_block(entry) for entry in found))
    else:
        Console().print(_table(found))


@app.command()
def close(
    reference: Annotated[str, typer.Argument(help="Such as REC-2026-000018.", show_default=False)],
) -> None:
    """Close a complaint; noted in the audit. Exit code 1 when there is none of this reference, 2 for a mistyped one."""
    written = reference.strip().upper()
    if not references.is_valid(written):
        commands.stop_with(f"{reference!r} is no reference: a digit is wrong, or its form is not REC-2026-000018.")

    async def closing(session: AsyncSession) -> bool:
        return await service.close(session, written, _operator())

    try:
        was_open = commands.in_transaction(closing)
    except LookupError:
        typer.echo(f"There is no complaint {written}.", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{written} is closed." if was_open else f"{written} was closed before.")


async def _entries(session: AsyncSession, *, with_text: bool) -> list[Entry]:
    """The open complaints as they are shown; a text that is shown is a look at personal data."""
    entries = []
    for complaint in await service.open_complaints(session):
        day = complaint.recorded_at.astimezone(clock.CASABLANCA).date()
        entry = {
            "reference": complaint.reference,
            "day": day.isoformat(),
            "kind": complaint.kind,
            "channel": complaint.channel,
            "variety": complaint.variety,
        }
        if with_text:
            service.note_reading(session, complaint, _operator())
            entry["text"] = complaint.text
        entries.append(entry)
    return entries


def _operator() -> str:
    """Who types, as far as the machine knows."""
    try:
        return f"cli:{getpass.getuser()}"
    except (KeyError, OSError):  # a container's user need not have a name
        return f"cli:{os.getuid()}"


def _table(entries: list[Entry]) -> Table:
    table = Table(title="Open complaints")
    for heading in entries[0]:
        table.add_column(heading.capitalize(), no_wrap=True)
    for entry in entries:
        table.add_row(*entry.values())
    return table


def _block(entry: Entry) -> str:
    """A complaint with its text, which a column would make too narrow to read."""
    *facts, words = entry.values()
    return "  ".join(facts) + "\n" + words

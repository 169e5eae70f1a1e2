"""`haqqi demo`: people and households to try Haqqi with; never in production."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from sqlalchemy.orm import Session

from backend.cli.commands import database, stop_with
from backend.cli.importing import summary
from backend.demo.loading import has_households, load_demo
from backend.demo.people import DemoPerson, demo_people
from backend.settings import get_settings

app = typer.Typer(help="Demo data: invented people and households (refused in production).")


@app.callback(invoke_without_command=True)
def load(
    context: typer.Context,
    households: Annotated[int, typer.Option(min=0, max=1_000_000, help="Households beside the fixed people.")] = 2000,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same households.")] = 1,
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Do nothing when there is a household already.")] = False,
) -> None:
    """Load the fixed people and as many made-up households as asked for. Running it again changes nothing."""
    if context.invoked_subcommand:
        return
    _refuse_in_production()
    with database() as engine:
        if if_empty and has_households(engine):
            typer.echo("There are households already: nothing was loaded.")
            return
        with progress_bar(households) as advance:
            totals = load_demo(engine, households, seed, advance)
        typer.echo("\n".join(summary(report) for report in totals.values()))


@app.command()
def people(
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list instead of a table.")] = False,
) -> None:
    """List the fixed people: who they are and what is special about each. Exit code 1 before the first `haqqi demo`."""
    _refuse_in_production()
    with database() as engine, Session(engine) as session:
        found = demo_people(session)
    if as_json:
        typer.echo(json.dumps([asdict(person) for person in found], ensure_ascii=False, indent=1))
    elif found:
        Console().print(_table(found))
    if not found:
        typer.echo("There is no demo data yet: run `haqqi demo`.", err=True)
        raise typer.Exit(1)


def _refuse_in_production() -> None:
    if get_settings().env == "production":
        stop_with("Demo data is refused in production (HAQQI_ENV=production).")


@contextmanager
def progress_bar(households: int) -> Iterator[Callable[[int], None]]:
    """A bar over the households on stderr, and the function that moves it; nothing when stderr is no terminal."""
    columns = (TextColumn("households"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as progress:
        task = progress.add_task("households", total=households)
        yield lambda done: progress.update(task, completed=done)


def _table(found: list[DemoPerson]) -> Table:
    table = Table(title="Demo people (invented)", show_lines=True)
    table.add_column("Who, and what for", overflow="fold")
    for heading in ("IDCS", "Born", "Phone", "Score"):
        table.add_column(heading, no_wrap=True)
    for person in found:
        who = f"[bold]{escape(person.name)}[/bold]\n{escape(person.special)}"
        table.add_row(who, person.idcs, person.birth_date, person.phone or "", person.score or "none")
    return table

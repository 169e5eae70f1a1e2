"""`haqqi import`: load extracts of the registry and the funds."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import psycopg
import typer
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from sqlalchemy.exc import SQLAlchemyError

from backend.cli.commands import need_keys
from backend.database import sync_engine
from backend.registry.extracts import ExtractError, LoadReport, load_extract
from backend.registry.extracts.columns import catalogue
from backend.settings import get_settings

app = typer.Typer(help="Load CSV extracts; docs/extracts.md lists their columns.", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="CSV, UTF-8, comma or semicolon.", show_default=False)]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when rows were rejected.")]


def load_file(kind: str, file: Path, *, strict: bool) -> None:
    """Load FILE and print a summary. Exit code 2 when nothing could be loaded, 1 for rejects when `strict`."""
    need_keys()
    try:
        engine = sync_engine(get_settings().sqlalchemy_url)
        with progress_bar(file) as advance:
            report = load_extract(kind, file, engine=engine, progress=advance)
        engine.dispose()
    except ExtractError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    except (psycopg.Error, SQLAlchemyError, OSError) as error:
        typer.echo(interruption(error), err=True)
        raise typer.Exit(2) from error
    typer.echo(summary(report))
    if strict and report.rejected:
        raise typer.Exit(1)


@contextmanager
def progress_bar(file: Path) -> Iterator[Callable[[int], None]]:
    """A bar over the bytes of a file on stderr, and the function that moves it; nothing when stderr is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty(), transient=True) as progress:
        task = progress.add_task(file.name, total=file.stat().st_size if file.is_file() else None)
        yield lambda done: progress.update(task, completed=done)


def interruption(error: Exception) -> str:
    """What to tell when the database or the disk stopped a load."""
    if isinstance(error, OSError):
        cause = f"{error.filename or 'a file'}: {error.strerror}."
    else:
        cause = f"the database could not be used ({type(error).__name__}); is it running and migrated?"
    return f"The load stopped: {cause} What was loaded before stays; run the same import again."


def summary(report: LoadReport) -> str:
    """The figures of a load, a line each, without anybody's data."""
    lines = [
        f"{report.kind}: {report.read} rows read in {report.seconds:.1f} s",
        *(f"  {name:<10}{getattr(report, name)}" for name in ("new", "changed", "unchanged", "rejected")),
    ]
    if report.reject_file:
        lines.append(f"  Rejected rows with their reasons (personal data, kept 7 days): {report.reject_file}")
    return "\n".join(lines)


def _add_command(kind: str, about: str) -> None:
    @app.command(kind, help=about, short_help=about.partition(".")[0] + ".")
    def load(file: File, strict: Strict = False) -> None:
        load_file(kind, file, strict=strict)


for _kind, _definition in catalogue().kinds.items():
    _add_command(_kind, _definition.about)

"""`haqqi facts`: check the fact files, and show what they say."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from backend import clock
from backend.facts.book import FACTS_FOLDER, FactBook, FactsError, UnknownFact, last_fresh_day
from backend.facts.fact import Fact, Grade, ValueKind

app = typer.Typer(help="The facts of the law and of the administration (data/facts).", no_args_is_help=True)

WARNING_DAYS = 30
Folder = Annotated[
    Path, typer.Option("--folder", envvar="HAQQI_FACTS_DIR", help="Folder of the fact files.", show_default=False)
]
Day = Annotated[datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day to look from; today.")]


@app.command()
def check(folder: Folder = FACTS_FOLDER, as_of: Day = None) -> None:
    """Check every fact file: OK with counts, or each problem on a line of its own and exit code 1.

    Also lists the facts that lose a grade in the next 30 days, or have lost it, because they were not checked again.
    """
    today = _day(as_of)
    book = _open(folder)
    early = (fact for fact in book if fact.checked_on > today)
    _stop_on(f"{fact.file}: {fact.id}: checked_on {fact.checked_on} is in the future" for fact in early)
    counts = Counter(fact.confidence for fact in book)
    grades = ", ".join(f"{grade} {counts[grade]}" for grade in Grade)
    files = len({fact.file for fact in book})
    typer.echo(f"OK: {len(book.ids)} facts in {len(book)} versions, {files} files ({grades})")
    for fact in sorted(_ageing(book, today), key=last_fresh_day):
        first_stale = last_fresh_day(fact) + timedelta(days=1)
        tense = "since" if first_stale <= today else "from"
        typer.echo(f"{fact.id}: {fact.confidence} counts as {fact.confidence.one_lower} {tense} {first_stale}")


@app.command()
def show(
    fact_id: Annotated[str | None, typer.Argument(metavar="[ID]", help="One fact in full; all without it.")] = None,
    as_of: Day = None,
    folder: Folder = FACTS_FOLDER,
) -> None:
    """Show the facts that hold on a day as a table, or every version of one fact in full."""
    day = _day(as_of)
    book = _open(folder)
    if fact_id is None:
        Console().print(_overview(book, day))
        return
    try:
        versions = book.versions(fact_id)
    except UnknownFact as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    for fact in versions:
        Console().print(_in_full(book, fact, day))


def _day(given: datetime | None) -> date:
    return given.date() if given else clock.today()


def _open(folder: Path) -> FactBook:
    try:
        return FactBook.from_folder(folder)
    except FactsError as error:
        _stop_on(error.problems)
        raise


def _stop_on(problems: Iterable[str]) -> None:
    """Print each problem on its own line and end with exit code 1; do nothing if there are none."""
    lines = list(problems)
    if lines:
        typer.echo("\n".join(lines))
        raise typer.Exit(1)


def _ageing(book: FactBook, today: date) -> list[Fact]:
    """Facts in force whose grade drops within the warning days, or has dropped."""
    soon = today + timedelta(days=WARNING_DAYS)
    return [
        fact
        for fact in book
        if fact.valid_on(today) and fact.confidence is not Grade.UNVERIFIED and last_fresh_day(fact) < soon
    ]


def _shown(fact: Fact) -> str:
    if fact.value is None:
        return "not known"
    unit = fact.unit if fact.kind is ValueKind.NUMBER else ""
    return " ".join(filter(None, [fact.operator, str(fact.value), unit]))


def _overview(book: FactBook, day: date) -> Table:
    table = Table(title=f"Facts on {day}", caption="Grade: A and B are stated to people, C and UNVERIFIED are not.")
    table.add_column("Fact", no_wrap=True)
    for heading in ("Value", "Grade", "Checked", "Source"):
        table.add_column(heading, overflow="fold")
    for fact in book:
        if fact.valid_on(day):
            grade = book.grade(fact, day)
            table.add_row(fact.id, escape(_shown(fact)), grade, str(fact.checked_on), fact.source_tag)
    return table


def _in_full(book: FactBook, fact: Fact, day: date) -> Table:
    table = Table(title=fact.id, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    rows = {
        "value": _shown(fact),
        "valid": f"{fact.valid_from or 'start not known'} to {fact.valid_to or 'further notice'}",
        "limit itself": "" if fact.equality_verified else "no source says whether it is in",
        "grade": f"{book.grade(fact, day)} on {day} ({fact.confidence} when checked on {fact.checked_on})",
        "may be stated": "yes" if book.may_state(fact, day) and fact.valid_on(day) else "no",
        "source": f"{fact.source} ({fact.source_date or 'undated'})",
        "tag for SMS": fact.source_tag,
        "note": fact.note,
        "file": fact.file,
    }
    for name, content in rows.items():
        if content:
            table.add_row(name, escape(content))
    return table

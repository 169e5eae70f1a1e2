"""`haqqi`: everything an operator or developer does from a terminal."""

from datetime import datetime
from typing import Annotated

import typer

from backend import clock
from backend.cli import complaints, demo, facts, importing, nlu, registry, score, stack, staff, wording
from backend.cli.commands import Commands
from backend.settings import get_settings

app = typer.Typer(
    cls=Commands, no_args_is_help=True, add_completion=False, help="Haqqi (حقي): answers on social protection."
)
app.add_typer(score.app, name="score")
app.add_typer(facts.app, name="facts")
app.add_typer(wording.app, name="wording")
app.add_typer(importing.app, name="import")
app.add_typer(demo.app, name="demo")
app.add_typer(nlu.app, name="nlu")
app.add_typer(complaints.app, name="complaints")
app.add_typer(staff.app, name="staff")
app.add_typer(registry.app, name="registry")
app.command("up")(stack.up)
app.command("stop")(stack.stop)
app.command("migrate")(stack.migrate)
clock_app = typer.Typer(no_args_is_help=True, help="The clock of a development machine.")
app.add_typer(clock_app, name="clock")


@clock_app.command("set")
def clock_set(
    instant: Annotated[str, typer.Argument(help="ISO date or date-time; Moroccan time without an offset")],
) -> None:
    """Set the clock of all processes of this HAQQI_HOME; time flows on from there."""
    settings = get_settings()
    if settings.env == "production":
        typer.echo("The clock can't be set in production.", err=True)
        raise typer.Exit(2)
    try:
        moment = clock.parse_instant(instant)
    except ValueError:
        typer.echo(f"{instant!r} is no ISO date or date-time, e.g. 2026-12-24T09:30.", err=True)
        raise typer.Exit(2) from None
    clock.set_clock(settings.home, moment)
    typer.echo(_shown(clock.now()))


@clock_app.command("reset")
def clock_reset() -> None:
    """Go back to real time."""
    clock.reset_clock(get_settings().home)
    typer.echo(_shown(clock.now()))


@clock_app.command("show")
def clock_show() -> None:
    """The present instant as all processes see it."""
    typer.echo(_shown(clock.now()))


def _shown(instant: datetime) -> str:
    return instant.astimezone(clock.CASABLANCA).isoformat(timespec="seconds")


__all__ = ["app"]

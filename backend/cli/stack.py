"""`haqqi up`, `haqqi stop`, `haqqi migrate`: Haqqi on one machine."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy.orm import Session

from backend import clock
from backend.cli.commands import database
from backend.demo.loading import has_households, load_demo
from backend.demo.people import DemoPerson, demo_people
from backend.operation import model, processes, readiness, schema
from backend.operation.readiness import NotReadyError
from backend.settings import Settings, get_settings, production_problems

console = Console(stderr=True, highlight=False)
DEMO_HOUSEHOLDS, DEMO_SEED = 200, 1
SECONDS_TO_START = 90
FREE_BYTES = 500_000_000
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)  # Ctrl-C, a polite kill, a closed terminal


def migrate() -> None:
    """Bring the database schema to the newest revision."""
    with database():
        schema.migrate(get_settings().sqlalchemy_url)
    typer.echo("The schema is up to date.")


def stop() -> None:
    """Stop a Haqqi of this HAQQI_HOME that was left running."""
    settings = get_settings()
    manager = processes.Manager(settings)
    if not manager.alive():
        typer.echo("Nothing is running here.")
        return
    _quit(settings, manager)
    typer.echo("Stopped.")


def up() -> None:
    """Start everything, wait until it is ready, say where to look; Ctrl-C stops all of it."""
    from circus.exc import CallError

    settings = get_settings()
    try:
        _check(settings)
        _run(settings)
    except (CallError, TimeoutError) as error:
        console.print(f"[bold red]Haqqi can't run.[/] The process manager does not answer ({error}): try again.")
        raise typer.Exit(1) from None
    except NotReadyError as error:
        console.print(f"[bold red]Haqqi can't run.[/] {error}")
        raise typer.Exit(1) from None


def _check(settings: Settings) -> None:
    """Everything that would fail later, told now in one sentence each."""
    if settings.env == "production" and (problems := production_problems(settings)):
        raise NotReadyError("This configuration is not fit for production:\n- " + "\n- ".join(problems))
    if processes.Manager(settings, timeout=1).alive():
        raise NotReadyError(f"It is already running from {settings.home}: use it, or stop it with `make stop`.")
    if taken := readiness.taken_ports(settings):
        ports = ", ".join(map(str, taken))
        raise NotReadyError(f"Port {ports} is taken by another program: end it, or set HAQQI_PORT to another number.")
    if not model.bot_python().exists():
        raise NotReadyError("The environment of bot/ is missing: run `make setup`.")
    settings.home.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(settings.home).free < FREE_BYTES:
        raise NotReadyError(f"Less than 500 MB are free under {settings.home}: free some, or set HAQQI_HOME elsewhere.")
    if settings.now and settings.env == "development":
        clock.set_clock(settings.home, clock.parse_instant(settings.now))


def _run(settings: Settings) -> None:
    for name in ("private", "logs", "models", "run", "redis"):
        (settings.home / name).mkdir(exist_ok=True, mode=0o700)
    manager = processes.Manager(settings, timeout=30)
    manager_process: subprocess.Popen[bytes] | None = None
    _end_on_signals()
    try:
        manager_process = _start_manager(settings)
        _prepare(settings, manager_process)
        _start_application(settings, manager)
        _print_table(settings)
        while manager_process.poll() is None:
            time.sleep(0.5)
        if manager_process.returncode:  # without a fault it was `make stop`
            raise NotReadyError(f"The process manager ended: see {settings.home}/logs/manager.log.")
    except KeyboardInterrupt:
        console.print("\nStopping ...")
    finally:
        for ending in ENDINGS:  # a second Ctrl-C must not leave half of it running
            signal.signal(ending, signal.SIG_IGN)
        if manager_process is not None:
            _quit(settings, manager, manager_process)
        manager.stop()
        if settings.now:  # the next run has real time again, unless it asks for another
            clock.reset_clock(settings.home)
    console.print("Stopped.")


def _end_on_signals() -> None:
    """Make what ends a program a KeyboardInterrupt. A shell starts background jobs with SIGINT ignored: not for us."""
    for ending in ENDINGS:
        if ending is not signal.SIGHUP or signal.getsignal(ending) is not signal.SIG_IGN:  # nohup means it
            signal.signal(ending, signal.default_int_handler)


def _start_manager(settings: Settings) -> subprocess.Popen[bytes]:
    """The process manager, in a session of its own: Ctrl-C comes to us, and we stop it in order."""
    configuration = processes.write_configuration(settings)
    environment = {name: value for name, value in os.environ.items() if name != "HAQQI_NOW"}
    environment["HAQQI_HOME"], environment["HAQQI_PORT"] = str(settings.home), str(settings.port)
    with (settings.home / "logs" / "manager.log").open("ab") as log:
        return subprocess.Popen(  # noqa: S603  our own interpreter and file
            [sys.executable, "-m", "circus.circusd", "--log-level", "warning", str(configuration)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, start_new_session=True,
        )  # fmt: skip


def _quit(settings: Settings, manager: processes.Manager, process: subprocess.Popen[bytes] | None = None) -> None:
    """Stop every process in order, then the manager; what does not end in time is killed by it."""
    from circus.exc import CallError

    pid_file = settings.run_dir / "manager.pid"
    deadline = time.monotonic() + 40
    asked = False
    while time.monotonic() < deadline and (process.poll() is None if process else pid_file.exists()):
        try:
            # Refused while the manager is at another command: then it is asked again.
            asked = asked or manager.call("quit", waiting=True).get("status") == "ok"
        except CallError:
            asked = True
            if process is not None:
                process.terminate()
        time.sleep(0.1)


@contextmanager
def _step(what: str) -> Iterator[None]:
    """Show what is being done, and how long it took."""
    started = time.monotonic()
    if console.is_terminal:
        with console.status(what + " ..."):
            yield
    else:
        console.print(what + " ...")
        yield
    console.print(f"[green]✓[/] {what} ({time.monotonic() - started:.1f} s)")


def _prepare(settings: Settings, manager_process: subprocess.Popen[bytes]) -> None:
    """Stores up, schema migrated, demo data loaded once, model trained if none fits."""
    log = settings.home / "logs"

    def alive() -> bool:
        if manager_process.poll() is not None:
            raise NotReadyError(f"The process manager ended at once: see {log}/manager.log.")
        return True

    with _step("PostgreSQL and Redis"):
        own = "postgres" if settings.embedded_postgres else None
        mend = f"see {log}/postgres.log" if own else "check DATABASE_URL"
        readiness.wait_for("PostgreSQL", lambda: alive() and readiness.postgres_answers(settings, own), 30, mend)
        mend = f"see {log}/redis.log" if settings.embedded_redis else "check REDIS_URL"
        readiness.wait_for("Redis", lambda: alive() and readiness.redis_answers(settings), 15, mend)
    with _step("Database schema"), database():
        if settings.embedded_postgres:
            schema.create_database(settings)
        schema.migrate(settings.sqlalchemy_url)
    if settings.env == "development":
        with _step("Demo data"), database() as engine:
            if not has_households(engine):
                load_demo(engine, DEMO_HOUSEHOLDS, DEMO_SEED)
    if not model.model_path(settings).exists():
        with _step("Training the model that understands messages (first start, or the examples changed)"):
            try:
                model.train(settings)
            except subprocess.CalledProcessError as error:
                (log / "train.log").write_text(f"{error.stdout}\n{error.stderr}")
                raise NotReadyError(f"Training failed: see {log}/train.log.") from None


def _start_application(settings: Settings, manager: processes.Manager) -> None:
    log = settings.home / "logs"
    for name in processes.APPLICATION:
        manager.do("start", name)
    doors = {
        "service": (f"http://127.0.0.1:{settings.port}/readyz", ""),
        "inner": (f"http://127.0.0.1:{settings.inner_port}/readyz", settings.inner_secret.get_secret_value()),
        "actions": (f"http://127.0.0.1:{settings.actions_port}/health", settings.action_secret.get_secret_value()),
        "rasa": (f"http://127.0.0.1:{settings.rasa_port}/", settings.bot_secret.get_secret_value()),
    }
    with _step("Service, worker, Rasa and action server"):
        for name, (url, secret) in doors.items():
            readiness.wait_for(
                f"The process {name}",
                lambda url=url, secret=secret: readiness.http_answers(url, secret),  # type: ignore[misc]
                SECONDS_TO_START,
                f"see {log}/{name}.log",
            )


def _print_table(settings: Settings) -> None:
    where = Table(show_header=False, box=None, pad_edge=False)
    here = f"http://127.0.0.1:{settings.port}"  # a public address need not lead to this machine yet
    where.add_row("[bold]Web chat[/]", f"{here}/")
    if settings.env == "development":
        where.add_row("[bold]Phone simulator (SMS)[/]", f"{here}/simulator")
    where.add_row("[bold]API docs[/]", f"{here}/docs")
    where.add_row("[bold]Logs[/]", str(settings.home / "logs"))
    if settings.env == "development" and clock.clock_file(settings.home).exists():
        where.add_row("[bold]Clock[/]", f"set to {clock.now():%Y-%m-%d %H:%M} UTC (`haqqi clock reset`: real time)")
    console.print("\nHaqqi is ready.", style="bold green")
    console.print(where)
    if settings.env == "development":
        console.print("\nDemo people to try with:", style="bold")
        with database() as engine, Session(engine) as session:
            console.print(_people_table(demo_people(session)[:3]))
    console.print("\nCtrl-C stops everything.")


def _people_table(people: list[DemoPerson]) -> Table:
    table = Table(box=None, pad_edge=False)
    for title in ("Name", "IDCS", "Birth date", "Phone", "What is special"):
        table.add_column(title, no_wrap=title != "What is special")
    for person in people:
        table.add_row(person.name, person.idcs, person.birth_date, person.phone or "", person.special)
    return table


__all__ = ["migrate", "stop", "up"]

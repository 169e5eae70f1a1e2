"""`haqqi staff`: accounts of the people who work with Haqqi."""

import json
import os
import sys
from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from sqlalchemy.ext.asyncio import AsyncSession

from backend.cli.commands import in_transaction, stop_with
from backend.staff import service
from backend.staff.member import Organisation, Role
from backend.staff.service import AccountError, AccountView

app = typer.Typer(help="Accounts of staff: agents, reviewers, supervisors, administrators.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(help="The account's e-mail.", show_default=False)]
FromInput = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from a line of the input instead of asking for it.")
]
T = TypeVar("T")


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="Name, as colleagues see it.", show_default=False)],
    email: Annotated[str, typer.Option("--email", help="What they sign in with.")],
    role: Annotated[Role, typer.Option("--role", help="What they may do.")],
    organisation: Annotated[Organisation, typer.Option("--organisation", help="A reviewer belongs to the agency.")],
    password_stdin: FromInput = False,
) -> None:
    """Add an account. Its password has 12 characters or more, is none of the common ones and holds no name."""
    password = _password(password_stdin)
    account_id = _run(
        lambda session: service.add_account(
            session, name=name, email=email, role=role, organisation=organisation, password=password, actor=_operator()
        )
    )
    typer.echo(f"Added: {account_id}")


@app.command("list")
def list_(as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list.")] = False) -> None:
    """List every account, and how often it is signed in."""
    found = _run(lambda session: service.list_accounts(session, actor=_operator()))
    if as_json:
        typer.echo(json.dumps([_as_data(view) for view in found], ensure_ascii=False, indent=1))
    elif found:
        Console().print(_table(found))
    else:
        typer.echo("There is no account yet: `haqqi staff add --help`.")


@app.command()
def disable(email: Email) -> None:
    """Shut an account: its sessions end, nobody signs in to it."""
    ended = _run(lambda session: service.disable_account(session, email, actor=_operator()))
    typer.echo(f"Disabled; sessions ended: {ended}")


@app.command()
def enable(email: Email) -> None:
    """Open a disabled account again, with the password it had."""
    _run(lambda session: service.enable_account(session, email, actor=_operator()))
    typer.echo("Enabled.")


@app.command("reset-password")
def reset_password(email: Email, password_stdin: FromInput = False) -> None:
    """Give an account a new password; its sessions end."""
    password = _password(password_stdin)
    ended = _run(lambda session: service.reset_password(session, email, password, actor=_operator()))
    typer.echo(f"The password is changed; sessions ended: {ended}")


def _operator() -> str:
    """Who runs the command, for the audit: the number of their account on this machine."""
    return f"operator:{os.getuid()}"


def _password(from_input: bool) -> str:
    """A line of the input, or what is typed twice without being shown."""
    if from_input:
        try:
            return sys.stdin.buffer.readline().decode().rstrip("\r\n")
        except UnicodeDecodeError:
            stop_with("The password on the input is not UTF-8.")
    if not sys.stdin.isatty():
        stop_with("There is no terminal to ask for the password: give it with --password-stdin.")
    typed: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return typed


def _run(work: Callable[[AsyncSession], Awaitable[T]]) -> T:
    """Do it in a transaction of its own; what stops it is told in a sentence, with exit code 2."""
    try:
        return in_transaction(work)
    except AccountError as error:
        stop_with(str(error))


def _as_data(view: AccountView) -> dict[str, object]:
    return {
        "id": str(view.id),
        "name": view.name,
        "email": view.email,
        "role": view.role,
        "organisation": view.organisation,
        "created_at": view.created_at.isoformat(),
        "disabled_at": view.disabled_at.isoformat() if view.disabled_at else None,
        "open_sessions": view.open_sessions,
    }


def _table(found: list[AccountView]) -> Table:
    table = Table(title="Staff")
    for heading in ("Name", "E-mail", "Role", "Organisation", "Signed in", "State"):
        table.add_column(heading, overflow="fold")
    for view in found:
        state = f"disabled {view.disabled_at:%Y-%m-%d}" if view.disabled_at else "open"
        sessions = str(view.open_sessions or "")
        table.add_row(escape(view.name), escape(view.email), view.role, view.organisation, sessions, state)
    return table

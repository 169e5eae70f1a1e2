"""`haqqi score`: the score formula on declared households."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, TypedDict

import typer
import yaml

from backend.facts.plain_yaml import one_line
from backend.scores.formula import Declaration, DeclarationError, FormulaError, ScoreBreakdown, compute, load_formula

app = typer.Typer(help="The score formula (an estimate: the official score is the registry's).", no_args_is_help=True)


class Household(TypedDict):
    """An entry of the file: what it is called, and what the household declares."""

    id: str
    declared: Declaration


class HouseholdFileError(ValueError):
    """The file of households cannot be used; the message is one sentence."""


@app.callback()
def group() -> None:
    """Keep `compute` a command of its own: with one command only, typer would fold it into the program."""


@app.command("compute")
def compute_file(
    file: Annotated[Path, typer.Argument(help="YAML or JSON: a list of households, or `examples:` with that list.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list of {id, score}.")] = False,
) -> None:
    """Print id and score (7 decimals) of each household in FILE; an expected_score in it is ignored.

    Exit code 1 if a household has a problem (the others are printed), 2 if the file cannot be used.
    """
    try:
        load_formula()
        entries = read_entries(file)
    except (FormulaError, HouseholdFileError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    scores: list[tuple[str, str]] = []
    for number, entry in enumerate(entries, start=1):
        try:
            household = read_household(entry, number)
            scores.append((household["id"], printed(compute(household["declared"]))))
        except DeclarationError as error:
            typer.echo(f"{entry_id(entry, number)}: {'; '.join(error.problems)}.", err=True)
    lines = [_json(scores)] if as_json else [f"{name} {score}" for name, score in scores]
    for line in lines:
        typer.echo(line)
    if len(scores) < len(entries):
        raise typer.Exit(1)


def read_entries(file: Path) -> list[Any]:
    """Return the entries of a YAML or JSON file: a list, or the list named `examples`.

    Raises HouseholdFileError with one sentence.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise HouseholdFileError(f"{file} is not UTF-8 text.") from error
    except OSError as error:
        raise HouseholdFileError(f"{file} cannot be read: {error.strerror}.") from error
    try:
        content = json.loads(text) if text.lstrip().startswith(("{", "[")) else None
    except (ValueError, RecursionError):
        content = None  # YAML may begin with a bracket too
    try:
        content = yaml.load(text, Loader=yaml.CSafeLoader) if content is None else content
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise HouseholdFileError(f"{file} is neither YAML nor JSON: {one_line(error)}.") from error
    entries = content.get("examples") if isinstance(content, Mapping) else content
    if not isinstance(entries, list):
        raise HouseholdFileError(f"{file} must hold a list of households, or `examples:` with that list.")
    return entries


def read_household(entry: object, number: int) -> Household:
    """Return the household of one entry; `inputs` may be missing, other keys are ignored.

    Raises DeclarationError if the entry does not have the shape of a household.
    """
    if not isinstance(entry, Mapping):
        raise DeclarationError(["must have id, setting, region and inputs"])
    missing = [key for key in ("id", "setting", "region") if entry.get(key) is None]
    if missing:
        raise DeclarationError([f"{key} is missing" for key in missing])
    inputs = {} if entry.get("inputs") is None else entry["inputs"]
    declared = Declaration(setting=entry["setting"], region=entry["region"], inputs=inputs)
    return Household(id=entry_id(entry, number), declared=declared)


def entry_id(entry: object, number: int) -> str:
    """What to call an entry: its id in one line, or its number in the file."""
    name = entry.get("id") if isinstance(entry, Mapping) else None
    is_plain = isinstance(name, str | int | float | dt.date) and not isinstance(name, bool)
    text = "".join(letter for letter in " ".join(str(name).split()) if letter.isprintable()) if is_plain else ""
    return text or f"household {number}"


def printed(breakdown: ScoreBreakdown) -> str:
    """The score with all its decimals."""
    return f"{breakdown.printed:f}"


def _json(scores: list[tuple[str, str]]) -> str:
    # Written by hand because json.dumps would drop the last zeros: 9.4554900 becomes 9.45549.
    entries = (f'{{"id": {json.dumps(name, ensure_ascii=False)}, "score": {score}}}' for name, score in scores)
    return "[" + ",\n ".join(entries) + "]"

"""`haqqi nlu`: how well people are understood."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from backend import clock
from backend.answers.formatting import VARIETIES
from backend.cli import commands
from backend.settings import ROOT, get_settings
from backend.understanding import learning, metrics
from backend.understanding.evaluation import EvaluationFileError, evaluate, read_lines
from backend.understanding.metrics import Result

app = typer.Typer(help="How well people are understood, and learning from use.", no_args_is_help=True)
CONFUSIONS_SHOWN = 20
MEASURES = {
    "accuracy": metrics.accuracy,
    "macro_f1": metrics.macro_f1,
    "coverage": metrics.coverage,
    "wrong_confident": metrics.wrong_confident,
    "variety_accuracy": metrics.variety_accuracy,
    "entity_exact": metrics.entity_exact,
    "calibration_error": metrics.calibration_error,
}


@app.callback()
def group() -> None:
    """Keep commands of their own: with one command only, typer would fold it into the program."""


@app.command("evaluate")
def evaluate_file(
    file: Annotated[Path, typer.Argument(help='JSON Lines: {"text", "intent", "variety", "entities"}.')],
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures and errors as JSON.")] = False,
) -> None:
    """Read FILE's messages the whole way in, and print the figures. Trains the model first if none fits the data."""
    try:
        results = evaluate(get_settings(), read_lines(file))
    except EvaluationFileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    except subprocess.CalledProcessError as error:
        typer.echo(f"Rasa failed:\n{error.stderr[-2000:]}", err=True)
        raise typer.Exit(1) from None
    if as_json:
        typer.echo(json.dumps(as_data(results), ensure_ascii=False, indent=1))
    else:
        for line in as_text(results):
            typer.echo(line)


@app.command("export")
def export_unclear(
    file: Annotated[Path, typer.Argument(help="JSON Lines to label: fill in `intent`, or leave it empty.")],
) -> None:
    """Write the messages that people agreed to leave us into FILE (made readable for you alone)."""
    found = commands.in_transaction(learning.export)
    file.touch(mode=0o600)
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
    typer.echo(f"{len(found)} messages in {file}. Label them, then: haqqi nlu add {file}")


@app.command("add")
def add_labelled(
    file: Annotated[Path, typer.Argument(help='Labelled JSON Lines: {"text", "intent", "variety"}.')],
    folder: Annotated[Path, typer.Option(help="The training examples.")] = ROOT / "data" / "nlu",
) -> None:
    """Add the labelled messages of FILE to the training examples; those that are there already are left out."""
    try:
        labelled = learning.read_labelled(file, learning.families(folder))
    except learning.LabelFileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    added = learning.add(folder, labelled, f"use-{clock.today():%Y-%m}")
    typer.echo(f"{added} of {len(labelled)} labelled messages are new. Read the change before you commit it.")


def figures(results: Sequence[Result]) -> dict[str, Any]:
    """Every figure of some results; shares with the bounds of a 95 % interval where one is asked for."""
    data: dict[str, Any] = {"n": len(results)}
    data |= {name: round(measure(results), 4) for name, measure in MEASURES.items()}
    data["accuracy_95"] = [round(bound, 4) for bound in metrics.wilson(metrics.accuracy(results), len(results))]
    data["macro_f1_95"] = [round(bound, 4) for bound in metrics.bootstrap(results, metrics.macro_f1)]
    data["entities_extra"] = sum(result.entities_extra for result in results)
    return data


def as_data(results: Sequence[Result]) -> dict[str, Any]:
    """What `--json` prints."""
    by_variety = {variety: [r for r in results if r.variety == variety] for variety in VARIETIES}
    return {
        "varieties": {variety: figures(some) for variety, some in by_variety.items() if some},
        "all": figures(results),
        "confusions": [
            {"intent": true, "taken_for": said, "count": count} for true, said, count in metrics.confusions(results)
        ],
        "errors": [_error(result) for result in results if _is_error(result)],
    }


def _is_error(result: Result) -> bool:
    return not result.right or result.found_variety != result.variety or result.entities_right < result.entities


def _error(result: Result) -> dict[str, Any]:
    return {
        "text": result.text,
        "variety": result.variety,
        "found_variety": result.found_variety,
        "intent": result.intent,
        "predicted": result.predicted,
        "confidence": round(result.confidence, 4),
        "answered": result.answered,
        "entities_missed": result.entities - result.entities_right,
    }


def as_text(results: Sequence[Result]) -> list[str]:
    """The figures as a table, then the worst confusions."""
    data = as_data(results)
    rows = {**data["varieties"], "all": data["all"]}
    lines = [f"{'':10}{'n':>6}" + "".join(f"{name:>19}" for name in MEASURES)]
    for variety, row in rows.items():
        lines.append(f"{variety:10}{row['n']:>6}" + "".join(f"{row[name]:>19.3f}" for name in MEASURES))
    lines.append("")
    for variety, row in rows.items():
        low, high = row["macro_f1_95"]
        lines.append(
            f"{variety:10} macro-F1 95 %: {low:.3f} to {high:.3f}; {row['entities_extra']} entities not listed"
        )
    lines += ["", "Most frequent confusions:"]
    lines += [
        f"{item['count']:4}  {item['intent']} as {item['taken_for']}" for item in data["confusions"][:CONFUSIONS_SHOWN]
    ]
    return lines

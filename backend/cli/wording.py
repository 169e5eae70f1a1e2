"""`haqqi wording`: what an intent is answered with, in every variety and on every channel."""

import json
import textwrap
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Annotated, Any

import typer

from backend import clock
from backend.answers.formatting import VARIETIES
from backend.answers.knowledge import book
from backend.answers.rendering import Rendered
from backend.cli.commands import stop_with
from backend.conversations.cases import CHANNELS, INTENTS, QUESTIONS, Case, Shown, cases, show
from backend.facts.fact import Fact
from backend.notifications.segments import measure

app = typer.Typer(help="The wording of answers (backend/locales).", no_args_is_help=True)
COLUMNS = 100
NAMES = {"web": "webchat", **dict(zip(CHANNELS, CHANNELS, strict=True))}  # what people call the channels
OTHERS = ", ".join(sorted(set(QUESTIONS) - INTENTS))
Channel = Annotated[
    str | None, typer.Option("--channel", help="One of web, sms, whatsapp; all without it.", show_default=False)
]
Variety = Annotated[
    str | None, typer.Option("--variety", help=f"One of {', '.join(VARIETIES)}; all without it.", show_default=False)
]


@app.callback()
def group() -> None:
    """Keep `show` a command of its own: with one command only, typer would fold it into the program."""


@app.command("show")
def show_wording(
    intent: Annotated[str, typer.Argument(help=f"An intent, or what is said without one: {OTHERS}.")],
    channel: Channel = None,
    variety: Variety = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list, one object a rendering.")] = False,
) -> None:
    """Show every answer to INTENT case by case: to people known and unknown, as facts stand and when they are too old.

    The people and figures are invented: those that the wording tests use. Exit code 2 if there is no such intent.
    """
    name = intent.strip().lower().replace("-", "_")
    if name not in QUESTIONS:
        near = get_close_matches(name, QUESTIONS, n=4, cutoff=0.5) or sorted(INTENTS)
        stop_with(f"There is no intent {intent!r}. Near: {', '.join(near)}.")
    channels = [NAMES[_one_of(channel, NAMES, "channel")]] if channel else list(CHANNELS)
    varieties = [_one_of(variety, VARIETIES, "variety")] if variety else list(VARIETIES)
    found = cases(name, clock.today())
    if as_json:
        entries = [_entry(case, one, where) for case in found for one in varieties for where in channels]
        typer.echo(json.dumps(entries, ensure_ascii=False, indent=1))
        return
    for case in found:
        typer.echo("\n".join(_block(case, varieties, channels)) + "\n")


def _one_of(given: str, allowed: Iterable[str], what: str) -> str:
    if given not in allowed:
        stop_with(f"There is no {what} {given!r}: {', '.join(allowed)}.")
    return given


def _entry(case: Case, variety: str, channel: str) -> dict[str, Any]:
    shown = show(case, variety, channel)
    return {
        "intent": case.question,
        "kind": case.kind,
        "situation": case.situation,
        "variety": variety,
        "channel": channel,
        "message": _described(shown.message, channel),
        "more": [_described(message, channel) for message in shown.more],
        "sources": _tags(case.answer.facts),
        "facts": [fact.id for fact in case.answer.facts],
    }


def _described(message: Rendered, channel: str) -> dict[str, Any]:
    length = measure(message.text) if channel == "sms" else None
    return {
        "text": message.text,
        "choices": [{"number": c.number, "question": c.question, "label": c.label} for c in message.choices],
        "encoding": length and length.encoding,
        "units": length.units if length else len(message.text),
        "parts": length and length.segments,
    }


def _block(case: Case, varieties: Iterable[str], channels: list[str]) -> Iterator[str]:
    """The lines of a case. A text stands on lines of its own, so that a terminal turns Arabic the right way round."""
    title = ": ".join(filter(None, [case.kind, case.situation]))
    yield f"== {case.question} | {title} ".ljust(COLUMNS, "=")
    grades = [f"{fact.id} ({book().grade(fact, case.day)}, {_tag(fact)})" for fact in case.answer.facts]
    if grades:
        yield from _wrapped("rests on " + ", ".join(grades), 0)
    for variety in varieties:
        yield ""
        yield f"{variety} ".ljust(COLUMNS, "-")
        for names, shown in _alike(case, variety, channels):
            tag = next((one for one in _tags(case.answer.facts) if f"({one})" in shown.message.text), "")
            yield from _message(", ".join(names), shown.message, tag, is_sms=names == ["sms"])
            for message in shown.more:
                yield from _message("sms, after 1", message, "", is_sms=True)


def _alike(case: Case, variety: str, channels: list[str]) -> list[tuple[list[str], Shown]]:
    """What each channel shows; channels that show the same together."""
    found: list[tuple[list[str], Shown]] = []
    for channel in channels:
        shown = show(case, variety, channel)
        same = next((names for names, other in found if other == shown), None)
        if same:
            same.append(channel)
        else:
            found.append(([channel], shown))
    return found


def _message(name: str, message: Rendered, tag: str, *, is_sms: bool) -> Iterator[str]:
    length = measure(message.text)
    parts = "1 part" if length.segments == 1 else f"{length.segments} parts"
    size = f"{length.encoding}, {length.units} units, {parts}" if is_sms else f"{len(message.text)} characters"
    yield "  " + " | ".join(filter(None, [name, size, tag and f"source tag {tag}"]))
    for line in message.text.splitlines():
        yield from _wrapped(line, 4)
    if not is_sms and message.choices:
        yield from _wrapped("  ".join(f"[{choice.label}]" for choice in message.choices), 4)


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, COLUMNS, initial_indent=" " * indent, subsequent_indent=" " * indent)


def _tags(facts: Iterable[Fact]) -> list[str]:
    return list(dict.fromkeys(_tag(fact) for fact in facts))


def _tag(fact: Fact) -> str:
    return f"{fact.source_tag} {fact.checked_on:%m/%y}"

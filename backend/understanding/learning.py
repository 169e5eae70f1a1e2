"""Learning from use: what people agreed to leave us goes out as a labelling file and comes back as training data."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers.formatting import VARIETIES
from backend.understanding.models import UnclearMessage
from language.text import MASK_TOKEN, normalise

KEPT = timedelta(days=180)
_LONG_NUMBER = re.compile(r"\d{4,}")


class LabelFileError(ValueError):
    """The file can't be used; the message says where and why."""


@dataclass(frozen=True)
class Labelled:
    """A message with the intent that somebody gave it."""

    text: str
    intent: str
    variety: str


def keep(session: AsyncSession, text: str, *, variety: str, channel: str, readings: Sequence[str]) -> None:
    """Keep a masked message that the person agreed to leave; digits that no mask covers are blanked too."""
    now = clock.now()
    session.add(
        UnclearMessage(
            text=_LONG_NUMBER.sub("<number>", text),
            variety=variety,
            channel=channel,
            readings=list(readings),
            agreed_at=now,
            kept_until=now + KEPT,
        )
    )


async def export(session: AsyncSession) -> list[dict[str, Any]]:
    """The lines of a labelling file, the oldest first: `intent` is to be filled in, `readings` may help."""
    rows = await session.scalars(select(UnclearMessage).order_by(UnclearMessage.agreed_at))
    return [
        {"id": str(row.id), "text": row.text, "variety": row.variety, "intent": "", "readings": row.readings}
        for row in rows
    ]


async def delete_expired_messages(session: AsyncSession) -> int:
    """Delete messages whose time is over; how many."""
    gone = await session.execute(
        delete(UnclearMessage).where(UnclearMessage.kept_until < clock.now()).returning(UnclearMessage.id)
    )
    return len(gone.all())


def read_labelled(path: Path, intents: Iterable[str]) -> list[Labelled]:
    """The labelled lines of a file; lines without an intent are left out. LabelFileError for an unknown one."""
    known = set(intents)
    found = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not row.strip():
            continue
        try:
            line: Mapping[str, Any] = json.loads(row)
            labelled = Labelled(" ".join(str(line["text"]).split()), str(line["intent"]), str(line["variety"]))
        except (ValueError, KeyError, TypeError) as error:
            raise LabelFileError(f"{path}, line {number}: {type(error).__name__} {error}.") from error
        if not labelled.intent:
            continue
        if labelled.intent not in known or labelled.variety not in VARIETIES:
            raise LabelFileError(
                f"{path}, line {number}: no intent {labelled.intent!r} or variety {labelled.variety!r}."
            )
        found.append(labelled)
    return found


def families(folder: Path) -> dict[str, str]:
    """Which file of a variety's folder holds an intent: intent -> file name."""
    return {
        block["intent"]: path.name
        for path in sorted((folder / VARIETIES[0]).glob("*.yml"))
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]
    }


def add(folder: Path, labelled: Sequence[Labelled], writer: str) -> int:
    """Write examples into <folder>/<variety>/<family>.yml, each once, under the writer's mark; how many were new."""
    names = families(folder)
    added = 0
    for variety in sorted({one.variety for one in labelled}):
        for name in sorted({names[one.intent] for one in labelled if one.variety == variety}):
            wanted = [one for one in labelled if one.variety == variety and names[one.intent] == name]
            added += _add_to(folder / variety / name, wanted, writer)
    return added


def _add_to(path: Path, labelled: Sequence[Labelled], writer: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    known = {_spelling(line) for line in lines if line.startswith("      ")}
    added = 0
    for one in labelled:
        if _spelling(one.text) in known:
            continue
        known.add(_spelling(one.text))
        at = lines.index(f"- intent: {one.intent}") + 2  # after "  examples:"
        lines[at:at] = ["  - text: |", f"      {one.text}", f"    metadata: {{writer: {writer}}}"]
        added += 1
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return added


def _spelling(text: str) -> str:
    return " ".join(re.findall(rf"{MASK_TOKEN.pattern}|\w+", normalise(text)))

"""The whole way in, on a file of labelled messages: cleaned, masked, the trained model as served, entities, variety."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend import clock
from backend.answers.formatting import VARIETIES
from backend.operation import model
from backend.runtime import variety_examples
from backend.settings import ROOT, Settings
from backend.understanding.metrics import Result
from language.entities import Entity, parse_entities
from language.masks import mask
from language.text import clean
from language.variety import VarietyModel


class EvaluationFileError(ValueError):
    """The file can't be used; the message says where and why."""


@dataclass(frozen=True)
class Line:
    """A labelled message. `entities` maps a name to the normal forms that are in the text."""

    text: str
    intent: str
    variety: str
    entities: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Reading:
    """How the model as served reads a text; `fallback` when it lies below the answering threshold."""

    ranking: tuple[tuple[str, float], ...]
    fallback: bool


def read_lines(path: Path) -> list[Line]:
    """The lines of a JSONL file; EvaluationFileError names the first that can't be used."""
    lines = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if row.strip():
            try:
                lines.append(_line(json.loads(row)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise EvaluationFileError(f"{path}, line {number}: {type(error).__name__} {error}.") from error
    if not lines:
        raise EvaluationFileError(f"{path} holds no messages.")
    return lines


def _line(row: Mapping[str, Any]) -> Line:
    if row["variety"] not in VARIETIES:
        raise ValueError(f"variety must be one of {', '.join(VARIETIES)}, not {row['variety']!r}")
    entities = {
        name: [str(v) for v in value] if isinstance(value, list) else [str(value)]
        for name, value in (row.get("entities") or {}).items()
    }
    return Line(str(row["text"]), str(row["intent"]), row["variety"], entities)


def evaluate(settings: Settings, lines: Sequence[Line]) -> list[Result]:
    """Read every line as the gateway would at the beginning of a conversation; trains the model if none fits."""
    if not model.model_path(settings).exists():
        model.train(settings)
    today = clock.today()
    varieties = VarietyModel.fit(variety_examples(ROOT / "data" / "nlu"))
    found = [parse_entities(clean(line.text), today=today) for line in lines]
    masked = [mask(clean(line.text), entities) for line, entities in zip(lines, found, strict=True)]
    readings = as_served(settings, masked)
    return [
        _result(line, reading, varieties.identify(line.text).variety, entities)
        for line, reading, entities in zip(lines, readings, found, strict=True)
    ]


def _result(line: Line, reading: Reading, variety: str, entities: Sequence[Entity]) -> Result:
    predicted, confidence = reading.ranking[0] if reading.ranking else ("", 0.0)
    listed, right, extra = compare_entities(line.entities, entities)
    return Result(
        text=line.text,
        intent=line.intent,
        variety=line.variety,
        predicted=predicted,
        confidence=confidence,
        answered=not reading.fallback,
        found_variety=variety,
        entities=listed,
        entities_right=right,
        entities_extra=extra,
    )


def compare_entities(listed: Mapping[str, Sequence[str]], found: Sequence[Entity]) -> tuple[int, int, int]:
    """(entities listed, of these read exactly, others found); one that comes back with a problem was not read."""
    wanted = Counter((name, value) for name, values in listed.items() for value in values)
    read = Counter((entity.name, entity.value) for entity in found if not entity.problem)
    right = sum((wanted & read).values())
    return sum(wanted.values()), right, sum(read.values()) - right


def as_served(settings: Settings, texts: Sequence[str]) -> Iterator[Reading]:
    """What Rasa's processor makes of masked texts, with the model that `haqqi up` serves."""
    command = [str(model.bot_python()), "-m", "components.parse_lines", str(model.model_path(settings))]
    output = subprocess.run(  # noqa: S603
        command,
        cwd=ROOT / "bot",
        env=model.bot_environment(settings),
        input="\n".join(json.dumps(text) for text in texts),
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for row in output.splitlines():
        parsed = json.loads(row)
        yield Reading(tuple((item["name"], item["confidence"]) for item in parsed["ranking"]), parsed["fallback"])

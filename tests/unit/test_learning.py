"""Labelled messages come back as training examples, once, and nothing else changes."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from backend.settings import ROOT
from backend.understanding import learning


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data" / "nlu", tmp_path / "nlu")
    return tmp_path / "nlu"


def examples(folder: Path, variety: str, intent: str) -> dict[str, str]:
    """Text -> writer of an intent's examples."""
    found = {}
    for path in (folder / variety).glob("*.yml"):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if block["intent"] == intent:
                found |= {example["text"].strip(): example["metadata"]["writer"] for example in block["examples"]}
    return found


def test_should_add_what_is_labelled_once(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "labelled.jsonl"
    rows = [
        {"text": "zid   gol lia 3la lmo2achir f had chher", "intent": "score_status", "variety": "ary-Latn"},
        {"text": "Zid gol lia 3la lmo2achir f had chher!", "intent": "score_status", "variety": "ary-Latn"},
        {"text": "je ne sais pas", "intent": "", "variety": "fr"},
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    before = examples(folder, "ary-Latn", "score_status")
    labelled = learning.read_labelled(file, learning.families(folder))
    assert len(labelled) == 2
    assert learning.add(folder, labelled, "use-2026-11") == 1
    assert learning.add(folder, labelled, "use-2026-11") == 0
    after = examples(folder, "ary-Latn", "score_status")
    assert {text: after[text] for text in after if text not in before} == {
        "zid gol lia 3la lmo2achir f had chher": "use-2026-11"
    }
    assert {text: after[text] for text in before} == before
    assert examples(folder, "fr", "score_status") == examples(ROOT / "data" / "nlu", "fr", "score_status")


@pytest.mark.parametrize(
    "row", ["{", '{"text": "x", "intent": "nothing", "variety": "fr"}', '{"intent": "greet", "variety": "fr"}']
)
def test_should_name_the_line_that_cannot_be_used(folder: Path, tmp_path: Path, row: str) -> None:
    file = tmp_path / "labelled.jsonl"
    file.write_text(f"\n{row}\n", encoding="utf-8")
    with pytest.raises(learning.LabelFileError, match="line 2"):
        learning.read_labelled(file, learning.families(folder))

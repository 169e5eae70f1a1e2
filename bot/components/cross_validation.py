"""How well intents are recognised in texts of writers the model has not read: `python -m components.cross_validation`.

Run in bot/ with PYTHONPATH=.. (see README.md). It reads data/nlu, leaves out one sixth of the writers at a time and
prints accuracy by variety, the confusions of the main intents and what the thresholds of config.yml cost and save.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterable, List, Sequence, Tuple

import numpy as np
from numpy.typing import NDArray
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from sklearn.model_selection import StratifiedGroupKFold

from components.intent_classifier import writer_of
from components.intent_model import IntentModel

NLU_FOLDER = Path(__file__).resolve().parents[2] / "data" / "nlu"
FOLDS = 6
# The intents that have full answers.
MAIN_INTENTS = (
    "score_status",
    "score_meaning",
    "threshold_info",
    "amo_status",
    "amo_tadamon_info",
    "contribution_status",
    "human_agent",
    "greet",
    "help",
    "out_of_scope",
)
THRESHOLDS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
AMBIGUITY_THRESHOLDS = (0.0, 0.05, 0.1, 0.15)

Array = NDArray[np.str_]


@dataclass(frozen=True)
class Examples:
    """All examples, one array element each."""

    texts: Array
    intents: Array
    writers: Array
    varieties: Array


@dataclass(frozen=True)
class Predictions:
    """For each example the best intent, its probability and its distance to the second best, the rank of the truth."""

    intents: Array
    rank: NDArray[np.int_]
    confidence: NDArray[np.float64]
    margin: NDArray[np.float64]


def read_examples(folder: Path) -> Examples:
    """Read <folder>/<variety>/*.yml."""
    rows: List[Tuple[str, str, str, str]] = []
    for variety in sorted(path for path in folder.iterdir() if path.is_dir()):
        examples = load_data(str(variety)).intent_examples
        rows.extend((e.get(TEXT), e.get(INTENT), writer_of(e), variety.name) for e in examples)
    return Examples(*(np.array(column) for column in zip(*rows, strict=True)))


def predict_unseen_writers(examples: Examples) -> Predictions:
    """Predict each example with a model that has read none of its writer's texts."""
    intents = np.empty_like(examples.intents)
    confidence, margin = np.zeros(len(intents)), np.zeros(len(intents))
    rank = np.zeros(len(intents), dtype=int)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(examples.texts, examples.intents, examples.writers):
        model = IntentModel.train(examples.texts[train], examples.intents[train], examples.writers[train])
        probabilities = model.probabilities(examples.texts[test])
        best = probabilities.argsort(axis=1)
        rows = np.arange(len(test))
        intents[test] = np.array(model.intents)[best[:, -1]]
        confidence[test] = probabilities[rows, best[:, -1]]
        margin[test] = confidence[test] - probabilities[rows, best[:, -2]]
        true_column = np.searchsorted(model.intents, examples.intents[test])
        rank[test] = (probabilities > probabilities[rows, true_column][:, None]).sum(axis=1)
    return Predictions(intents, rank, confidence, margin)


def accuracy_lines(examples: Examples, predictions: Predictions) -> Iterable[str]:
    """Accuracy and number of examples, by variety and over all."""
    right = predictions.intents == examples.intents
    for variety in np.unique(examples.varieties):
        chosen = examples.varieties == variety
        yield f"{variety:10} {right[chosen].mean():.3f}  ({chosen.sum()} examples)"
    main = np.isin(examples.intents, MAIN_INTENTS)
    yield f"{'all':10} {right.mean():.3f}  ({len(right)} examples, {len(np.unique(examples.writers))} writers)"
    yield f"{'ten main':10} {right[main].mean():.3f}  ({main.sum()} examples)"
    for first in (2, 3):
        yield f"right intent among the first {first}: {(predictions.rank < first).mean():.3f}"


def confusion_lines(examples: Examples, predictions: Predictions, intents: Sequence[str]) -> Iterable[str]:
    """For each intent: how often it is found, and what it is taken for."""
    for intent in intents:
        chosen = examples.intents == intent
        taken: Dict[str, int] = Counter(predictions.intents[chosen].tolist())
        found = taken.pop(intent, 0)
        others = ", ".join(f"{name} {count}" for name, count in Counter(taken).most_common(4))
        yield f"{intent:22} {found / chosen.sum():.2f} of {chosen.sum():4}  {others}"


def threshold_lines(examples: Examples, predictions: Predictions) -> Iterable[str]:
    """What FallbackClassifier's two settings do: part answered, part right of these, part answered wrongly."""
    right = predictions.intents == examples.intents
    for threshold in THRESHOLDS:
        for ambiguity in AMBIGUITY_THRESHOLDS:
            answered = (predictions.confidence >= threshold) & (predictions.margin >= ambiguity)
            yield (
                f"threshold {threshold:.2f} ambiguity {ambiguity:.2f}: answered {answered.mean():.3f}, "
                f"right of these {right[answered].mean():.3f}, answered wrongly {(answered & ~right).mean():.3f}"
            )


def calibration_lines(examples: Examples, predictions: Predictions) -> Iterable[str]:
    """Whether a stated probability is kept, in ten steps."""
    right = predictions.intents == examples.intents
    step = np.minimum((predictions.confidence * 10).astype(int), 9)
    for i in range(10):
        chosen = step == i
        if chosen.any():
            stated = predictions.confidence[chosen].mean()
            yield f"stated {stated:.2f} right {right[chosen].mean():.2f} ({chosen.sum()})"


def main() -> None:
    """Print the whole report."""
    examples = read_examples(NLU_FOLDER)
    predictions = predict_unseen_writers(examples)
    for title, lines in (
        ("Accuracy", accuracy_lines(examples, predictions)),
        ("Confusions", confusion_lines(examples, predictions, MAIN_INTENTS)),
        ("Calibration", calibration_lines(examples, predictions)),
        ("Thresholds", threshold_lines(examples, predictions)),
    ):
        sys.stdout.write("\n".join([title, *lines, "", ""]))


if __name__ == "__main__":
    main()

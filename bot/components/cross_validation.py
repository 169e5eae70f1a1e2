"""How well intents are recognised in texts of writers the model has not read: `python -m components.cross_validation`.

`make nlu-report` runs it. It reads data/nlu, leaves out one sixth of the writers at a time, prints accuracy by variety,
what each intent is taken for and what the thresholds of config.yml cost and save, and draws the confusion matrix.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterable

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import confusion_matrix, f1_score
from sklearn.model_selection import StratifiedGroupKFold

from components.intent_model import IntentModel
from components.training_examples import NLU_FOLDER, Example, read_examples

PICTURE = NLU_FOLDER.parents[1] / "build" / "nlu-confusions.png"
FOLDS = 6
THRESHOLDS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)

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
    """For each example the best intent, its probability, and the rank of the truth."""

    intents: Array
    rank: NDArray[np.int_]
    confidence: NDArray[np.float64]


def in_columns(examples: Iterable[Example]) -> Examples:
    """The examples as one array a column."""
    rows = [(example.text, example.intent, example.writer, example.variety) for example in examples]
    return Examples(*(np.array(column) for column in zip(*rows, strict=True)))


def predict_unseen_writers(examples: Examples) -> Predictions:
    """Predict each example with a model that has read none of its writer's texts."""
    intents = np.empty_like(examples.intents)
    confidence = np.zeros(len(intents))
    rank = np.zeros(len(intents), dtype=int)
    folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(examples.texts, examples.intents, examples.writers):
        model = IntentModel.train(examples.texts[train], examples.intents[train], examples.writers[train])
        probabilities = model.probabilities(examples.texts[test])
        best = probabilities.argsort(axis=1)
        rows = np.arange(len(test))
        intents[test] = np.array(model.intents)[best[:, -1]]
        confidence[test] = probabilities[rows, best[:, -1]]
        true_column = np.searchsorted(model.intents, examples.intents[test])
        rank[test] = (probabilities > probabilities[rows, true_column][:, None]).sum(axis=1)
    return Predictions(intents, rank, confidence)


def accuracy_lines(examples: Examples, predictions: Predictions) -> Iterable[str]:
    """Accuracy and number of examples, by variety and over all."""
    right = predictions.intents == examples.intents
    for variety in np.unique(examples.varieties):
        chosen = examples.varieties == variety
        yield f"{variety:10} {right[chosen].mean():.3f}  ({chosen.sum()} examples)"
    yield f"{'all':10} {right.mean():.3f}  ({len(right)} examples, {len(np.unique(examples.writers))} writers)"
    yield f"{'macro-F1':10} {f1_score(examples.intents, predictions.intents, average='macro'):.3f}"
    for first in (2, 3):
        yield f"right intent among the first {first}: {(predictions.rank < first).mean():.3f}"


def confusion_lines(examples: Examples, predictions: Predictions) -> Iterable[str]:
    """For each intent: how often it is found, and what it is taken for."""
    for intent in np.unique(examples.intents):
        chosen = examples.intents == intent
        taken: Dict[str, int] = Counter(predictions.intents[chosen].tolist())
        found = taken.pop(intent, 0)
        others = ", ".join(f"{name} {count}" for name, count in Counter(taken).most_common(4))
        yield f"{intent:22} {found / chosen.sum():.2f} of {chosen.sum():4}  {others}"


def threshold_lines(examples: Examples, predictions: Predictions) -> Iterable[str]:
    """What FallbackClassifier's threshold does: part answered, part right of these, part answered wrongly."""
    right = predictions.intents == examples.intents
    for threshold in THRESHOLDS:
        answered = predictions.confidence >= threshold
        yield (
            f"threshold {threshold:.2f}: answered {answered.mean():.3f}, right of these {right[answered].mean():.3f}, "
            f"answered wrongly {(answered & ~right).mean():.3f}"
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


def draw_confusions(examples: Examples, predictions: Predictions, path: Path) -> None:
    """Draw the confusion matrix: a row for each true intent, shares of the row in shades, counts of the confusions."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    names = list(np.unique(examples.intents))
    counts = confusion_matrix(examples.intents, predictions.intents, labels=names)
    figure, axes = pyplot.subplots(figsize=(14, 13))
    axes.imshow(counts / counts.sum(axis=1, keepdims=True), cmap="Blues", vmin=0, vmax=1)
    axes.set_xticks(range(len(names)), names, rotation=90)
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel("taken for")
    axes.set_ylabel("is")
    for row, column in zip(*np.nonzero(counts), strict=True):
        if row != column:
            axes.text(column, row, counts[row, column], ha="center", va="center", fontsize=6)
    figure.tight_layout()
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, dpi=110)


def main() -> None:
    """Print the whole report."""
    examples = in_columns(read_examples())
    predictions = predict_unseen_writers(examples)
    for title, lines in (
        ("Accuracy", accuracy_lines(examples, predictions)),
        ("Confusions", confusion_lines(examples, predictions)),
        ("Calibration", calibration_lines(examples, predictions)),
        ("Thresholds", threshold_lines(examples, predictions)),
    ):
        sys.stdout.write("\n".join([title, *lines, "", ""]))
    draw_confusions(examples, predictions, PICTURE)
    sys.stdout.write(f"The confusion matrix: {PICTURE}\n")


if __name__ == "__main__":
    main()

"""The intent model on data that nobody here wrote: `python -m components.outside_bench FOLDER` (see `make nlu-bench`).

FOLDER holds ArBanking77 (77 intents of bank customers, Standard and Palestinian Arabic; CC BY-SA 4.0): the files whose
names end in train.csv and val.csv, with the columns label and text. Prints validation accuracy beside plain baselines.
"""

from __future__ import annotations

import csv
import sys
import time
from pathlib import Path
from typing import List, Tuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import LinearSVC

from components.intent_model import IntentModel

BASELINES = {
    "words, naive Bayes": make_pipeline(TfidfVectorizer(), ComplementNB()),
    "words, linear SVM": make_pipeline(TfidfVectorizer(sublinear_tf=True), LinearSVC(random_state=0)),
    "characters 1-5, linear SVM": make_pipeline(
        TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 5), sublinear_tf=True), LinearSVC(random_state=0)
    ),
}


def read(folder: Path, ending: str) -> Tuple[List[str], List[str]]:
    """Texts and labels of the one file with this ending."""
    (path,) = folder.glob(f"*{ending}")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["text"], row["label"]) for row in csv.DictReader(file)]
    return [text for text, _ in rows], [label for _, label in rows]


def main(folder: Path) -> None:
    """Train each, print one line each."""
    texts, labels = read(folder, "train.csv")
    unseen, truth = read(folder, "val.csv")
    sys.stdout.write(f"{len(texts)} texts to learn, {len(unseen)} to recognise, {len(set(labels))} intents\n")
    for name, baseline in BASELINES.items():
        _report(name, _fit_baseline(baseline, texts, labels, unseen), truth)
    started = time.perf_counter()
    model = IntentModel.train(texts, labels, [""] * len(texts))
    trained = time.perf_counter() - started
    found = [model.intents[i] for i in model.probabilities(unseen).argmax(axis=1)]
    _report("ours", found, truth)
    sys.stdout.write(f"ours was trained in {trained:.0f} s\n")


def _fit_baseline(baseline: Pipeline, texts: List[str], labels: List[str], unseen: List[str]) -> List[str]:
    return [str(label) for label in baseline.fit(texts, labels).predict(unseen)]


def _report(name: str, found: List[str], truth: List[str]) -> None:
    sys.stdout.write(f"{name:28} {np.mean(np.array(found) == np.array(truth)):.4f}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

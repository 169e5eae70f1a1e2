"""The intent model: sparse features in seven views of a text, one linear classifier, and how sure it may be."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence, Tuple

import numpy as np
import skops.io
from joblib import parallel_config
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold, cross_val_predict
from sklearn.svm import LinearSVC

from components.concepts import Lexicon, read_lexicon
from language.skeleton import rough_skeleton, skeleton
from language.stem import stems
from language.text import normalise

# What a model file may hold beside plain Python and NumPy data: nothing. skops refuses any other type.
TRUSTED_TYPES: List[str] = []
# The SVM's inverse regularisation: of 0.1, 0.3 and 1 the best in components.cross_validation.
C = 1.0
# A hundred times the default takes three quarters of the time, and changes the reading of no message of the hard set.
TOLERANCE = 0.01
CALIBRATION_FOLDS = 3
# How steeply the scores of the intents behind the best one share what it leaves over.
SHARPNESS = 3.0
# A score in a text ("9.50", "9,3264284") says what it is about, its digits say nothing.
_SCORE = re.compile(r"(?<![\d.,])\d{1,2}[.,]\d{1,12}(?![\d.,]*\d)")
# A mask such as <cnie> is one word; single letters and digits are words too ("c koi", "3").
_WORDS = {"token_pattern": r"<\w+>|\w+", "ngram_range": (1, 2), "sublinear_tf": True, "lowercase": False}
_CHARACTERS = {"analyzer": "char_wb", "min_df": 2, "sublinear_tf": True, "lowercase": False}


@dataclass(frozen=True)
class View:
    """One way to look at a text: settings of its TF-IDF vectorizer, and how much it counts beside the others."""

    settings: Dict[str, Any]
    weight: float


# Each of them adds to the accuracy on unseen writers; longer n-grams, pairs of distant words and equal weights do not.
VIEWS = {
    "word": View(_WORDS, 0.8),
    "character": View({**_CHARACTERS, "ngram_range": (1, 5)}, 1.0),
    "skeleton_word": View(_WORDS, 0.5),
    "skeleton_character": View({**_CHARACTERS, "ngram_range": (2, 4)}, 1.0),
    "rough_skeleton_word": View(_WORDS, 0.7),
    "stem": View(_WORDS, 0.7),
    "concept": View({"token_pattern": r"\S+", "min_df": 2, "sublinear_tf": True, "lowercase": False}, 0.9),
}

Floats = NDArray[np.float64]
Vectorizers = Mapping[str, TfidfVectorizer]
Splits = List[Tuple[NDArray[np.int_], NDArray[np.int_]]]


def read_views(texts: Sequence[str], lexicon: Lexicon) -> Dict[str, List[str]]:
    """What each view reads of the texts."""
    normalised = [normalise(text) for text in texts]
    skeletons = [skeleton(text) for text in texts]
    return {
        "word": normalised,
        "character": normalised,
        "skeleton_word": skeletons,
        "skeleton_character": skeletons,
        "rough_skeleton_word": [rough_skeleton(spelled) for spelled in skeletons],
        "stem": [stems(text) for text in normalised],
        "concept": [lexicon.describe(text) for text in texts],
    }


def calibration_splits(intents: Sequence[str], writers: Sequence[str]) -> Splits:
    """Train and test rows for the calibration, split by writer.

    Texts of one writer resemble each other: calibrated on the same writers, the probabilities promise too much. With
    fewer writers than folds the rows are split at random.
    """
    rows = np.zeros(len(intents))
    if len(set(writers)) >= CALIBRATION_FOLDS:
        grouped = StratifiedGroupKFold(CALIBRATION_FOLDS, shuffle=True, random_state=0)
        return list(grouped.split(rows, intents, writers))
    return list(StratifiedKFold(CALIBRATION_FOLDS, shuffle=True, random_state=0).split(rows, intents))


def lead_and_top(scores: Floats) -> Floats:
    """For each row of scores: the best one's lead over the second, the best one, and 1."""
    two = np.partition(scores, -2, axis=1)[:, -2:]
    best, second = two.max(axis=1), two.min(axis=1)
    return np.column_stack([best - second, best, np.ones(len(scores))])


def new_classifier() -> LinearSVC:
    """The classifier of the scores, not fitted yet."""
    return LinearSVC(C=C, tol=TOLERANCE, random_state=0)


def fit_certainty(features: csr_matrix, intents: Sequence[str], splits: Splits) -> Floats:
    """How the lead and the score of the best intent tell whether it is right, seen on writers that were left out.

    The lead tells it better than the sum of one calibrated probability per intent does: docs/understanding.md.
    """
    with parallel_config("threading", n_jobs=-1):  # liblinear lets other threads run
        scores = cross_val_predict(new_classifier(), features, intents, cv=splits, method="decision_function")
    names = np.unique(intents)
    right = names[scores.argmax(axis=1)] == np.array(intents)
    if right.all() or not right.any():
        return np.array([1.0, 0.0, 0.0])  # nothing to learn from: the lead alone
    fitted = LogisticRegression(C=1e6, fit_intercept=False).fit(lead_and_top(scores), right)
    return np.asarray(fitted.coef_[0])


def share_out(scores: Floats, certain: Floats) -> Floats:
    """Probabilities of all intents: the best one's is given, the others share the rest."""
    rows, best = np.arange(len(scores)), scores.argmax(axis=1)
    others = np.exp(SHARPNESS * (scores - scores[rows, best][:, None]))
    others[rows, best] = 0
    shares: Floats = others / others.sum(axis=1, keepdims=True) * (1 - certain)[:, None]
    shares[rows, best] = np.maximum(certain, shares.max(axis=1))
    probabilities: Floats = shares / shares.sum(axis=1, keepdims=True)
    return probabilities


@dataclass(frozen=True)
class Weights:
    """The classifier as numbers: scores = features @ coefficients + intercepts, one column per intent.

    The best intent's probability is the sigmoid of `certainty` @ (its lead over the second, its score, 1).
    """

    coefficients: NDArray[np.float32]
    intercepts: Floats
    certainty: Floats


class ViewReader:
    """One view of a text as numbers: what the fitted vectorizer's `transform` gives, for one text, times the weight.

    `transform` looks through its whole vocabulary for each call: for a message that takes as long as all the rest.
    """

    def __init__(self, name: str, vectorizer: TfidfVectorizer, first_column: int) -> None:
        """Read with a fitted vectorizer; the view's columns begin at `first_column`."""
        self._terms = vectorizer.build_analyzer()
        self._columns: Dict[str, int] = vectorizer.vocabulary_
        self._idf: Floats = vectorizer.idf_
        self._weight = VIEWS[name].weight
        self._first = first_column

    def read(self, text: str) -> Tuple[NDArray[np.int_], Floats]:
        """Columns and values of a text, which may be empty."""
        found = Counter(column for term in self._terms(text) if (column := self._columns.get(term)) is not None)
        columns = np.fromiter(found.keys(), dtype=np.int_, count=len(found))
        values = (np.log(np.fromiter(found.values(), dtype=np.float64, count=len(found))) + 1) * self._idf[columns]
        length = np.sqrt(values @ values)
        return columns + self._first, values * (self._weight / length) if length else values


class IntentModel:
    """Texts in, a probability for each intent out."""

    def __init__(
        self, intents: List[str], concepts: Dict[str, str], vectorizers: Vectorizers, weights: Weights
    ) -> None:
        """Wrap fitted parts; see `train` and `load`."""
        self.intents = intents
        # The lexicon that the model was trained with goes with it: the file may have changed since.
        self._concepts = concepts
        self._lexicon = Lexicon(concepts)
        self._vectorizers = vectorizers
        self._weights = weights
        self._readers: Dict[str, ViewReader] = {}
        first = 0
        for name, vectorizer in vectorizers.items():
            self._readers[name] = ViewReader(name, vectorizer, first)
            first += len(vectorizer.vocabulary_)

    @classmethod
    def train(cls, texts: Sequence[str], intents: Sequence[str], writers: Sequence[str]) -> IntentModel:
        """Fit on labelled texts: three sequences of one length."""
        concepts = read_lexicon()
        vectorizers = {name: TfidfVectorizer(**view.settings) for name, view in VIEWS.items()}
        read = read_views(texts, Lexicon(concepts))
        features = hstack([v.fit_transform(read[name]) * VIEWS[name].weight for name, v in vectorizers.items()])
        classifier = new_classifier().fit(features.tocsr(), intents)
        weights = Weights(
            np.ascontiguousarray(classifier.coef_.T, dtype=np.float32),
            classifier.intercept_,
            fit_certainty(features.tocsr(), intents, calibration_splits(intents, writers)),
        )
        return cls([str(intent) for intent in classifier.classes_], concepts, vectorizers, weights)

    def probabilities(self, texts: Sequence[str]) -> Floats:
        """One row per text, one column per intent (in the order of `intents`); rows sum to 1."""
        read = read_views(texts, self._lexicon)
        scores = np.array([self._scores({name: read[name][row] for name in read}) for row in range(len(texts))])
        return share_out(scores, expit(lead_and_top(scores) @ self._weights.certainty))

    def _scores(self, views: Mapping[str, str]) -> Floats:
        """The score of each intent for one text, given as its views."""
        found = [reader.read(views[name]) for name, reader in self._readers.items()]
        columns = np.concatenate([columns for columns, _ in found])
        # In single precision like the coefficients: else these are converted for each message.
        values = np.concatenate([values for _, values in found]).astype(np.float32)
        scores: Floats = values @ self._weights.coefficients[columns] + self._weights.intercepts
        return scores

    def save(self, path: Path) -> None:
        """Write the model as plain data: no pickle, no class of a library.

        A vocabulary is one string (no term holds a line break): as a dictionary it takes 60 MB and seconds to read.
        """
        vectorizers = {
            name: {"terms": "\n".join(v.get_feature_names_out()), "idf": v.idf_}
            for name, v in self._vectorizers.items()
        }
        skops.io.dump(
            {
                "intents": self.intents,
                "concepts": self._concepts,
                "vectorizers": vectorizers,
                "weights": vars(self._weights),
            },
            path,
        )

    @classmethod
    def load(cls, path: Path) -> IntentModel:
        """Read a model; raises an error of skops if the file names a type that is not trusted."""
        stored = skops.io.load(path, trusted=TRUSTED_TYPES)
        vectorizers = {}
        for name, parts in stored["vectorizers"].items():
            vectorizers[name] = TfidfVectorizer(**VIEWS[name].settings, vocabulary=parts["terms"].split("\n"))
            vectorizers[name].idf_ = parts["idf"]
        return cls(stored["intents"], stored["concepts"], vectorizers, Weights(**stored["weights"]))

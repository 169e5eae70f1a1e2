"""The intent model: sparse features in five views of a text and one linear classifier with calibrated probabilities."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence, Tuple

import numpy as np
import skops.io
from numpy.typing import NDArray
from scipy.sparse import hstack
from scipy.special import expit
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.svm import LinearSVC

from components.concepts import Lexicon, read_lexicon
from language.skeleton import skeleton
from language.text import normalise

# What a model file may hold beside plain Python and NumPy data: nothing. skops refuses any other type.
TRUSTED_TYPES: List[str] = []
# The SVM's inverse regularisation: of 0.1, 0.3 and 1 the best in components.cross_validation.
C = 1.0
CALIBRATION_FOLDS = 5
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
    "word": View(_WORDS, 0.5),
    "character": View({**_CHARACTERS, "ngram_range": (1, 5)}, 1.0),
    "skeleton_word": View(_WORDS, 0.5),
    "skeleton_character": View({**_CHARACTERS, "ngram_range": (2, 4)}, 1.0),
    "concept": View({"token_pattern": r"\S+", "min_df": 2, "sublinear_tf": True, "lowercase": False}, 0.7),
}

Floats = NDArray[np.float64]
Vectorizers = Mapping[str, TfidfVectorizer]


def read_views(texts: Sequence[str], lexicon: Lexicon) -> Dict[str, List[str]]:
    """What each view reads of the texts."""
    normalised = [normalise(text) for text in texts]
    skeletons = [skeleton(text) for text in texts]
    return {
        "word": normalised,
        "character": normalised,
        "skeleton_word": skeletons,
        "skeleton_character": skeletons,
        "concept": [lexicon.describe(text) for text in texts],
    }


def calibration_splits(
    intents: Sequence[str], writers: Sequence[str]
) -> List[Tuple[NDArray[np.int_], NDArray[np.int_]]]:
    """Train and test rows for the calibration, split by writer.

    Texts of one writer resemble each other: calibrated on the same writers, the probabilities promise too much. With
    fewer writers than folds the rows are split at random.
    """
    rows = np.zeros(len(intents))
    if len(set(writers)) >= CALIBRATION_FOLDS:
        grouped = StratifiedGroupKFold(CALIBRATION_FOLDS, shuffle=True, random_state=0)
        return list(grouped.split(rows, intents, writers))
    return list(StratifiedKFold(3, shuffle=True, random_state=0).split(rows, intents))


@dataclass(frozen=True)
class Weights:
    """The classifier as numbers: scores = features @ coefficients + intercepts, one column per intent.

    The probability of an intent is the sigmoid of -(slope * score + offset), divided by the sum over all intents.
    """

    coefficients: NDArray[np.float32]
    intercepts: Floats
    slopes: Floats
    offsets: Floats


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

    @classmethod
    def train(cls, texts: Sequence[str], intents: Sequence[str], writers: Sequence[str]) -> IntentModel:
        """Fit on labelled texts: three sequences of one length."""
        concepts = read_lexicon()
        vectorizers = {name: TfidfVectorizer(**view.settings) for name, view in VIEWS.items()}
        read = read_views(texts, Lexicon(concepts))
        features = hstack([v.fit_transform(read[name]) * VIEWS[name].weight for name, v in vectorizers.items()])
        splits = calibration_splits(intents, writers)
        classifier = CalibratedClassifierCV(LinearSVC(C=C, random_state=0), cv=splits, ensemble=False)
        calibrated = classifier.fit(features.tocsr(), intents)
        (fitted,) = calibrated.calibrated_classifiers_
        weights = Weights(
            np.ascontiguousarray(fitted.base_estimator.coef_.T, dtype=np.float32),
            fitted.base_estimator.intercept_,
            np.array([sigmoid.a_ for sigmoid in fitted.calibrators]),
            np.array([sigmoid.b_ for sigmoid in fitted.calibrators]),
        )
        return cls([str(intent) for intent in calibrated.classes_], concepts, vectorizers, weights)

    def probabilities(self, texts: Sequence[str]) -> Floats:
        """One row per text, one column per intent (in the order of `intents`); rows sum to 1."""
        read = read_views(texts, self._lexicon)
        features = hstack([v.transform(read[name]) * VIEWS[name].weight for name, v in self._vectorizers.items()])
        # In single precision like the coefficients: else these are converted, all 4 million of them, for each message.
        scores = features.tocsr().astype(np.float32) @ self._weights.coefficients + self._weights.intercepts
        each: Floats = expit(-(self._weights.slopes * scores + self._weights.offsets))
        shares: Floats = each / each.sum(axis=1, keepdims=True)
        return shares

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

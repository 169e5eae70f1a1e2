"""The intent model: sparse features in four views of a text and one linear classifier with calibrated probabilities."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Sequence, Tuple

import numpy as np
import skops.io
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from sklearn.svm import LinearSVC

from language.skeleton import skeleton
from language.text import normalise

# skops loads nothing else: a model file that names another type is refused.
TRUSTED_TYPES = [
    "scipy.sparse._csr.csr_matrix",
    "sklearn.calibration._CalibratedClassifier",
    "sklearn.calibration._SigmoidCalibration",
]
CALIBRATION_FOLDS = 5
# A mask such as <cnie> is one word; single letters and digits are words too ("c koi", "3").
_WORD = r"<\w+>|\w+"

Vectorizers = Dict[str, TfidfVectorizer]


def new_vectorizers() -> Vectorizers:
    """Words and characters of the normalised text, words and characters of its phonetic skeleton.

    Chosen with `components.cross_validation`: each view adds; longer n-grams, word pairs and weights do not.
    """
    words = {"token_pattern": _WORD, "ngram_range": (1, 2), "sublinear_tf": True, "lowercase": False}
    characters = {"analyzer": "char_wb", "min_df": 2, "sublinear_tf": True, "lowercase": False}
    return {
        "word": TfidfVectorizer(**words),
        "char": TfidfVectorizer(**characters, ngram_range=(1, 5)),
        "skeleton_word": TfidfVectorizer(**words),
        "skeleton": TfidfVectorizer(**characters, ngram_range=(2, 4)),
    }


def views(texts: Sequence[str]) -> Dict[str, List[str]]:
    """The strings each vectorizer reads."""
    normalised = [normalise(text) for text in texts]
    skeletons = [skeleton(text) for text in texts]
    return {"word": normalised, "char": normalised, "skeleton_word": skeletons, "skeleton": skeletons}


def calibration_splits(labels: Sequence[str], groups: Sequence[str]) -> List[Tuple[NDArray[np.int_], NDArray[np.int_]]]:
    """Train and test rows for the calibration, split by writer.

    Texts of one writer resemble each other: calibrated on the same writers, the probabilities promise too much. With
    fewer writers than folds the rows are split at random.
    """
    rows = np.zeros(len(labels))
    if len(set(groups)) >= CALIBRATION_FOLDS:
        grouped = StratifiedGroupKFold(CALIBRATION_FOLDS, shuffle=True, random_state=0)
        return list(grouped.split(rows, labels, groups))
    return list(StratifiedKFold(3, shuffle=True, random_state=0).split(rows, labels))


class IntentModel:
    """Texts in, a probability for each intent out."""

    def __init__(self, vectorizers: Vectorizers, classifier: CalibratedClassifierCV) -> None:
        """Wrap fitted parts; see `train` and `load`."""
        self._vectorizers = vectorizers
        self._classifier = classifier

    @property
    def intents(self) -> List[str]:
        """The intents, in the order of the probabilities."""
        return [str(intent) for intent in self._classifier.classes_]

    @classmethod
    def train(cls, texts: Sequence[str], intents: Sequence[str], writers: Sequence[str], c: float = 1.0) -> IntentModel:
        """Fit on labelled texts (three sequences of one length); `c` is the SVM's inverse regularisation."""
        vectorizers = new_vectorizers()
        seen = views(texts)
        features = hstack([v.fit_transform(seen[name]) for name, v in vectorizers.items()], format="csr")
        classifier = CalibratedClassifierCV(LinearSVC(C=c), cv=calibration_splits(intents, writers), ensemble=False)
        classifier.fit(features, intents)
        # The splits are row numbers of the training data: of no use in the saved model.
        classifier.cv = None
        return cls(vectorizers, classifier)

    def probabilities(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """One row per text, one column per intent, rows sum to 1."""
        result: NDArray[np.float64] = self._classifier.predict_proba(self._features(texts))
        return result

    def _features(self, texts: Sequence[str]) -> csr_matrix:
        seen = views(texts)
        return hstack([v.transform(seen[name]) for name, v in self._vectorizers.items()], format="csr")

    def save(self, path: Path) -> None:
        """Write the model without pickle."""
        skops.io.dump({"vectorizers": self._vectorizers, "classifier": self._classifier}, path)

    @classmethod
    def load(cls, path: Path) -> IntentModel:
        """Read a model; raises an error of skops if the file names a type that is not on the list."""
        parts = skops.io.load(path, trusted=TRUSTED_TYPES)
        return cls(parts["vectorizers"], parts["classifier"])

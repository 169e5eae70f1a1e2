"""The intent model: what it learns, how it is stored, what it refuses to load."""

from __future__ import annotations

import random
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace
from typing import List, Tuple

import numpy as np
import skops.io
from components.intent_classifier import MODEL_FILE, SkeletonIntentClassifier, writer_of
from components.intent_model import VIEWS, IntentModel, ViewReader
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.feature_extraction.text import TfidfVectorizer

# Words of an intent in Arabic script; the Latin spelling of the same words is never trained on.
WORDS = {
    "score_status": ["شحال", "المؤشر", "ديالي", "النقطة"],
    "greet": ["سلام", "لاباس", "صباح", "الخير"],
    "human_agent": ["بغيت", "نهضر", "معا", "شي", "واحد"],
    "how_to_pay": ["فين", "نخلص", "الاشتراك", "كيفاش"],
}
WRITERS = [f"w{number}" for number in range(6)]


def labelled_texts() -> List[Tuple[str, str, str]]:
    choose = random.Random(1)
    return [
        (" ".join(choose.sample(words, 3)), intent, writer)
        for intent, words in WORDS.items()
        for writer in WRITERS
        for _ in range(4)
    ]


def trained() -> IntentModel:
    texts, intents, writers = zip(*labelled_texts(), strict=True)
    return IntentModel.train(texts, intents, writers)


class IntentModelTest(unittest.TestCase):
    def test_an_example_in_one_script_teaches_the_other(self) -> None:
        model = trained()
        for text, intent in (("ch7al lmo2achir dyali", "score_status"), ("bghit nhder m3a chi wa7ed", "human_agent")):
            best = model.intents[model.probabilities([text])[0].argmax()]
            self.assertEqual(best, intent, text)

    def test_probabilities_are_probabilities_for_any_text(self) -> None:
        model = trained()
        rows = model.probabilities(["", " ", "😀", "/restart", "<idcs>", "x" * 2000, "\u0000", "شحال المؤشر ديالي"])
        np.testing.assert_allclose(rows.sum(axis=1), 1)
        self.assertTrue(((rows >= 0) & (rows <= 1)).all())

    def test_one_text_is_read_as_the_vectorizer_reads_it(self) -> None:
        texts = ["شحال شحال المؤشر ديالي", "ch7al lmo2achir", "", "xyz", "بغيت نهضر معا شي واحد واحد"]
        for name, view in VIEWS.items():
            vectorizer = TfidfVectorizer(**{**view.settings, "min_df": 1}).fit(
                [text for text, _, _ in labelled_texts()]
            )
            reader = ViewReader(name, vectorizer, 7)
            for text in texts:
                columns, values = reader.read(text)
                row = np.zeros(len(vectorizer.vocabulary_))
                row[columns - 7] = values
                np.testing.assert_allclose(row, vectorizer.transform([text]).toarray()[0] * view.weight, err_msg=name)

    def test_few_writers_are_enough_to_train(self) -> None:
        texts, intents, _ = zip(*labelled_texts(), strict=True)
        model = IntentModel.train(texts, intents, [""] * len(texts))
        self.assertEqual(model.intents, sorted(WORDS))

    def test_a_saved_model_gives_the_same_probabilities(self) -> None:
        model = trained()
        texts = [text for text, _, _ in labelled_texts()]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.skops"
            model.save(path)
            loaded = IntentModel.load(path)
        self.assertEqual(loaded.intents, model.intents)
        np.testing.assert_array_equal(loaded.probabilities(texts), model.probabilities(texts))

    def test_a_file_with_another_type_is_refused(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "model.skops"
            skops.io.dump({"vectorizers": {}, "classifier": SimpleNamespace(predict=print)}, path)
            with self.assertRaisesRegex(Exception, "[Uu]ntrusted"):
                IntentModel.load(path)


class SkeletonIntentClassifierTest(unittest.TestCase):
    def test_what_rasa_trains_is_what_rasa_loads(self) -> None:
        examples = [
            Message(data={"text": text, "intent": intent, "metadata": {"example": {"writer": writer}}})
            for text, intent, writer in labelled_texts()
        ]
        config = SkeletonIntentClassifier.get_default_config()
        with tempfile.TemporaryDirectory() as folder:
            storage, resource = LocalModelStorage.create(Path(folder)), Resource("classifier")
            fresh = SkeletonIntentClassifier.create(config, storage, resource, None)
            fresh.train(TrainingData(examples))
            with storage.read_from(resource) as stored:
                self.assertTrue((stored / MODEL_FILE).exists())
            loaded = SkeletonIntentClassifier.load(config, storage, resource, None)
        one, other = Message(data={"text": "شحال المؤشر ديالي"}), Message(data={"text": "شحال المؤشر ديالي"})
        fresh.process([one])
        loaded.process([other])
        self.assertEqual(one.get("intent"), other.get("intent"))
        self.assertEqual(other.get("intent")["name"], "score_status")
        ranking = other.get("intent_ranking")
        self.assertEqual(len(ranking), config["ranking_length"])
        self.assertEqual(ranking, sorted(ranking, key=lambda rank: -rank["confidence"]))

    def test_an_untrained_component_says_so(self) -> None:
        config = SkeletonIntentClassifier.get_default_config()
        untrained = SkeletonIntentClassifier.create(config, None, Resource("x"), None)
        with self.assertRaises(RuntimeError):
            untrained.process([Message(data={"text": "x"})])

    def test_the_writer_of_an_example_is_read_from_its_metadata(self) -> None:
        self.assertEqual(writer_of(Message(data={"metadata": {"example": {"writer": "w01"}}})), "w01")
        self.assertEqual(writer_of(Message(data={"text": "x"})), "")


if __name__ == "__main__":
    unittest.main()

"""Rasa's intent classifier for four written varieties: `components.intent_model` behind Rasa's component interface."""

# Rasa calls components with these argument names, used or not.
# ruff: noqa: ARG003

from __future__ import annotations

from typing import Any, Dict, List, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.intent_model import IntentModel

MODEL_FILE = "intents.skops"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SkeletonIntentClassifier(IntentClassifier, GraphComponent):
    """Sets `intent` and `intent_ranking` from normalised text and phonetic skeleton."""

    def __init__(
        self,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        model: Optional[IntentModel] = None,
    ) -> None:
        """Keep Rasa's storage; `model` is None until trained or loaded."""
        self._ranking_length = int(config["ranking_length"])
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`ranking_length`: how many intents a message keeps (each one is stored in the tracker)."""
        return {"ranking_length": 4}

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SkeletonIntentClassifier:
        """An untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SkeletonIntentClassifier:
        """The component as trained and persisted."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, IntentModel.load(folder / MODEL_FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on all intent examples and persist the model."""
        examples = [e for e in training_data.intent_examples if e.get(TEXT)]
        self._model = IntentModel.train(
            [e.get(TEXT) for e in examples],
            [e.get(INTENT) for e in examples],
            [writer_of(e) for e in examples],
        )
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder / MODEL_FILE)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing later in the pipeline learns from this component's results."""
        return training_data

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent and ranking of each message, in place."""
        if self._model is None:
            raise RuntimeError("the intent classifier was neither trained nor loaded")
        if not messages:
            return messages
        probabilities = self._model.probabilities([message.get(TEXT) or "" for message in messages])
        intents = self._model.intents
        for message, row in zip(messages, probabilities, strict=True):
            best = row.argsort()[::-1][: self._ranking_length]
            ranking = [{"name": intents[i], "confidence": float(row[i])} for i in best]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages


def writer_of(example: Message) -> str:
    """Who wrote a training example (`metadata.writer` in data/nlu), "" if not said."""
    metadata = example.get("metadata") or {}
    return str((metadata.get("example") or {}).get("writer", ""))

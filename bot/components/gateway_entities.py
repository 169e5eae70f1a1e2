"""What the gateway knows, as entities, so that the domain's `from_entity` mappings fill the slots in every turn."""

# Rasa calls components with these argument names, used or not.
# ruff: noqa: ARG003

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Union

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY
from rasa.shared.nlu.training_data.message import Message

FALLBACK_QUESTION = "fallback"
Entity = Dict[str, Union[str, bool]]


def gateway_entities(intent: Optional[str], metadata: Mapping[str, Any]) -> List[Entity]:
    """The entities of one message: `asked` (the question's name) and three booleans.

    A missing boolean counts as false: without the gateway's word nobody is verified.
    """
    asked = FALLBACK_QUESTION if intent in (None, DEFAULT_NLU_FALLBACK_INTENT_NAME) else str(intent)
    return [
        {"entity": "asked", "value": asked},
        {"entity": "verified", "value": metadata.get("verified") is True},
        {"entity": "phone_known", "value": metadata.get("phone_known") is True},
        {"entity": "reachable", "value": metadata.get("reachable") is True},
    ]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class GatewayEntities(GraphComponent):
    """The last component of the pipeline: adds `gateway_entities` of the message's final intent and metadata."""

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GatewayEntities:
        """Rasa's way to construct a component; this one has no settings."""
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:
        """Set the entities of each message, in place."""
        for message in messages:
            intent = (message.get(INTENT) or {}).get(INTENT_NAME_KEY)
            entities = gateway_entities(intent, message.get("metadata") or {})
            message.set(ENTITIES, entities, add_to_output=True)
        return messages

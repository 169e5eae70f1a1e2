"""Metadata of a message becomes entities that the domain's slots are filled from."""

from __future__ import annotations

import unittest
from typing import Any, Dict, Optional

from components.gateway_entities import GatewayEntities, gateway_entities
from rasa.shared.core.domain import Domain
from rasa.shared.nlu.training_data.message import Message


def values(intent: Optional[str], metadata: Dict[str, Any]) -> Dict[str, Any]:
    return {str(entity["entity"]): entity["value"] for entity in gateway_entities(intent, metadata)}


class GatewayEntitiesTest(unittest.TestCase):
    def test_the_booleans_are_passed_on_and_the_question_is_named(self) -> None:
        found = values("score_status", {"verified": True, "phone_known": False})
        self.assertEqual(found, {"asked": "score_status", "verified": True, "phone_known": False, "reachable": False})

    def test_nobody_is_verified_without_the_gateways_word(self) -> None:
        for metadata in ({}, {"verified": None}, {"verified": "true"}, {"verified": 1}):
            with self.subTest(metadata=metadata):
                self.assertIs(values("greet", metadata)["verified"], False)

    def test_what_was_not_understood_is_the_fallback_question(self) -> None:
        self.assertEqual(values("nlu_fallback", {})["asked"], "fallback")
        self.assertEqual(values(None, {})["asked"], "fallback")

    def test_the_component_replaces_the_entities_of_a_message(self) -> None:
        message = Message(data={"intent": {"name": "greet"}, "metadata": {"verified": True}})
        GatewayEntities().process([message])
        self.assertEqual(message.get("entities"), gateway_entities("greet", {"verified": True}))

    def test_every_entity_is_in_the_domain(self) -> None:
        self.assertLessEqual(set(values("greet", {})), set(Domain.load("domain").entities))


if __name__ == "__main__":
    unittest.main()

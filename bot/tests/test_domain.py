"""Domain and rules agree with each other, and hold no wording."""

from __future__ import annotations

import unittest
from pathlib import Path
from typing import Any, Dict, List, Set

from rasa.shared.core.domain import Domain
from rasa.shared.utils.io import read_yaml_file

PERSONAL = {
    "score_status",
    "score_explain",
    "amo_status",
    "contribution_status",
    "review_file",
    "review_status",
    "review_deadline",
}
ALERTS = {"alerts_on", "alerts_off"}
DOMAIN = Domain.load("domain")
INTENTS = set(read_yaml_file("domain/intents.yml")["intents"])
RULE_FILES = sorted(Path("../data/rules").glob("*.yml"))
RULES: List[Dict[str, Any]] = [rule for path in RULE_FILES for rule in read_yaml_file(path)["rules"]]


def intents_of(rule: Dict[str, Any]) -> Set[str]:
    steps = rule["steps"]
    named = {step["intent"] for step in steps if "intent" in step}
    return named | {step["intent"] for alternatives in steps for step in alternatives.get("or", [])}


class DomainTest(unittest.TestCase):
    def test_there_are_forty_intents_and_each_has_a_rule(self) -> None:
        self.assertEqual(len(INTENTS), 40)
        ruled = set().union(*(intents_of(rule) for rule in RULES))
        self.assertEqual(ruled, INTENTS | {"nlu_fallback"})

    def test_the_personal_questions_are_the_same_wherever_they_are_listed(self) -> None:
        (mapping,) = read_yaml_file("domain/slots.yml")["slots"]["pending_question"]["mappings"]
        self.assertEqual(set(mapping["intent"]), PERSONAL | ALERTS)
        lists = [intents_of(rule) for rule in RULES if intents_of(rule) & PERSONAL]
        self.assertEqual(lists, [PERSONAL] * 4)

    def test_responses_are_custom_payloads_of_the_agreed_kinds(self) -> None:
        for name, variations in DOMAIN.responses.items():
            with self.subTest(response=name):
                (variation,) = variations
                self.assertEqual(set(variation), {"custom"})
                (kind,) = variation["custom"]
                self.assertIn(kind, {"do", "form", "say"})

    def test_only_the_expected_slots_and_the_forms_steer_the_rules(self) -> None:
        steering = {slot.name for slot in DOMAIN.slots if slot.influence_conversation}
        self.assertEqual(steering, {"verified", "phone_known", "reachable", "identified", "callback_phone_given"})


if __name__ == "__main__":
    unittest.main()

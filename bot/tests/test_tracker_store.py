"""A cut tracker must be short and mean the same: slots, active form, requested slot, and the last whole turns."""

from __future__ import annotations

import asyncio
import random
import unittest
from typing import Any, Dict, List, Optional

import redis
from components.tracker_store import (
    KEY_PREFIX,
    LIFETIME_SECONDS,
    MOST_EVENTS,
    ShortTrackerStore,
    shortened,
    state_events,
)
from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from tests.redis_server import RedisServer

DOMAIN = Domain.load("domain")
FORM_SLOTS = {"identification_form": "identified", "callback_form": "callback_phone_given"}


def tracker_of(events: List[Event]) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("session-1", events, DOMAIN.slots)


def state(tracker: DialogueStateTracker) -> Dict[str, Any]:
    loop = tracker.active_loop
    return {
        "slots": tracker.current_slot_values(),
        "form": (loop.name, loop.rejected, loop.is_interrupted) if loop else None,
        "paused": tracker.is_paused(),
        "latest_action": tracker.latest_action_name,
    }


class Conversation:
    """Random turns as Rasa logs them, forms included."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._form: Optional[str] = None
        self.events: List[Event] = [
            ActionExecuted("action_session_start"),
            SessionStarted(),
            ActionExecuted(ACTION_LISTEN_NAME),
        ]

    def turn(self) -> None:
        number = len(self.events)
        self.events.append(UserUttered(f"message {number}", {"name": "inform", "confidence": 0.9}))
        self.events += [SlotSet("asked", f"question_{number}"), SlotSet("verified", self._random.random() < 0.5)]
        self._random.choice(
            [self._answer, self._open_form, self._answer_form, self._interrupt_form, self._leave_form]
        )()
        self.events.append(ActionExecuted(ACTION_LISTEN_NAME))

    def _answer(self) -> None:
        for _ in range(self._random.randint(1, 6)):
            self.events += [ActionExecuted("utter_asked"), BotUttered("", {"custom": {"do": "help"}})]

    def _open_form(self) -> None:
        self._form = self._random.choice(sorted(FORM_SLOTS))
        slot = FORM_SLOTS[self._form]
        self.events += [
            ActionExecuted(self._form),
            ActiveLoop(self._form),
            SlotSet(slot, None),
            SlotSet(REQUESTED_SLOT, slot),
            SlotSet("pending_question", self._random.choice(["score_status", "amo_status"])),
        ]

    def _answer_form(self) -> None:
        if self._form:
            self.events += [ActionExecuted(self._form), SlotSet(REQUESTED_SLOT, FORM_SLOTS[self._form])]

    def _interrupt_form(self) -> None:
        if self._form:
            self.events.append(ActionExecutionRejected(self._form))
            self._answer()
            if self._random.random() < 0.8:  # otherwise the form stays rejected at the end of the turn
                self.events.append(ActionExecuted(self._form))

    def _leave_form(self) -> None:
        if self._form:
            outcome = self._random.choice([True, False])
            self.events += [ActionExecuted(self._form), SlotSet(FORM_SLOTS[self._form], outcome)]
            self.events += [SlotSet(REQUESTED_SLOT, None), ActiveLoop(None)]
            self._form = None


class ShortenedTest(unittest.TestCase):
    def test_any_conversation_keeps_its_state_and_its_last_whole_turns(self) -> None:
        with_form = 0
        for seed in range(300):
            conversation = Conversation(seed)
            for _ in range(seed % 60):
                conversation.turn()
            full = tracker_of(conversation.events)
            short_events = shortened(conversation.events, DOMAIN.slots, MOST_EVENTS)
            short = tracker_of(short_events)
            with_form += full.active_loop is not None
            with self.subTest(seed=seed):
                self.assertLessEqual(len(short_events), MOST_EVENTS)
                self.assertEqual(state(short), state(full))
                self.assertEqual(short.latest_message, full.latest_message)
                if len(conversation.events) > MOST_EVENTS:
                    kept = len(short_events) - sum(event not in conversation.events for event in short_events)
                    self.assertGreater(kept, MOST_EVENTS / 3, "the cut threw too much away")
        self.assertGreater(with_form, 50)

    def test_cutting_after_every_turn_is_as_good_as_cutting_once(self) -> None:
        for seed in range(40):
            conversation = Conversation(seed)
            stored: List[Event] = list(conversation.events)
            for _ in range(40):
                before = len(conversation.events)
                conversation.turn()
                stored = shortened([*stored, *conversation.events[before:]], DOMAIN.slots, MOST_EVENTS)
                self.assertEqual(state(tracker_of(stored)), state(tracker_of(conversation.events)))

    def test_a_form_that_was_rejected_and_has_not_run_since_stays_rejected(self) -> None:
        form = [ActiveLoop("callback_form"), ActionExecutionRejected("callback_form")]
        turn = [ActionExecuted(ACTION_LISTEN_NAME), UserUttered("x", {"name": "help"}), ActionExecuted("utter_asked")]
        events = [*Conversation(0).events, *form, *turn * 40, ActionExecuted(ACTION_LISTEN_NAME)]
        short = shortened(events, DOMAIN.slots, MOST_EVENTS)
        self.assertLessEqual(len(short), MOST_EVENTS)
        self.assertTrue(tracker_of(short).is_active_loop_rejected)

    def test_the_cut_lies_before_a_turn(self) -> None:
        conversation = Conversation(7)
        for _ in range(40):
            conversation.turn()
        short = shortened(conversation.events, DOMAIN.slots, MOST_EVENTS)
        first_action = next(event for event in short if isinstance(event, ActionExecuted))
        self.assertEqual(first_action.action_name, ACTION_LISTEN_NAME)
        following = short[short.index(first_action) + 1]
        self.assertIsInstance(following, UserUttered)

    def test_a_single_turn_longer_than_the_limit_leaves_the_state(self) -> None:
        conversation = Conversation(1)
        conversation.events += [UserUttered("x", {"name": "help"}), ActiveLoop("callback_form")]
        conversation.events += [SlotSet("asked", str(i)) for i in range(100)]
        short = shortened(conversation.events, DOMAIN.slots, MOST_EVENTS)
        self.assertLessEqual(len(short), MOST_EVENTS)
        self.assertEqual(tracker_of(short).get_slot("asked"), "99")
        self.assertEqual(tracker_of(short).active_loop_name, "callback_form")

    def test_a_short_conversation_is_left_alone(self) -> None:
        conversation = Conversation(2)
        conversation.turn()
        self.assertEqual(shortened(conversation.events, DOMAIN.slots, MOST_EVENTS), conversation.events)

    def test_a_new_tracker_needs_no_events(self) -> None:
        self.assertEqual(state_events(tracker_of([]), 0.0), [])


class ShortTrackerStoreTest(unittest.TestCase):
    redis_server: RedisServer

    @classmethod
    def setUpClass(cls) -> None:
        cls.redis_server = RedisServer()
        cls.addClassCleanup(cls.redis_server.stop)

    def test_a_long_conversation_comes_back_short_with_its_form(self) -> None:
        conversation = Conversation(3)
        for _ in range(50):
            conversation.turn()
        conversation.events += [ActiveLoop("identification_form"), SlotSet(REQUESTED_SLOT, "identified")]
        conversation.events += [ActionExecuted("identification_form"), ActionExecuted(ACTION_LISTEN_NAME)]
        full = tracker_of(conversation.events)

        async def round_trip() -> Optional[DialogueStateTracker]:
            store = ShortTrackerStore(DOMAIN, self.redis_server.url)
            await store.save(full)
            self.assertEqual(list(await store.keys()), ["session-1"])
            self.assertIsNone(await store.retrieve("session-2"))
            return await store.retrieve("session-1")

        found = asyncio.run(round_trip())
        assert found is not None
        self.assertLessEqual(len(found.events), MOST_EVENTS)
        self.assertEqual(state(found), state(full))
        self.assertEqual(found.active_loop_name, "identification_form")
        self.assertEqual(found.get_slot(REQUESTED_SLOT), "identified")

    def test_it_expires_and_is_not_merged_with_what_was_stored(self) -> None:
        async def save_twice() -> Optional[DialogueStateTracker]:
            store = ShortTrackerStore(DOMAIN, self.redis_server.url)
            first, second = Conversation(4), Conversation(5)
            first.turn()
            second.turn()
            await store.save(tracker_of(first.events))
            await store.save(tracker_of(second.events))
            self.assertEqual((await store.retrieve("session-1")).events, tracker_of(second.events).events)  # type: ignore[union-attr]
            return None

        asyncio.run(save_twice())
        with redis.Redis.from_url(self.redis_server.url) as client:
            self.assertIn(client.ttl(KEY_PREFIX + "session-1"), range(LIFETIME_SECONDS - 60, LIFETIME_SECONDS + 1))


if __name__ == "__main__":
    unittest.main()

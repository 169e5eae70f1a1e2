"""Trackers in Redis that stay short: Rasa walks its whole tracker in every turn."""

from __future__ import annotations

import json
from typing import Iterable, List, Optional, Sequence

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.conversation import Dialogue
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    ConversationPaused,
    Event,
    LoopInterrupted,
    SlotSet,
)
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from redis.asyncio import Redis

MOST_EVENTS = 60
LIFETIME_SECONDS = 24 * 3600
KEY_PREFIX = "haqqi:tracker:"
# Redis is on this machine: an answer that takes longer than this is a failure.
SOCKET_SECONDS = 2.0


class ShortTrackerStore(TrackerStore, SerializedTrackerAsText):
    """Keeps at most 60 events of a conversation for 24 hours after its last message."""

    def __init__(
        self,
        domain: Optional[Domain],
        host: str,
        event_broker: Optional[EventBroker] = None,
    ) -> None:
        """Take the Redis URL, which Rasa hands over under the name `host`."""
        self._redis = Redis.from_url(host, socket_timeout=SOCKET_SECONDS, socket_connect_timeout=SOCKET_SECONDS)
        super().__init__(domain, event_broker)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the shortened tracker in place of the old one.

        Nothing is merged with what is stored: the lock store lets one message of a conversation in at a time.
        """
        await self.stream_events(tracker)
        events = shortened(list(tracker.events), self.domain.slots, MOST_EVENTS)
        dialogue = json.dumps(Dialogue(tracker.sender_id, events).as_dict(), ensure_ascii=False)
        await self._redis.set(KEY_PREFIX + tracker.sender_id, dialogue, ex=LIFETIME_SECONDS)

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The stored tracker of a session, None if there is none."""
        stored = await self._redis.get(KEY_PREFIX + sender_id)
        return None if stored is None else self.deserialise_tracker(sender_id, stored)

    async def keys(self) -> Iterable[str]:
        """The session ids of all stored trackers."""
        return [key.decode()[len(KEY_PREFIX) :] async for key in self._redis.scan_iter(KEY_PREFIX + "*")]


def shortened(events: Sequence[Event], slots: Iterable[Slot], most: int) -> List[Event]:
    """At most `most` events that rebuild the state of `events`: slots, active form and its requested slot.

    The cut lies where the bot began to listen, so that no turn is halved; what was before it is replaced by the
    events that restore the state of that moment. If no whole turn fits, only the state is kept.
    """
    if len(events) <= most:
        return list(events)
    replay = DialogueStateTracker("", slots)
    for index, event in enumerate(events):
        if isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME:
            state = state_events(replay, event.timestamp)
            if len(state) + len(events) - index <= most:
                return [*state, *events[index:]]
        replay.update(event)
    last = events[-1].timestamp
    return [*state_events(replay, last), ActionExecuted(ACTION_LISTEN_NAME, timestamp=last)]


def state_events(tracker: DialogueStateTracker, timestamp: float) -> List[Event]:
    """The fewest events that lead an empty tracker to the slots and the active form of `tracker`."""
    events: List[Event] = [
        SlotSet(slot.name, slot.value, timestamp=timestamp)
        for slot in tracker.slots.values()
        if slot.value != slot.initial_value
    ]
    if tracker.active_loop is not None:
        events.append(ActiveLoop(tracker.active_loop.name, timestamp=timestamp))
        if tracker.active_loop.rejected:
            events.append(ActionExecutionRejected(tracker.active_loop.name, timestamp=timestamp))
        if tracker.active_loop.is_interrupted:
            events.append(LoopInterrupted(True, timestamp=timestamp))
    if tracker.is_paused():
        events.append(ConversationPaused(timestamp=timestamp))
    return events

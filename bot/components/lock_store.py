"""The lock that lets one message of a conversation in at a time, without waiting by the second."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import AsyncGenerator

import redis
from rasa.core.lock import TicketLock
from rasa.core.lock_store import LockStore, RedisLockStore
from rasa.utils.endpoints import EndpointConfig

KEY_PREFIX = "haqqi:lock:"
# Longer than the longest turn (two action calls of 3 s); after a crash a conversation is free again this soon.
LIFETIME_SECONDS = 15.0
POLL_SECONDS = 0.02
SOCKET_SECONDS = 2.0


class PromptRedisLockStore(RedisLockStore):
    """Rasa's ticket lock in Redis, asked every 20 ms (Rasa: every second) and gone by itself after a crash."""

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        """Connect to the Redis URL of endpoints.yml."""
        self.red = redis.Redis.from_url(
            endpoint_config.url, socket_timeout=SOCKET_SECONDS, socket_connect_timeout=SOCKET_SECONDS
        )
        self.key_prefix = KEY_PREFIX
        # Past RedisLockStore's own initialiser, which takes no URL.
        LockStore.__init__(self)

    def save_lock(self, lock: TicketLock) -> None:
        """Write the lock, to expire when its last ticket is certainly over."""
        self.red.set(self.key_prefix + lock.conversation_id, lock.dumps(), ex=int(2 * LIFETIME_SECONDS))

    def update_lock(self, conversation_id: str) -> None:
        """Drop expired tickets, and the lock with the last of them: its waiter would wait for ever."""
        lock = self.get_lock(conversation_id)
        if lock is None:
            return
        lock.remove_expired_tickets()
        if lock.is_someone_waiting():
            self.save_lock(lock)
        else:
            self.delete_lock(conversation_id)

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = LIFETIME_SECONDS,
        wait_time_in_seconds: float = POLL_SECONDS,
    ) -> AsyncGenerator[TicketLock, None]:
        """Hold the conversation's lock; raises LockError when it cannot be had."""
        async with super().lock(conversation_id, lock_lifetime, wait_time_in_seconds) as held:
            yield held

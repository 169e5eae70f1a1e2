"""The conversation lock: one at a time, without delay, free again after a crash."""

from __future__ import annotations

import asyncio
import time
import unittest
from typing import List

from components.lock_store import LIFETIME_SECONDS, PromptRedisLockStore
from rasa.core.lock_store import LockError
from rasa.utils.endpoints import EndpointConfig

from tests.redis_server import RedisServer


class PromptRedisLockStoreTest(unittest.TestCase):
    def setUp(self) -> None:
        server = RedisServer()
        self.addCleanup(server.stop)
        self.store = PromptRedisLockStore(EndpointConfig(url=server.url))

    def test_twenty_messages_of_one_person_pass_one_at_a_time_and_promptly(self) -> None:
        inside: List[int] = []
        order: List[int] = []

        async def message(number: int) -> None:
            async with self.store.lock("session-1"):
                inside.append(number)
                self.assertEqual(inside, [number])
                await asyncio.sleep(0.005)
                inside.remove(number)
                order.append(number)

        async def all_at_once() -> None:
            await asyncio.gather(*(message(number) for number in range(20)))

        started = time.perf_counter()
        asyncio.run(all_at_once())
        self.assertEqual(order, list(range(20)))
        self.assertLess(time.perf_counter() - started, 2)

    def test_a_lock_whose_holder_crashed_is_had_after_its_lifetime(self) -> None:
        self.store.issue_ticket("session-1", lock_lifetime=0.2)

        async def wait() -> float:
            started = time.perf_counter()
            async with self.store.lock("session-1"):
                return time.perf_counter() - started

        self.assertLess(asyncio.run(wait()), 1)

    def test_who_waits_longer_than_the_lifetime_gets_an_error(self) -> None:
        async def hold_too_long() -> None:
            async with self.store.lock("session-1", lock_lifetime=0.3):
                with self.assertRaises(LockError):
                    async with self.store.lock("session-1", lock_lifetime=0.1):
                        self.fail("two inside")

        asyncio.run(asyncio.wait_for(hold_too_long(), 5))

    def test_nothing_stays_in_redis_for_ever(self) -> None:
        self.store.issue_ticket("session-1", LIFETIME_SECONDS)
        self.assertGreater(self.store.red.ttl(self.store.key_prefix + "session-1"), LIFETIME_SECONDS)

        async def use() -> None:
            async with self.store.lock("session-2"):
                pass

        asyncio.run(use())
        self.assertIsNone(self.store.get_lock("session-2"))


if __name__ == "__main__":
    unittest.main()

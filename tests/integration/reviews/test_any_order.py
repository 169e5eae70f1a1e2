"""Whatever happens in whatever order: every state is legal, every history complete, no submitted request is lost."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from backend.database import Database
from backend.reviews import agency, decisions, relay, service
from backend.reviews.history import locked
from backend.reviews.parties import Party, ReviewRefusedError
from backend.reviews.states import STATES, TRANSITIONS
from backend.settings import get_settings
from tests.integration.reviews.conftest import AGENT, NOTIFIED_ON, NOW, REVIEWERS, Family, World, a_score

NOTIFIED = [NOTIFIED_ON, None, NOW.date().replace(month=1)]
KEYS = st.sampled_from(["1", "2", "3"])
EVENTS = st.tuples(
    st.sampled_from([
        "begin", "write", "confirm", "confirm_all_at_once", "withdraw", "file", "send", "resend", "acknowledge",
        "in_review", "ask", "maintain", "reject", "answer", "new_score", "review_ask", "propose", "settle", "refuse",
    ]),
    st.integers(0, 3),
    KEYS,
)  # fmt: skip


@dataclass
class Play:
    """A household to which things happen; `filed` remembers what was submitted under which reference."""

    world: World
    family: Family
    filed: dict[str, tuple[uuid.UUID, tuple[str, ...]]] = field(default_factory=dict)

    async def happen(self, event: str, who: int, key: str) -> None:
        """One event in a transaction of its own; what may not be is refused, and nothing else ever fails."""
        act: Callable[[int, str], Awaitable[None]] = getattr(self, event)
        with suppress(ReviewRefusedError):
            await act(who, key)

    async def do(self, work: Callable[[AsyncSession], Awaitable[Any]]) -> Any:
        async with self.world.database.transaction() as session:
            return await work(session)

    def party(self, who: int) -> Party:
        people = [self.family.adult, self.family.declarant, self.family.child]
        return AGENT if who == 3 else Party.person(people[who].id, ["sms", "webchat", "ussd"][who])

    def person(self, who: int) -> uuid.UUID:
        return self.family.adult.id if who == 3 else self.party(who).id or uuid.uuid4()

    async def request(self, who: int) -> uuid.UUID:
        """One of the household's requests, by number from the newest."""
        rows = await self.world.rows(
            "select id from review_request where household_id = :household order by begun_at desc, id",
            household=self.family.household,
        )
        if not rows:
            raise ReviewRefusedError("no-such-request")
        return uuid.UUID(str(rows[who % len(rows)][0]))

    async def reference(self, who: int) -> str:
        request_id = await self.request(who)
        return (await self.do(lambda s: service.summary(s, request_id))).reference or ""

    def remember(self, view: Any) -> None:
        if view.reference:
            self.filed.setdefault(view.reference, (view.notice_id, view.items))

    async def begin(self, who: int, key: str) -> None:
        await self.do(lambda s: service.begin(s, self.person(who), self.party(who), variety="fr"))

    async def write(self, who: int, key: str) -> None:
        request_id = await self.request(0)
        await self.do(lambda s: service.set_items(s, request_id, self.party(who), ["cars", "rooms"][: int(key)]))

    async def confirm(self, who: int, key: str) -> None:
        request_id = await self.request(int(key))
        confirmed = await self.do(
            lambda s: service.confirm(s, request_id, self.party(who), key=f"c{key}", consent="written")
        )
        self.remember(confirmed)

    async def confirm_all_at_once(self, who: int, key: str) -> None:
        await asyncio.gather(*(self.happen("confirm", number % 3, str(number)) for number in range(4)))

    async def withdraw(self, who: int, key: str) -> None:
        request_id = await self.request(int(key))
        await self.do(lambda s: service.withdraw(s, request_id, self.party(who), key=f"w{key}"))

    async def file(self, who: int, key: str) -> None:
        view, _ = await self.do(
            lambda s: service.file(
                s, self.person(who), AGENT, key=f"f{key}", variety="ar", items=["cars"], text=None, consent="spoken"
            )
        )
        self.remember(view)

    async def send(self, who: int, key: str) -> None:
        for message_id in await self.world.messages():
            await relay.send(self.world.database, self.world.settings, message_id)

    async def resend(self, who: int, key: str) -> None:
        request_id = await self.request(who)

        async def again(session: AsyncSession) -> int:
            return await relay.resend(session, await locked(session, request_id))

        await self.do(again)

    async def acknowledge(self, who: int, key: str) -> None:
        reference = await self.reference(who)
        await self.do(lambda s: agency.acknowledge_by_reference(s, reference, f"ANR/{key}", f"a{key}"))

    async def told(self, who: int, key: str, status: str) -> None:
        reference = await self.reference(who)
        await self.do(lambda s: agency.update(s, reference, status, key=f"{status}{key}", words="Papier ?"))

    async def in_review(self, who: int, key: str) -> None:
        await self.told(who, key, "in_review")

    async def ask(self, who: int, key: str) -> None:
        await self.told(who, key, "more_information_requested")

    async def maintain(self, who: int, key: str) -> None:
        await self.told(who, key, "maintained")

    async def reject(self, who: int, key: str) -> None:
        await self.told(who, key, "rejected_as_late")

    async def answer(self, who: int, key: str) -> None:
        request_id = await self.request(int(key))
        await self.do(lambda s: service.give_information(s, request_id, self.party(who), key=f"i{key}", text="Voici"))

    async def new_score(self, who: int, key: str) -> None:
        if who == 0:
            day = NOW.date().replace(day=int(key))
            with suppress(IntegrityError):  # the same day twice is one score
                await self.world.add(a_score(self.family.household, day, None))
        for request_id in await self.do(service.open_requests):
            await self.do(lambda s, request_id=request_id: service.link_new_scores(s, request_id))

    async def review_ask(self, who: int, key: str) -> None:
        request_id, by = await self.request(int(key)), REVIEWERS[who % 3]
        await self.do(lambda s: decisions.request_information(s, request_id, by, "Papier ?", key=f"q{key}"))

    async def propose(self, who: int, key: str) -> None:
        request_id, by = await self.request(0), REVIEWERS[who % 3]
        decision = ["maintained", "revised", "rejected_as_late"][int(key) - 1]
        await self.do(lambda s: decisions.propose_decision(s, request_id, by, decision, "Raison", key=f"p{who}{key}"))

    async def settle(self, who: int, key: str, *, accept: bool = True) -> None:
        request_id, by = await self.request(0), REVIEWERS[who % 3]
        await self.do(lambda s: decisions.confirm_decision(s, request_id, by, key=f"s{who}{key}", accept=accept))

    async def refuse(self, who: int, key: str) -> None:
        await self.settle(who, key, accept=False)


async def check(play: Play) -> None:
    """What must hold after anything."""
    world, household = play.world, play.family.household
    requests = await world.rows(
        "select id, status, reference, notice_id, items, history_length, mode, is_late from review_request "
        "where household_id = :household",
        household=household,
    )
    by_reference = {request[2]: request for request in requests}
    for reference, (notice_id, items) in play.filed.items():
        found = by_reference[reference]
        assert (found[3], tuple(found[4])) == (notice_id, items), "what was submitted stays what it was"
        assert found[1] != "draft"
    counting = [request[3] for request in requests if request[1] not in ("draft", "withdrawn")]
    assert len(counting) == len(set(counting)), "one request for a score"
    for request in requests:
        await _check_history(world, *request[:3], request[5])
        if request[2] and request[6] == "relay":
            assert await world.one(
                "select count(*) from agency_message where request_id = :id and kind = 'dossier'", id=request[0]
            ) == 1  # fmt: skip


async def _check_history(world: World, request_id: Any, status: str, reference: str | None, length: int) -> None:
    rows = await world.rows(
        "select position, event, from_status, to_status, actor, channel, reason from review_event "
        "where request_id = :id order by position",
        id=request_id,
    )
    assert [row[0] for row in rows] == list(range(length))
    assert rows[0][1:4] == ("begun", None, "draft")
    assert rows[-1][3] == status in STATES
    for before, row in pairwise(rows):
        assert row[2] == before[3], "no step is missing"
        assert row[2] == row[3] or row[3] in TRANSITIONS[row[2]]
        assert all(row[4:]), "who, through which channel, why"
    audited = await world.one(
        "select count(*) from audit_entry where action like 'review_%' and detail->>'request' in (:id, :reference)",
        id=str(request_id), reference=reference or "-",
    )  # fmt: skip
    assert audited == length


@pytest.mark.parametrize("mode", ["relay", "mandated"])
def test_should_hold_in_any_order_of_events(
    world: World, review_url: str, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(get_settings(), "review_mode", mode)

    async def play_all(events: list[tuple[str, int, str]], notified: int) -> None:
        database = Database(review_url)
        here = World(database, world.settings, review_url)
        try:
            play = Play(here, await here.family(notified_on=NOTIFIED[notified]))
            for event, who, key in events:
                await play.happen(event, who, key)
            await check(play)
        finally:
            await database.close()

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    @given(st.lists(EVENTS, min_size=12, max_size=30), st.integers(0, 2))
    def run(events: list[tuple[str, int, str]], notified: int) -> None:
        begun = [("begin", 0, "1"), ("write", 0, "2"), ("confirm", 0, "3")]
        asyncio.run(play_all(begun + events if notified else events, notified))

    run()

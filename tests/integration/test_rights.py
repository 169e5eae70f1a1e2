"""Rights over a real PostgreSQL: the score explained to a verified person, cases for staff, paid and still closed."""

import uuid
from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.answers import explained, personal
from backend.answers.model import Answer, Asker
from backend.audit.models import AuditEntry
from backend.contributions.models import ContributionAccount, ContributionEntry
from backend.contributions.service import paid_but_closed
from backend.database import Database
from backend.entitlements.models import Coverage
from backend.identity.cipher import look_up
from backend.registry.models import Household, Person
from backend.scores.formula import Declaration, compute
from backend.scores.mismatch import score_mismatches
from backend.scores.models import ScoreNotice

TODAY = date(2026, 11, 22)
DECLARED = {"household_size": 4, "rooms": 2, "head_age": 45, "mobile_phones": 3, "cars": 1}
COMPUTED = compute(Declaration("urban", 6, DECLARED)).printed


@pytest.fixture
async def session(database_url: str) -> AsyncIterator[AsyncSession]:
    database = Database(database_url, pool_size=1)
    async with database.transaction() as opened:
        yield opened
    await database.close()


async def person(session: AsyncSession, *notices: dict[str, Any]) -> uuid.UUID:
    """An invented person with the score notices given; each stands for itself or is the formula's."""
    reference = uuid.uuid4().hex
    household = Household(
        reference=reference, reference_hash=look_up("reference", reference), setting="urban", region=6, row_digest=b"0"
    )
    session.add(household)
    await session.flush()
    idcs = f"{uuid.uuid4().int % 10**10:010d}"
    found = Person(
        household_id=household.id, idcs=idcs, idcs_hash=look_up("idcs", idcs), given_name="Itto", family_name="Amghar",
        birth_date="1980-01-02", is_declarant=True, row_digest=b"0",
    )  # fmt: skip
    session.add(found)
    for number, values in enumerate(notices):
        known = {"score": COMPUTED, "declared": DECLARED, "computed_on": date(2026, 10, 1 + number)} | values
        session.add(ScoreNotice(household_id=household.id, setting="urban", region=6, row_digest=b"0", **known))
    await session.flush()
    return found.id


def asker(person_id: uuid.UUID | None) -> Asker:
    return Asker(conversation_id=uuid.uuid4(), channel="webchat", variety="fr", person_id=person_id)


async def audited(session: AsyncSession, action: str) -> list[AuditEntry]:
    return list(await session.scalars(select(AuditEntry).where(AuditEntry.action == action)))


def keys(answer: Answer) -> list[str]:
    return [part.key for part in answer.parts]


async def test_should_explain_the_latest_score_and_audit_the_look(session: AsyncSession) -> None:
    person_id = await person(session, {"score": Decimal("9.1")}, {})
    answer = await explained.score_explain(asker(person_id), session)
    assert keys(answer)[0].startswith("why-score-")
    assert answer.parts[0].values["score"] == explained.Score(COMPUTED)
    assert [entry.person_id for entry in await audited(session, "score_explain")] == [person_id]
    assert await audited(session, "score_mismatch") == []


async def test_should_note_for_staff_that_a_score_is_not_the_formulas(session: AsyncSession) -> None:
    person_id = await person(session, {"score": COMPUTED + 1})
    answer = await explained.score_explain(asker(person_id), session)
    assert keys(answer)[0] == "why-differs"
    (entry,) = await audited(session, "score_mismatch")
    (case,) = (await score_mismatches(session)).mismatches
    assert entry.detail == {"notice": str(case.notice_id)}
    assert (case.official, case.computed, case.difference) == (COMPUTED + 1, COMPUTED, Decimal("1.0000000"))


async def test_should_list_only_the_latest_notice_of_a_household_page_by_page(session: AsyncSession) -> None:
    wrong = {"score": COMPUTED + 1}
    for notices in ([wrong, {}], [{}, wrong], [wrong], [wrong], [{"declared": None, "score": Decimal(9)}]):
        await person(session, *notices)
    whole = await score_mismatches(session)
    assert (len(whole.mismatches), whole.next_after) == (3, None)
    found, after = [], None
    while page := await score_mismatches(session, after, limit=1):
        found += page.mismatches
        after = page.next_after
        if after is None:
            break
    assert found == list(whole.mismatches)


async def test_should_explain_nothing_to_somebody_unverified(session: AsyncSession) -> None:
    with pytest.raises(PermissionError):
        await explained.score_explain(asker(None), session)
    with pytest.raises(PermissionError):
        await explained.score_simulation(asker(None), session, {"cars": 0})


async def test_should_say_that_there_is_no_score_yet(session: AsyncSession) -> None:
    person_id = await person(session)
    assert keys(await explained.score_explain(asker(person_id), session)) == ["score-none"]
    assert keys(await explained.score_simulation(asker(person_id), session, {"cars": 0})) == ["score-none"]


async def test_should_simulate_a_few_times_a_day_and_then_lead_to_a_review(session: AsyncSession) -> None:
    person_id, other = await person(session, {}), await person(session, {})
    for _ in range(explained.SIMULATIONS_A_DAY):
        assert keys(await explained.score_simulation(asker(person_id), session, {"cars": 0}))[0] == "simulation"
    refused = await explained.score_simulation(asker(person_id), session, {"cars": 0})
    assert (keys(refused), refused.next[0]) == (["simulation-refused-often"], "review_file")
    assert keys(await explained.score_simulation(asker(other), session, {"cars": 0}))[0] == "simulation"


async def test_should_refuse_a_simulation_of_what_is_declared_already(session: AsyncSession) -> None:
    person_id = await person(session, {})
    answer = await explained.score_simulation(asker(person_id), session, {"cars": 1})
    assert keys(answer) == ["simulation-refused-same-as-declared"]


async def covered(session: AsyncSession, person_id: uuid.UUID, paid: str, **coverage: Any) -> None:
    """An AMO TNS account of two months of 198.50, the second paid as given, beside a coverage."""
    known = {"regime": "amo_tns", "status": "suspended", "since": date(2026, 10, 1), "reason": "unpaid_contributions"}
    session.add(Coverage(person_id=person_id, row_digest=b"0", **(known | coverage)))
    account = ContributionAccount(person_id=person_id, regime="amo_tns", row_digest=b"0")
    session.add(account)
    await session.flush()
    for month, amount in ((9, "198.50"), (10, paid)):
        period = date(2026, month, 1)
        entry = ContributionEntry(
            account_id=account.id, period=period, due=Decimal("198.50"), paid=Decimal(amount),
            paid_on=period if Decimal(amount) else None, row_digest=b"0",
        )  # fmt: skip
        session.add(entry)
    await session.flush()


@pytest.mark.parametrize(
    ("paid", "coverage", "expected"),
    [
        ("198.50", {}, True),
        ("0", {}, False),
        ("198.50", {"status": "open", "reason": None}, False),
        ("198.50", {"status": "closed", "reason": "age_limit"}, False),
    ],
)
async def test_should_recognise_who_paid_and_is_still_closed(
    session: AsyncSession, paid: str, coverage: dict[str, Any], expected: bool
) -> None:
    person_id = await person(session)
    await covered(session, person_id, paid, **coverage)
    assert bool(await paid_but_closed(session, person_id, TODAY)) is expected
    answer = await personal.contribution_status(asker(person_id), session)
    assert ("contribution-paid-but-closed" in keys(answer)) is expected
    assert answer.next[0] == ("record_paid_but_closed" if expected else "amo_status")
    assert ("human_agent" in answer.next[:2]) is True
    of_cover = await personal.amo_status(asker(person_id), session)
    assert ("contribution-paid-but-closed" in keys(of_cover)) is expected
    assert ("record_paid_but_closed" in of_cover.next) is expected


async def test_should_count_down_a_waiting_period_without_any_account(session: AsyncSession) -> None:
    person_id = await person(session)
    waiting = {"regime": "amo_tns", "status": "suspended", "since": date(2026, 11, 1), "reason": "waiting_period"}
    session.add(Coverage(person_id=person_id, row_digest=b"0", **waiting))
    await session.flush()
    answer = await personal.contribution_status(asker(person_id), session)
    assert keys(answer)[0] in {"contribution-waiting", "contribution-waiting-over"}
    assert answer.facts[0].id == "amo_tns.waiting_period"

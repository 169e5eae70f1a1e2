"""Personal answers, for a verified person: what the registry and CNSS extracts say of them, exactly."""

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncSession

from backend import clock
from backend.answers import general, paying, until
from backend.answers.knowledge import stated
from backend.answers.model import Amount, Answer, Asker, Count, Day, Month, Part, Score, Term, Text, Value
from backend.audit.service import record
from backend.contributions.service import AccountSummary, accounts
from backend.entitlements.service import coverages
from backend.facts.fact import Fact
from backend.registry.service import household_of
from backend.reviews.window import Window
from backend.scores.service import notices

if TYPE_CHECKING:
    from backend.entitlements.models import Coverage
    from backend.scores.models import ScoreNotice


def _verified(asker: Asker, session: AsyncSession, question: str) -> uuid.UUID:
    """The verified person; every look at personal data is audited."""
    if asker.person_id is None:
        raise PermissionError(question)
    record(session, f"conversation:{asker.conversation_id}", question, asker.person_id, channel=asker.channel)
    return asker.person_id


async def latest_notice(session: AsyncSession, person_id: uuid.UUID) -> "ScoreNotice | None":
    """The latest score of a person's household."""
    household = await household_of(session, person_id)
    found = await notices(session, household.id, limit=1) if household else []
    return found[0] if found else None


async def score_status(asker: Asker, session: AsyncSession) -> Answer:
    """The household's latest score."""
    household = await household_of(session, _verified(asker, session, "score_status"))
    found = await notices(session, household.id) if household else []
    return of_notices(found, await until.shown(session, asker, found[0]) if found else None)


def of_notices(found: Sequence["ScoreNotice"], window: Window | None) -> Answer:
    """The newest score (`found[0]`): value, date, whether it changed, what it opens, until when it can be contested."""
    if not found:
        return Answer.of("score-none", next=("score_meaning", "human_agent"))
    notice = found[0]
    parts = [Part("score-status", {"score": Score(notice.score), "computed_on": Day(notice.computed_on)})]
    if len(found) > 1 and found[1].score != notice.score:
        before: dict[str, Value] = {"previous": Score(found[1].score), "previous_on": Day(found[1].computed_on)}
        parts.append(Part("score-changed", before, essential=False))
    standing, facts = _standing(notice)
    contest, contest_facts = until.parts_of(window, clock.today())
    return Answer(
        (*parts, *standing, *contest), facts + contest_facts, ("score_explain", "review_file"), shows=notice.id
    )


def _standing(notice: "ScoreNotice") -> tuple[list[Part], tuple[Fact, ...]]:
    tadamon, asd = stated(general.TADAMON_THRESHOLD), stated(general.ASD_THRESHOLD)
    if tadamon is None or asd is None:
        return [Part("score-opens-ask")], ()
    limits = {"tadamon": Score(tadamon.decimal()), "asd": Score(asd.decimal())}
    case = general.opens(notice.score, tadamon, asd)
    return [Part(f"score-opens-{case}", limits), Part("only-a-condition", essential=False)], (tadamon, asd)


async def amo_status(asker: Asker, session: AsyncSession) -> Answer:
    """The person's coverage."""
    person_id = _verified(asker, session, "amo_status")
    covers = await coverages(session, person_id)
    return paying.beside_cover(of_coverages(covers), await accounts(session, person_id, clock.today()), covers)


def of_coverages(found: Sequence["Coverage"]) -> Answer:
    """Those of the status that comes first: open, suspended or closed, since when, why, and the registration number."""
    if not found:
        return general.ask_cnss("amo-none", next=("amo_tadamon_info", "human_agent"))
    current = [coverage for coverage in found if coverage.status == found[0].status]
    parts = [part for coverage in current for part in _coverage_parts(coverage, several=len(current) > 1)]
    owes = any(coverage.reason == "unpaid_contributions" for coverage in current)
    follow_up = "contribution_status" if owes or found[0].status == "open" else "amo_tadamon_info"
    return Answer(parts=tuple(parts), next=(follow_up, "human_agent"))


def _coverage_parts(coverage: "Coverage", *, several: bool) -> list[Part]:
    regime = Term(f"regime-{coverage.regime}".replace("_", "-"))
    parts = [Part(f"amo-{coverage.status}", {"regime": regime, "since": Day(coverage.since)}, heading=several)]
    if coverage.status != "open" and coverage.reason:
        parts.append(Part(f"reason-{coverage.reason}".replace("_", "-"), essential=not several))
    if coverage.registration_number:
        number = Text(coverage.registration_number)
        parts.append(Part("amo-registration", {"number": number}, essential=not several))
    return parts


async def contribution_status(asker: Asker, session: AsyncSession) -> Answer:
    """What the person owes and paid, and what that means for their cover."""
    person_id = _verified(asker, session, "contribution_status")
    summaries = await accounts(session, person_id, clock.today())
    covers = await coverages(session, person_id)
    return of_accounts(summaries, [coverage.regime for coverage in covers if coverage.status == "open"], covers)


def of_accounts(
    summaries: Sequence[AccountSummary], covered: Sequence[str], covers: Sequence["Coverage"] = ()
) -> Answer:
    """What is owed and was paid, for salaried people the days declared, and what it means for the covers they pay for.

    `covered` are the regimes that are open.
    """
    follow_up = ("amo_status", "human_agent")
    told = [(summary, _account_parts(summary, several=len(summaries) > 1)) for summary in summaries]
    parts, facts = paying.with_covers(told, covers, clock.today())
    if not parts:
        if list(covered) == ["amo_tadamon"]:
            return Answer.of("contribution-tadamon", next=follow_up)
        return general.ask_cnss("contribution-none", next=follow_up)
    return Answer(tuple(parts), facts, paying.follow_up(parts))


def _account_parts(summary: AccountSummary, *, several: bool) -> list[Part]:
    parts = []
    if several:
        regime = Term(f"regime-{summary.regime}".replace("_", "-"))
        parts.append(Part("contribution-regime", {"regime": regime}, heading=True))
    if summary.last_declared_month is not None:
        declared: dict[str, Value] = {
            "days": Count(summary.declared_days or 0),
            "month": Month(summary.last_declared_month),
        }
        parts.append(Part("contribution-declared", declared))
    if summary.unpaid_months:
        owed: dict[str, Value] = {
            "amount": Amount(summary.arrears),
            "months": Count(len(summary.unpaid_months)),
            "since": Month(summary.unpaid_months[0]),
        }
        parts.append(Part("contribution-arrears", owed))
    elif summary.regime != "amo_salaried":
        parts.append(Part("contribution-up-to-date"))
    if summary.last_paid_on and summary.last_paid_amount is not None:
        paid: dict[str, Value] = {"amount": Amount(summary.last_paid_amount), "day": Day(summary.last_paid_on)}
        parts.append(Part("contribution-last-payment", paid, essential=False))
    if summary.next_debit_on and summary.next_debit_amount is not None:
        debit: dict[str, Value] = {"amount": Amount(summary.next_debit_amount), "day": Day(summary.next_debit_on)}
        parts.append(Part("contribution-next-debit", debit, essential=not several))
    return parts

"""What contributions mean for somebody's cover, beside what is owed: reopening, waiting, "I paid and it is closed"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from backend.answers.knowledge import stated
from backend.answers.model import Amount, Answer, Count, Day, Month, Part, Term, Text, Value
from backend.contributions.service import AccountSummary
from backend.contributions.standing import WAITING, Cover, is_paid_but_closed, reopening, waiting
from backend.facts.fact import Fact

CNSS_PHONE = "cnss.phone"
RECORD_CASE = "record_paid_but_closed"  # a choice only: "open a case for this"
PAID_BUT_CLOSED = "contribution-paid-but-closed"
Said = tuple[list[Part], tuple[Fact, ...]]
# What says most about a cover: on SMS the rest gives way to it.
NEED_A_HUMAN = frozenset({PAID_BUT_CLOSED, "contribution-waiting-over"})
FOREMOST = NEED_A_HUMAN | {"contribution-waiting", "contribution-waiting-ask", "contribution-waiting-agency"}
ARREARS = "contribution-arrears"
STAYS = frozenset({ARREARS, "contribution-regime"})


def with_covers(told: Sequence[tuple[AccountSummary, list[Part]]], covers: Sequence[Cover], as_of: date) -> Said:
    """What was told of each account, with what it means for the covers, and the waiting periods that still run."""
    groups: list[list[Part]] = []
    facts: tuple[Fact, ...] = ()
    for summary, of_account in told:
        of_cover, rules = cover_of(summary, covers)
        groups.append([*of_account, *months_owed(summary), *of_cover])
        facts += rules
    for cover in covers:
        of_waiting, rules = waits(cover, as_of)
        groups.append(of_waiting)
        facts += rules
    foremost = [part for group in groups for part in group if part.key in FOREMOST]
    rest = [part for group in groups for part in (_giving_way(group) if foremost else group)]
    return foremost + rest, facts


def _giving_way(group: list[Part]) -> list[Part]:
    """An account beside something that matters more: on SMS its arrears stay, with the name of the scheme."""
    owes = any(part.key == ARREARS for part in group)
    rest = [part for part in group if part.key not in FOREMOST and part.key != "contribution-up-to-date"]
    return [part if owes and part.key in STAYS else replace(part, essential=False) for part in rest]


def months_owed(summary: AccountSummary) -> list[Part]:
    """The arrears month by month, where there is more than one."""
    if len(summary.unpaid) < 2:
        return []
    return [
        Part("contribution-month", {"month": Month(m.period), "amount": Amount(m.rest)}, essential=False)
        for m in summary.unpaid
    ]


def cover_of(summary: AccountSummary, covers: Sequence[Cover]) -> Said:
    """What an account means for the cover it pays for."""
    parts: list[Part] = []
    facts: tuple[Fact, ...] = ()
    regime = Term(f"regime-{summary.regime}".replace("_", "-"))
    if is_paid_but_closed(summary, covers) and summary.last_paid_on is not None:
        parts.append(Part(PAID_BUT_CLOSED, {"regime": regime, "day": Day(summary.last_paid_on)}))
    for cover in covers:
        needed = reopening(summary, cover) if cover.regime == summary.regime else None
        rule = stated(f"{summary.regime}.rights_need_payment")
        if needed is not None and rule is not None and rule.yes():
            owed: dict[str, Value] = {"regime": regime, "amount": Amount(needed.amount)}
            parts.append(Part("contribution-reopen", owed, essential=False))
            facts = (rule,)
    return parts, facts


def waits(cover: Cover, as_of: date) -> Said:
    """The countdown of a cover that waits for its first months to be over; nothing for any other cover."""
    if cover.status == "open" or cover.reason != WAITING:
        return [], ()
    regime: dict[str, Value] = {"regime": Term(f"regime-{cover.regime}".replace("_", "-"))}
    period = stated(f"{cover.regime}.waiting_period")
    if period is None:
        phone = stated(CNSS_PHONE)
        if phone is None:
            return [Part("contribution-waiting-agency", regime)], ()
        return [Part("contribution-waiting-ask", {**regime, "phone": Text(phone.text())})], (phone,)
    count = waiting(cover.since, period.integer(), as_of)
    known = {**regime, "months": Count(period.integer()), "day": Day(count.opens_on)}
    if count.is_over:
        return [Part("contribution-waiting-over", known)], (period,)
    parts = [Part("contribution-waiting", {**known, "days": Count(count.days_left)})]
    disputed = stated(f"{cover.regime}.waiting_period_disputed")
    if disputed is not None and disputed.yes():
        parts.append(Part("waiting-disputed", essential=False))
    return parts, (period,)


def follow_up(parts: Sequence[Part]) -> tuple[str, ...]:
    """What can come after contributions: a case or a human first, where only these help."""
    keys = {part.key for part in parts}
    if PAID_BUT_CLOSED in keys:
        return (RECORD_CASE, "human_agent", "amo_status")
    return ("human_agent", "amo_status") if keys & NEED_A_HUMAN else ("amo_status", "human_agent")


def beside_cover(answer: Answer, summaries: Sequence[AccountSummary], covers: Sequence[Cover]) -> Answer:
    """What is said of a cover, with "everything is paid" where it is closed all the same, and the choice of a case."""
    said = [part for summary in summaries for part in cover_of(summary, covers)[0] if part.key == PAID_BUT_CLOSED]
    if not said:
        return answer
    # On an SMS it stands before why the cover was closed once.
    rest = (replace(part, essential=False) for part in answer.parts[1:])
    several = any(part.heading for part in answer.parts)
    parts = (*answer.parts, *said) if several else (answer.parts[0], *said, *rest)
    return replace(answer, parts=parts, next=(RECORD_CASE, "human_agent", "contribution_status"))

"""What made-up households declare, which score and cover they get, and how they pay: rows of extracts as of a day."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from backend.demo.families import ADULT, OF_AGE, family
from backend.demo.personas import compact_json
from backend.demo.profiles import between, happens, one_of, profiles
from backend.demo.rows import Contributions, DemoRows, Household, Member, month_before
from backend.facts.fact import Fact
from backend.scores.formula import Declaration, compute
from backend.scores.thresholds import Outcome, verdict

Answers = dict[str, Any]

HEAD_OCCUPATION = {"craftsman": "head_is_craftsman", "farmer": "head_is_farm_operator"}


def add_household(rows: DemoRows, seed: int, index: int, today: date, threshold: Fact) -> None:
    """Add household number `index` of a seed; `threshold` is the fact amo_tadamon.threshold.

    Days are counted from the first of the month, so that a second run in the same month gives the same rows.
    """
    rng = Random(f"{seed}/{index}/life")  # noqa: S311  invented lives, not secrets
    day = today.replace(day=1)
    household = family(seed, index, day)
    wealth = rng.betavariate(*profiles()["wealth"])
    livelihood = one_of(rng, profiles()["livelihoods"][household.setting], wealth)
    answers = declared_answers(rng, household, wealth, livelihood, day)
    rows.add_household(household)
    score = _add_scores(rows, rng, household, answers, day)
    regime = profiles()["regime_of"].get(livelihood, "")
    covered_free = verdict(score, threshold).outcome is Outcome.IN
    _add_cover(rows, rng, household, regime or _other_regime(rng, covered_free=covered_free), day)


def declared_answers(rng: Random, household: Household, wealth: float, livelihood: str, day: date) -> Answers:
    """What the household declares on a day: inputs of the formula that are not 0 or false, and consistent."""
    drawn, setting = profiles(), household.setting
    adults = [member for member in household.members if member.age(day) >= ADULT]
    answers: Answers = {
        "household_size": len(household.members),
        "rooms": max(1, round(len(household.members) * between([0.3, 0.9], wealth) + rng.random() - 0.5)),
    }
    answers |= {name: True for name, pair in drawn["assets"][setting].items() if happens(rng, between(pair, wealth))}
    for chances in drawn["adults"][setting]:
        for _ in adults:
            if counted := one_of(rng, chances, wealth):
                answers[counted] = answers.get(counted, 0) + 1
    for name, pair in drawn["counts"][setting].items():
        answers[name] = int(rng.expovariate(1) * between(pair, wealth))
    for name, pair in drawn["expenses"].items():
        answers[name] = round(between(pair, wealth) * rng.uniform(0.7, 1.3))
    answers["has_non_ramed_health_coverage"] = livelihood in drawn["regime_of"]
    answers |= _household_type(household, day)
    own = _urban_answers if setting == "urban" else _rural_answers
    answers |= own(rng, household, wealth, livelihood, day)
    return {name: answer for name, answer in answers.items() if answer}


def _household_type(household: Household, day: date) -> Answers:
    grown_up = [member.age(day) >= OF_AGE for member in household.members]
    return {"is_single_person_or_childless_couple": len(grown_up) == 1 or (len(grown_up) == 2 and all(grown_up))}


def _urban_answers(rng: Random, household: Household, wealth: float, livelihood: str, day: date) -> Answers:
    school = profiles()["school"]
    head_age = household.members[0].age(day)
    pupils = [member for member in household.members[1:] if 6 <= member.age(day) <= 14]
    attending = [happens(rng, between(school["private"], wealth)) for _ in pupils if happens(rng, school["attends"])]
    phones = [happens(rng, between(profiles()["mobile_phone_of_adult"], wealth)) for _ in household.members]
    executive = livelihood == "salaried" and happens(rng, wealth**2)
    return {
        "head_age": head_age,
        "head_is_retired_or_rentier": not livelihood and head_age >= 60 and happens(rng, wealth),
        "head_is_senior_executive": executive,
        "head_is_middle_manager": livelihood == "salaried" and not executive and happens(rng, wealth),
        "members_senior_executives": int(executive),
        "children_6_14_in_private_school": sum(attending),
        "children_6_14_in_public_school": len(attending) - sum(attending),
        "mobile_phones": max(1, sum(phones)),
    }


def _rural_answers(rng: Random, household: Household, wealth: float, livelihood: str, day: date) -> Answers:
    ages = [member.age(day) for member in household.members]
    executive = livelihood == "salaried" and happens(rng, wealth**3)
    answers: Answers = {
        "members_19_29": sum(19 <= age <= 29 for age in ages),
        "members_30_59": sum(30 <= age <= 59 for age in ages),
        "members_60_plus": sum(age >= 60 for age in ages),
        "head_is_senior_executive": executive,
    }
    if livelihood in HEAD_OCCUPATION:
        answers[HEAD_OCCUPATION[livelihood]] = True
    return answers


def _add_scores(rows: DemoRows, rng: Random, household: Household, answers: Answers, day: date) -> Decimal:
    """Add the household's score, and for some an earlier one; the score now in force."""
    drawn = profiles()
    score = compute(Declaration(household.setting, household.region, answers)).printed
    if happens(rng, drawn["official_score_differs"]):
        score += _difference(rng)
    computed_on = day - timedelta(days=rng.randint(15, 240))
    notified_on = None
    if not happens(rng, drawn["not_notified"]):
        notified_on = computed_on + timedelta(days=rng.randint(5, 10))
    way = rng.choice(("sms", "sms", "portal", "letter", "centre"))
    if happens(rng, drawn["earlier_score"]):
        before = computed_on - timedelta(days=rng.randint(150, 400))
        earlier = f"{score + _difference(rng):f}"
        rows.add_score(household.reference, earlier, before, before + timedelta(days=7), "sms", "")
    rows.add_score(household.reference, f"{score:f}", computed_on, notified_on, way, compact_json(answers))
    return score


def _difference(rng: Random) -> Decimal:
    size = rng.uniform(0.02, profiles()["largest_difference"])
    return Decimal(f"{rng.choice((-1, 1)) * size:.7f}")


def _other_regime(rng: Random, *, covered_free: bool) -> str:
    """The regime of a household whose head has no declared work; `was_tadamon` when that cover was closed."""
    if covered_free:
        return "amo_tadamon"
    if happens(rng, profiles()["achamil_joins"]):
        return "amo_achamil"
    return "was_tadamon" if happens(rng, profiles()["tadamon_was_closed"]) else ""


def _add_cover(rows: DemoRows, rng: Random, household: Household, regime: str, day: date) -> None:
    """Add the cover of the adults, who share one registration number, and what the head pays."""
    if not regime:
        return
    number = str(rng.randint(100_000_000, 249_999_999))
    since = day - timedelta(days=rng.randint(40, 1300))
    status, reason = "open", ""
    if regime == "was_tadamon":
        regime, status, reason = "amo_tadamon", "closed", "score_above_threshold"
    elif regime != "amo_tadamon":
        plan = _plan(rng, regime)
        if plan.unpaid_months:
            status, reason, since = "suspended", "unpaid_contributions", month_before(day, plan.unpaid_months - 1)
        rows.add_contributions(household.members[0].idcs, plan, day)
    for member in _insured(household, regime, day):
        rows.add_coverage(member.idcs, regime, status, since, reason, number)


def _plan(rng: Random, regime: str) -> Contributions:
    drawn = profiles()
    if regime == "amo_salaried":
        days = tuple(rng.choice(drawn["declared_days"]) for _ in range(3))
        return Contributions(regime, 3, "0", "employer", declared_days=days)
    due = rng.choice(drawn["dues"][regime])
    unpaid = rng.randint(1, 4) if happens(rng, drawn["arrears"]) else 0
    method = "bank_debit" if regime == "amo_achamil" else rng.choice(("bank_debit", "cash_point", "online"))
    return Contributions(regime, 8, due, method, unpaid, next_debit=method == "bank_debit")


def _insured(household: Household, regime: str, day: date) -> list[Member]:
    """All adults under AMO Tadamon; under a regime that is paid for, the head and the second adult at most."""
    adults = [member for member in household.members if member.age(day) >= OF_AGE]
    return adults if regime == "amo_tadamon" else adults[:2]

"""Made-up households: who lives in them. The same seed and index always give the same people."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from random import Random

from backend.demo.personas import personas
from backend.demo.profiles import happens, names, profiles, weighted
from backend.demo.rows import Household, Member

BASE_YEAR = 2026  # ages are drawn for this year and turned into birth dates, so that people grow older with the clock
ADULT, OF_AGE = 15, 18
MOST_MEMBERS = 16

# Multiplying by a number without common divisors with the range gives every serial number another, scattered one.
_IDCS_RANGE, _IDCS_STEP = 10**10, 7_390_281_637
_PHONE_RANGE, _PHONE_STEP = 10**7, 6_180_337
_PHONE_BEGINNINGS = ("061", "062", "066", "067")


def family(seed: int, index: int, on: date) -> Household:
    """Household number `index` of a seed on a day: 1 to 9 people who are born by then, the first its declarant."""
    rng = Random(f"{seed}/{index}/family")  # noqa: S311  invented people, not secrets
    drawn = profiles()
    setting = "urban" if happens(rng, drawn["urban_share"]) else "rural"
    region, size = weighted(rng, drawn["regions"]), weighted(rng, drawn["sizes"])
    members = tuple(
        _member(rng, seed, index * MOST_MEMBERS + place, *person) for place, person in enumerate(_roles(rng, size))
    )
    born = tuple(member for member in members if member.birth_date <= on)
    return Household(f"DEMO-{seed}-{index:06}", setting, region, born)


def _roles(rng: Random, size: int) -> Iterator[tuple[bool, int, str]]:
    """Sex, age in the base year and family name of each member, the head first."""
    drawn = profiles()
    woman = happens(rng, drawn["female_head"])
    age = rng.randint(*drawn["head_age"])
    name, other_name = rng.sample(names()["family"], 2)
    yield woman, age, name
    left = size - 1
    spouse_chance = drawn["spouse_of_female_head" if woman else "spouse_of_male_head"]
    if left and happens(rng, spouse_chance):
        yield not woman, max(OF_AGE + 2, age + rng.randint(-9, 3)), other_name
        left -= 1
    if left and happens(rng, drawn["other_relative"]):
        yield happens(rng, 0.6), min(95, age + rng.randint(20, 30)) if age < 70 else rng.randint(20, 50), name
        left -= 1
    child_name = other_name if woman else name
    for _ in range(left):
        yield happens(rng, 0.5), rng.randint(max(0, age - 48), max(1, age - 20)), child_name


def _member(rng: Random, seed: int, serial: int, woman: bool, age: int, family_name: str) -> Member:
    born = date(BASE_YEAR - age - 1, rng.randint(1, 12), rng.randint(1, 28))
    letters, digits = rng.choice(names()["cnie_letters"]), rng.randint(100_000, 999_999)
    has_phone = age >= OF_AGE and happens(rng, profiles()["phone_of_adult"])
    return Member(
        idcs=_idcs(seed, serial),
        given_name=rng.choice(names()["female" if woman else "male"]),
        family_name=family_name,
        birth_date=born,
        cnie=f"{letters}{digits}" if age >= OF_AGE else "",
        phone=_phone(seed, serial) if has_phone else "",
    )


def _idcs(seed: int, serial: int) -> str:
    start = Random(f"{seed}/idcs").randrange(_IDCS_RANGE)  # noqa: S311
    number = f"{(start + serial * _IDCS_STEP) % _IDCS_RANGE:010}"
    # Beyond any serial number in use, so that the number stays unique.
    return _idcs(seed, serial + _IDCS_RANGE // 2) if number in _taken() else number


def _phone(seed: int, serial: int) -> str:
    start = Random(f"{seed}/phone").randrange(_PHONE_RANGE)  # noqa: S311
    beginning = _PHONE_BEGINNINGS[serial % len(_PHONE_BEGINNINGS)]
    return f"{beginning}{(start + serial * _PHONE_STEP) % _PHONE_RANGE:07}"


@lru_cache
def _taken() -> frozenset[str]:
    return frozenset(member.idcs for persona in personas() for member in persona.members)

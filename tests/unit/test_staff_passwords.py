"""What may be a password of staff, and that no e-mail shows whether it has an account."""

import time

import pytest

from backend.staff import passwords
from backend.staff.caps import network_of
from backend.staff.service import normalised_email

NAME, EMAIL = "Zineb Aït-Ben Haddou", "z.benhaddou@agence.example"


@pytest.mark.parametrize(
    "password",
    [
        "gris bateau lent 7",
        "كرسي أخضر قديم",
        "xK9!xK9!xK9?",
        "un très long mot de passe à moi",
        "🐢🐇🐢🐇🐢🦊🐢🐇🐢🐇🐢🐇",
    ],
)
def test_should_take_what_nobody_guesses(password: str) -> None:
    assert passwords.problems(password, NAME, EMAIL) == []


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("elevenchars", "at least 12"),
        ("à" * 60 + "bc" * 40, "at most 128"),
        ("motdepassemotdepasse", "tried first"),
        ("MotDePasse2026!!", "tried first"),
        ("!!Casablanca1234", "tried first"),
        ("123456789012", "tried first"),
        ("aaaaaaaaaaaaaaaa", "tried first"),
        ("abababababababab", "tried first"),
        ("P@ssw0rd12345!", "tried first"),
        ("الحمدلله1234567", "tried first"),
        ("2026 zineb 2026", "the name"),
        ("ZÏNEB et son chat", "the name"),
        ("le haddou du sud", "the name"),
        ("zinebaitbenhaddou", "the name"),
        ("z.benhaddou!!!!", "the name"),
    ],
)
def test_should_refuse_for_one_reason(password: str, word: str) -> None:
    (problem,) = passwords.problems(password, NAME, EMAIL)
    assert word in problem
    assert password not in problem


def test_should_let_short_parts_of_a_name_be() -> None:
    assert passwords.problems("chelou ligament 4", "Li El", "li@agence.example") == []


def test_should_list_common_passwords_as_they_are_compared() -> None:
    for line in passwords.COMMON_FILE.read_text(encoding="utf-8").splitlines():
        assert line.startswith("#") or passwords._folded(line) == line


async def test_should_know_the_right_password_however_it_is_typed() -> None:
    stored = await passwords.hashed("café du port 1912")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert await passwords.matches(stored, "cafe\u0301 du port 1912")
    assert not await passwords.matches(stored, "Café du port 1912")
    assert not await passwords.matches("no hash at all", "café du port 1912")
    assert not await passwords.matches(stored, "\ud800")


async def test_should_work_as_long_for_nobody_as_for_somebody() -> None:
    stored = await passwords.hashed("café du port 1912")

    async def shortest(account: str | None) -> float:
        spent = []
        for _ in range(5):
            started = time.perf_counter()
            assert not await passwords.matches(account, "wrong")
            spent.append(time.perf_counter() - started)
        return min(spent)

    assert 0.5 < await shortest(None) / await shortest(stored) < 2


def test_should_find_an_account_by_an_email_in_any_case() -> None:
    assert normalised_email(" Z.BenHaddou@Agence.Example\n") == EMAIL


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("somewhere", "somewhere"),
        ("", ""),
    ],
)
def test_should_count_by_what_one_visitor_has(address: str, network: str) -> None:
    assert network_of(address) == network

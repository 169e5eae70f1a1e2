"""Passwords of staff: what may be one, and how they are stored."""

import asyncio
import secrets
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 128  # characters
SHORTEST_NAME = 3  # shorter parts of a name are found in too many words
COMMON_FILE = Path(__file__).parent / "common_passwords.txt"
# argon2id as the OWASP password storage cheat sheet asks for at least: 19 MiB, two passes, one lane; about 20 ms.
HASHER = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)
# Two at a time: a flood of sign-ins waits here and leaves processors and memory to everybody else.
_WORKERS = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")


def problems(password: str, name: str, email: str) -> list[str]:
    """Why this can't be the password of this member of staff, one sentence each; empty when it can."""
    password = unicodedata.normalize("NFKC", password)
    checks = [
        (len(password) < SHORTEST, f"The password must have at least {SHORTEST} characters."),
        (len(password) > LONGEST, f"The password must have at most {LONGEST} characters."),
        (_is_common(password), "The password is one of those that are tried first."),
        (_holds_name(password, name, email), "The password must not contain the name or the e-mail address."),
    ]
    return [sentence for failed, sentence in checks if failed]


def _folded(text: str) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


@lru_cache
def _common() -> frozenset[str]:
    lines = COMMON_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _is_common(password: str) -> bool:
    """In the list, as it is or without the figures and signs around its letters."""
    folded = _folded(password)
    letters = [place for place, character in enumerate(folded) if character.isalpha()]
    core = folded[letters[0] : letters[-1] + 1] if letters else folded
    return bool({folded, core} & _common()) or len(set(folded)) < 3


def _holds_name(password: str, name: str, email: str) -> bool:
    folded = _folded(password)
    parts = _folded(name).replace("-", " ").replace("'", " ").split()
    parts += ["".join(parts), _folded(email).partition("@")[0]]
    return any(len(part) >= SHORTEST_NAME and part in folded for part in parts)


def _encoded(password: str) -> bytes:
    """The same bytes however a keyboard composes its accents."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


@lru_cache
def _nobodys_hash() -> str:
    return HASHER.hash(secrets.token_bytes(32))


def _matches(stored: str | None, password: str) -> bool:
    nobodys = _nobodys_hash()  # made with the first sign-in of the process, whoever it is
    try:
        HASHER.verify(stored or nobodys, _encoded(password))
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


async def hashed(password: str) -> str:
    """The argon2id hash to store."""
    return await asyncio.get_running_loop().run_in_executor(_WORKERS, HASHER.hash, _encoded(password))


async def matches(stored: str | None, password: str) -> bool:
    """Whether the password is the stored one. Without a stored one the same work is done for nothing."""
    return await asyncio.get_running_loop().run_in_executor(_WORKERS, _matches, stored, password)


def is_outdated(stored: str) -> bool:
    """Whether the hash was made with other parameters than today's."""
    return HASHER.check_needs_rehash(stored)

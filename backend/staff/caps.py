"""Caps on wrong sign-ins. They bind the address they come from, never the account alone.

Redis counts by itself and in its own time, and sees keyed hashes only: neither an e-mail nor an address.
"""

import ipaddress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, cast

from redis.asyncio import Redis

from backend.identity.cipher import look_up

BEGIN = (Path(__file__).parent / "sign_in.lua").read_text(encoding="utf-8")
# The right password takes back what its attempt counted, and ends the account's waits from this address.
FORGIVE = """
redis.call('DEL', KEYS[2], KEYS[3])
for _, place in ipairs({1, 4, 5}) do
  if tonumber(redis.call('GET', KEYS[place]) or '0') > 0 then
    redis.call('DECR', KEYS[place])
  end
end
"""
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000  # milliseconds


@dataclass(frozen=True)
class Limits:
    """How much may go wrong, in the order the script takes it; times in milliseconds.

    An address is locked for `address_window` after `address_failures`. An account waits at an address from its
    `tries_without_wait`th failure on: 4 s, 8 s, 16 s ... up to `longest_wait`. Above `account_failures` in an hour from
    everywhere it waits so long after each failure; the first try of another address is always looked at.
    """

    address_failures: int = 30
    address_window: int = 15 * MINUTE
    tries_without_wait: int = 3
    longest_wait: int = 15 * MINUTE
    account_failures: int = 20
    all_failures: int = 200
    alarm_window: int = HOUR
    account_window: int = DAY


LIMITS = Limits()


@dataclass(frozen=True)
class Attempt:
    """An attempt that was counted, or refused: then `wait_seconds` is not 0.

    `locks` when it was the last of its address for a while. `alarms`, each once an hour: "account" for too many
    failures of one account, "everywhere" for too many in all.
    """

    keys: tuple[str, ...]
    wait_seconds: int
    locks: bool
    alarms: tuple[str, ...]


def network_of(address: str) -> str:
    """What one visitor has: an IPv4 address, or a whole IPv6 /64; anything else as it is."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped or ipaddress.ip_network((int(parsed), 64), strict=False))
    return str(parsed)


def address_code(address: str) -> str:
    """How an address is called in keys and logs."""
    return look_up("staff-address", network_of(address)).hex()


def _keys(address: str, email: str) -> tuple[str, ...]:
    where, account = address_code(address), look_up("email", email).hex()
    names = (
        f"address:{where}",
        f"pair:{account}:{where}",
        f"wait:{account}:{where}",
        f"account:{account}",
        "all",
        f"alarm:{account}",
        "alarm",
    )
    return tuple(f"haqqi:staff:{name}" for name in names)


async def begin(redis: Redis, address: str, email: str, limits: Limits = LIMITS) -> Attempt:
    """Count an attempt on an account (normalised e-mail) from an address, whether the account exists or not."""
    keys = _keys(address, email)
    answer = await cast(Any, redis.eval(BEGIN, len(keys), *keys, *map(str, astuple(limits))))
    wait, locks, *raised = (int(number) for number in answer)
    alarms = [name for name, is_raised in zip(("account", "everywhere"), raised, strict=True) if is_raised]
    return Attempt(keys, -(-wait // 1000), bool(locks), tuple(alarms))


async def forgive(redis: Redis, attempt: Attempt) -> None:
    """The password was right: the attempt was no failure."""
    await cast(Any, redis.eval(FORGIVE, len(attempt.keys), *attempt.keys))

"""Defects that an attack found, each shown by what a stranger would do."""

import asyncio
import socket
import uuid

import httpx
import pytest
from redis.asyncio import Redis

from backend.body_limit import LARGEST_BYTES
from backend.identity import codes
from backend.settings import get_settings
from tests.clients import Browser, Phone, code_sent_to
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio

People = list[dict[str, str]]


@pytest.fixture
def visitor(stack: Stack, twilio: FakeTwilio) -> Browser:
    return Browser(stack, twilio)


def begins_with_06(people: People) -> dict[str, str]:
    return next(person for person in people if person["idcs"].startswith("06"))


def sharing_a_phone(people: People) -> tuple[dict[str, str], dict[str, str]]:
    phones = [person["phone"] for person in people]
    first, second = (person for person in people if phones.count(person["phone"]) > 1)
    return first, second


def test_should_accept_every_message_id_it_allows(visitor: Browser) -> None:
    statuses = [visitor.post("salut", "a" * length).status_code for length in (36, 40, 41, 44, 64)]
    assert statuses == [200, 200, 422, 422, 422]


def test_should_keep_the_open_question_after_an_unreadable_message(
    visitor: Browser, twilio: FakeTwilio, people: People
) -> None:
    person = begins_with_06(people)
    before = len(twilio.to(person["phone"]))
    visitor.say("Quel est mon score ?")
    for unreadable in ("😀😀", "", "x" * 1001):
        assert "IDCS" in visitor.say(unreadable)[-1]
    assert "6 chiffres" in visitor.say(person["idcs"])[-1]
    assert person["score"] in visitor.say(code_sent_to(twilio, person["phone"], before))[-1]


def test_should_take_a_shown_choice_while_a_form_is_open(visitor: Browser) -> None:
    visitor.say("Quel est mon score ?")
    answers = visitor.ask("c'est quoi AMO Tadamon ?")
    labels = [choice["label"] for choice in answers[0]["choices"]]
    number = labels.index("Mon score") + 1
    assert "chiffres n'est pas le bon" not in visitor.say(str(number))[-1]
    assert "IDCS" in visitor.say("c'est quoi le score rsu")[-1]
    assert "téléphone" in visitor.say("7")[-1]


@pytest.mark.parametrize("speaks", [Browser, Phone])
def test_should_change_the_language_by_number_while_a_form_is_open(
    stack: Stack, twilio: FakeTwilio, speaks: type[Browser] | type[Phone]
) -> None:
    speaker = speaks(stack, twilio)
    speaker.say("Quel est mon score ?")
    choices = speaker.say("je veux changer de langue")[-1]
    assert "3" in choices
    assert "4" in choices
    answered = speaker.say("3")[-1]
    assert "IDCS" in answered
    assert "chiffres" not in answered


def test_should_not_give_one_persons_score_to_another_on_a_shared_phone(
    stack: Stack, twilio: FakeTwilio, people: People
) -> None:
    first, second = sharing_a_phone(people)
    phone = Phone(stack, twilio, first["phone"])

    def identify(person: dict[str, str]) -> str:
        phone.say("annuler")
        phone.say("quel est mon score")
        phone.say(person["birth_date"])
        return phone.say(person["idcs"][-4:])[-1]

    assert first["score"] in identify(first)
    phone.say(second["idcs"])
    assert first["score"] not in " ".join(phone.say("quel est mon score"))
    assert second["score"] in identify(second)
    assert first["score"] in identify(first)


@pytest.fixture
def redis_client(stack: Stack) -> Redis:
    return Redis.from_url(get_settings().redis_address)


def test_should_cap_the_codes_that_strangers_send_to_a_phone(redis_client: Redis) -> None:
    phone = f"+2126{uuid.uuid4().int % 10**8:08d}"

    async def ask(times: int, per_hour: int, per_day: int) -> list[bool]:
        return [await codes.may_send(redis_client, phone, per_hour, per_day) for _ in range(times)]

    async def all_of_it() -> None:
        assert await ask(4, 3, 5) == [True, True, True, False]
        assert await ask(3, 9, 5) == [True, True, False]
        await redis_client.aclose()

    asyncio.run(all_of_it())


async def forget_counts(client: Redis) -> None:
    """What was counted here must not be missing in other tests."""
    async with client:
        await client.delete(*[key async for key in client.scan_iter("haqqi:codes:*")])


def test_should_say_the_same_when_a_phone_had_its_codes(
    visitor: Browser, twilio: FakeTwilio, people: People, redis_client: Redis
) -> None:
    person = people[12]  # nobody else in the tests: a phone gets few codes an hour
    most = get_settings().code_caps[0]
    before = len(twilio.to(person["phone"]))
    replies = set()
    for _ in range(most + 3):
        visitor.say("Quel est mon score ?")
        replies.add(visitor.say(person["idcs"])[-1])
        visitor.say("annuler")
    assert len(replies) == 1
    twilio.wait_for(person["phone"], before + most)
    assert len(twilio.to(person["phone"])) - before == most
    asyncio.run(forget_counts(redis_client))


@pytest.mark.parametrize("path", ["/channels/webchat/messages", "/channels/sms/twilio", "/channels/sms/jasmin"])
@pytest.mark.parametrize("announced", [True, False])
def test_should_refuse_a_huge_body_before_reading_it(stack: Stack, path: str, announced: bool) -> None:
    huge = b'{"id": "' + b"a" * (4 * LARGEST_BYTES)
    pieces = (huge[start : start + 65536] for start in range(0, len(huge), 65536))
    headers = {"Content-Type": "application/json"}
    try:
        answer = httpx.post(stack.url + path, content=huge if announced else pieces, headers=headers, timeout=30)
    except httpx.TransportError:  # the door was shut while the body was still on its way
        return
    assert answer.status_code == 413 if announced else answer.status_code in {400, 403}
    assert answer.headers["content-type"] == "application/problem+json"


def test_should_not_wait_for_a_body_for_ever(stack: Stack) -> None:
    with socket.create_connection(("127.0.0.1", stack.port), timeout=40) as connection:
        connection.sendall(
            b"POST /channels/webchat/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"Content-Length: 100\r\n\r\n{"
        )
        assert b" 400 " in connection.recv(4096)

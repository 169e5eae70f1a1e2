"""The digit that sends what an SMS had no room for: the question is asked again, nothing of the answer is kept."""

from typing import Any

import redis

from backend.notifications.segments import measure
from backend.settings import get_settings
from tests.clients import Browser, Phone
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio
from tests.integration.test_resilience import wait_until_understood

People = list[dict[str, Any]]


def test_should_identify_again_before_it_tells_more_of_a_person(
    stack: Stack, twilio: FakeTwilio, people: People
) -> None:
    person = people[3]
    phone = Phone(stack, twilio, person["phone"])
    phone.say("annuler")
    phone.say("combien je dois à la CNSS")
    phone.say(person["birth_date"])
    (owed,) = phone.say(person["idcs"][-4:])
    assert "1=Pourquoi" in owed
    redis.Redis.from_url(get_settings().redis_address).flushall()  # nobody is verified any more
    (asked,) = phone.say("1")
    assert "naissance" in asked
    assert "DH" not in asked
    phone.say(person["birth_date"])
    assert phone.say(person["idcs"][-4:]) == [owed]
    (more,) = phone.say("1")
    assert "Dernier paiement" in more


def test_should_tell_more_while_rasa_is_down(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    assert "1=3lach" in phone.say("chno hiya amo tadamon")[0]
    stack.manage("stop", name="rasa")
    try:
        assert "RAMED" in phone.say("1")[0]
    finally:
        stack.manage("start", name="rasa")
        wait_until_understood(phone)


def test_should_go_back_to_the_open_question_afterwards(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    phone.say("شحال المؤشر ديالي؟")
    phone.say("1234567890")
    answer, prompt = phone.say("شنو كترجع أمو من الدوا")
    assert "1=علاش؟" in answer
    assert "الكود" in prompt
    more = phone.say("1")
    assert "macnss.ma" in " ".join(more)
    assert more[-1].endswith(prompt)
    assert "ماشي صحيح" in phone.say("000000")[0]


def test_should_send_long_remainders_in_several_sms_of_two_parts(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    phone.say("كيفاش نتسجل فـ RSU")
    sent = phone.say("1")
    assert len(sent) > 1
    assert all(measure(text).segments <= 2 for text in sent)
    assert "عقد الازدياد" in sent[0]
    assert "1=" in sent[-1]
    assert all("1=" not in text for text in sent[:-1])


def test_should_offer_no_such_digit_where_nothing_is_left_out(stack: Stack, twilio: FakeTwilio) -> None:
    (answer,) = Browser(stack, twilio).ask("chno hiya amo tadamon")
    assert "RAMED" in answer["text"]
    assert [choice["label"] for choice in answer["choices"]] == ["AMO dyali", "Lmo2achir dyali"]

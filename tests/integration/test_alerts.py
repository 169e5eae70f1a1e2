"""Alerts on and off: who may change them, and what is recorded."""

import re
from typing import Any

import psycopg

from backend.identity.cipher import look_up
from backend.settings import get_settings
from tests.clients import Browser, Phone, WhatsApp, code_sent_to
from tests.conftest import Stack
from tests.fakes.twilio import FakeTwilio

WORD = re.compile(r"répondez (\d{2})")


def wanted(phone: str) -> list[bool]:
    """What is recorded for a phone."""
    with psycopg.connect(get_settings().libpq_url) as connection:
        query = "select wanted from alert_preference where phone_hash = %s"
        return [row[0] for row in connection.execute(query, [look_up("phone", phone)])]


def word_in(replies: list[str]) -> str:
    found = WORD.search("".join(replies))
    assert found, replies
    return found.group(1)


def test_should_change_alerts_by_sms_only_with_the_word_of_our_reply(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    word = word_in(phone.say("je veux recevoir des alertes par sms"))
    other = "21" if word != "21" else "22"
    assert word_in(phone.say(other)) != ""
    assert wanted(phone.number) == []
    (reply,) = phone.say(word_in(phone.say("je veux recevoir des alertes par sms")))
    assert "C'est noté" in reply
    assert wanted(phone.number) == [True]
    (reply,) = phone.say("activez les alertes sms svp")
    assert "déjà actives" in reply
    (reply,) = phone.say(word_in(phone.say("STOP")))
    assert "plus d'alertes" in reply
    assert wanted(phone.number) == [False]


def test_should_forget_a_word_after_three_wrong_ones(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    phone.say("bonjour")
    word = word_in(phone.say("STOP"))
    wrong = "97" if word != "97" else "96"
    assert word_in(phone.say(wrong)) == word
    phone.say(wrong)
    phone.say(wrong)
    (reply,) = phone.say(word)
    assert "pas dans la liste" in reply
    assert wanted(phone.number) == []


def test_should_change_alerts_on_whatsapp_at_once(stack: Stack) -> None:
    person = WhatsApp(stack)
    (reply,) = person.say("je veux recevoir des alertes par sms")
    assert person.number[-2:] in reply
    assert wanted(person.number) == [True]
    person.say("stop")
    assert wanted(person.number) == [False]


def test_should_identify_on_the_web_first_and_change_the_registered_phone(
    stack: Stack, twilio: FakeTwilio, people: list[dict[str, Any]]
) -> None:
    person = people[6]
    browser = Browser(stack, twilio)
    (reply,) = browser.say("je veux recevoir des alertes par sms")
    assert "IDCS" in reply
    before = len(twilio.to(person["phone"]))
    browser.say(person["idcs"])
    (reply,) = browser.say(code_sent_to(twilio, person["phone"], before))
    assert "C'est noté" in reply
    assert wanted(person["phone"]) == [True]


def test_should_leave_a_form_with_stop_instead_of_changing_alerts(stack: Stack, twilio: FakeTwilio) -> None:
    phone = Phone(stack, twilio)
    phone.say("quel est mon score rsu")
    (reply,) = phone.say("stop")
    assert "annulé" in reply
    assert wanted(phone.number) == []

"""Filing a review in conversations of the running Haqqi while it is killed, emptied, hurried and lied to."""

import re
import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import httpx
import psycopg
import pytest
import redis
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from backend import clock
from backend.answers.model import Text
from backend.answers.rendering import message
from backend.conversations.models import Conversation, InboundMessage
from backend.database import sync_engine
from backend.identity.cipher import look_up
from backend.notifications.models import OutboxMessage
from backend.registry.models import Person
from backend.reviews.models import ReviewEvent, ReviewInformation, ReviewRequest
from backend.reviews.states import TRANSITIONS
from backend.settings import get_settings
from tests.clients import Browser, post_twilio, twiml
from tests.conftest import Stack
from tests.conversations.test_transcripts import Run
from tests.fakes.twilio import FakeTwilio
from tests.families import add_family
from tests.integration.reviews.test_whole_way import wait_until

Step = dict[str, Any]
WORDS = "la voiture est vendue depuis deux ans, nous n'en avons plus"
ANSWER = "le contrat est perdu mais la commune en garde une copie"


def say(text: str, *expect: str) -> Step:
    return {"say": text, "expect": expect}


# One way through the dialogue for each channel: by phone the word of our reply confirms, elsewhere a choice.
CONTEST = say("je veux contester mon score")
IDENTITY = {
    "sms": [say("{birth_date}", "IDCS"), say("{idcs_end}", "faux")],
    "whatsapp": [say("{birth_date}", "IDCS"), say("{idcs_end}", "faux")],
    "webchat": [say("{idcs}", "code"), say("{code}", "faux")],
}
CHANGE = {"sms": "1", "whatsapp": "2", "webchat": "2"}
WITHDRAW = {"sms": "2", "whatsapp": "1", "webchat": "1"}
YES = {"sms": "{word}", "whatsapp": "1", "webchat": "1"}


def filing(channel: str) -> list[Step]:
    """Contest, identify, pick an item, say its number, correct with words, confirm."""
    return [
        CONTEST, *IDENTITY[channel], say("1", "Combien"), say("on est 6", "6"), say(CHANGE[channel], "faux"),
        say(WORDS, "mots"), say(YES[channel], "REV-"),
    ]  # fmt: skip


def known(channel: str) -> list[Step]:
    """The same by somebody who has proved before who they are, in words only."""
    first, last = IDENTITY[channel]
    identified = [say("quel est mon score ?"), first, say(last["say"], "{score}")]
    return [*identified, say("je veux contester mon score", "faux"), say(WORDS, "mots"), say(YES[channel], "REV-")]


def withdrawing(channel: str) -> list[Step]:
    status = say("où en est ma révision ?", "{reference}")
    return [
        *known(channel),
        status,
        say(WITHDRAW[channel], "{reference}", "etire"),
        say(YES[channel], "{reference}", "retirée"),
    ]


def answering(channel: str) -> list[Step]:
    asked = {"agency": {"status": "more_information_requested", "words": "Le contrat de vente"}}
    status = say("où en est ma révision ?", "contrat de vente")
    told = [say(ANSWER, "répondez"), say("{word}", "{reference}", "réponse")]
    return [*known(channel), asked, status, say("1", "réponse"), *told]


def dropping(channel: str) -> list[Step]:
    erased = [say("2", "répondez"), say("{word}", "effacé")] if channel == "sms" else [say("2", "effacé")]
    return [*known(channel)[:-1], say("annuler", "gardé"), *erased]


WAYS = {"filing": filing, "known": known, "withdrawing": withdrawing, "answering": answering, "dropping": dropping}


# What is looked at behind the dialogue --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def engine(stack: Stack) -> Iterator[Engine]:
    engine = sync_engine(get_settings().sqlalchemy_url)
    yield engine
    engine.dispose()


def conversation_of(engine: Engine, run: Run) -> Conversation:
    if isinstance(run.client, Browser):
        found = Conversation.id == uuid.UUID(run.client.conversation["id"])
    else:
        hashed = look_up("phone", run.client.number)
        found = (Conversation.channel == run.channel) & (Conversation.address_hash == hashed)
    with Session(engine) as session:
        return session.scalars(select(Conversation).where(found)).one()


def requests(engine: Engine, person: dict[str, Any]) -> list[ReviewRequest]:
    """Every request of the person's household, the oldest first."""
    with Session(engine) as session:
        household = session.get_one(Person, uuid.UUID(person["id"])).household_id
        query = select(ReviewRequest).where(ReviewRequest.household_id == household).order_by(ReviewRequest.begun_at)
        return list(session.scalars(query))


def filed(engine: Engine, person: dict[str, Any]) -> list[ReviewRequest]:
    return [request for request in requests(engine, person) if request.submitted_at]


def check_history(engine: Engine, person: dict[str, Any]) -> None:
    """Complete: from the draft to the present state without a gap. Legal: every change is in the table."""
    with Session(engine) as session:
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})  # the relay goes on meanwhile
        household = session.get_one(Person, uuid.UUID(person["id"])).household_id
        for request in session.scalars(select(ReviewRequest).where(ReviewRequest.household_id == household)):
            query = select(ReviewEvent).where(ReviewEvent.request_id == request.id).order_by(ReviewEvent.position)
            check_rows(request, list(session.scalars(query)))


def check_rows(request: ReviewRequest, rows: list[ReviewEvent]) -> None:
    assert [row.position for row in rows] == list(range(request.history_length))
    assert (rows[0].from_status, rows[0].to_status) == (None, "draft")
    assert all(earlier.to_status == later.from_status for earlier, later in pairwise(rows))
    changed = [(str(row.from_status), row.to_status) for row in rows[1:] if row.from_status != row.to_status]
    assert all(after in TRANSITIONS[before] for before, after in changed), changed
    assert rows[-1].to_status == request.status
    steps = [row.to_status for row in rows if row.from_status != row.to_status]
    assert steps.count("submitted") == bool(request.submitted_at)


def receipts(engine: Engine, person: dict[str, Any]) -> list[str]:
    """The receipts that were made for the person's phone, in their order."""
    mine = (OutboxMessage.address_hash == look_up("phone", person["phone"])) & (
        OutboxMessage.message_class == "receipt"
    )
    with Session(engine) as session:
        query = select(OutboxMessage).where(mine).order_by(OutboxMessage.created_at)
        return [row.body for row in session.scalars(query)]


def check_receipts(engine: Engine, twilio: FakeTwilio, person: dict[str, Any], count: int) -> None:
    """So many were made, and each arrived once."""
    made = receipts(engine, person)
    assert len(made) == len(set(made)) == count, made
    wait_until(lambda: set(made) <= {message["body"] for message in twilio.to(person["phone"])})
    arrived = [message["body"] for message in twilio.to(person["phone"])]
    assert [arrived.count(text) for text in made] == [1] * count


def a_run(channel: str, stack: Stack, twilio: FakeTwilio, person: dict[str, Any]) -> Run:
    return Run(channel, stack, twilio, person, person["phone"])


def play(run: Run, steps: list[Step]) -> str:
    """Do steps, each with what is expected of it; the last reply."""
    replies = ""
    for step in steps:
        replies = run.do(step)
        check_reply(run, step, replies)
    return replies


def check_reply(run: Run, step: Step, replies: str) -> None:
    for expected in step.get("expect", ()):
        assert expected.format(**run.words) in replies, (step, replies)
    assert "pas trouvé" not in replies, (step, replies)  # nothing that is said here is misunderstood


# Killed ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """The service dies at one step of a way, at a moment between storing the message and its reply.

    `stored`: nobody has looked at the message. `begun`: it is understood, Redis is written, the draft is not.
    `done`: all is done but for the reply.
    """

    way: str
    channel: str
    moment: str
    at: int  # from the end when negative

    def __str__(self) -> str:
        """What pytest shows."""
        return f"{self.way}-{self.channel}-{self.moment}-{self.at}"

    @property
    def steps(self) -> list[Step]:
        return WAYS[self.way](self.channel)


def at_both_moments(way: str, channel: str, *places: int) -> list[Case]:
    return [Case(way, channel, moment, at) for at in places for moment in ("stored", "done")]


# Turns that are held wait with one connection each, and the service has twenty.
CASES = [
    *(Case("filing", "sms", "stored", at) for at in range(8)),
    *(Case("filing", "sms", "begun", at) for at in (2, 7)),
    *(Case("filing", "sms", "done", at) for at in (1, 2, 3, 4, 6, 7)),
    *at_both_moments("known", "sms", 3),
    *at_both_moments("withdrawing", "sms", -1),
    *at_both_moments("answering", "sms", -2, -1),
    *at_both_moments("dropping", "sms", -1),
    *at_both_moments("filing", "webchat", -1),
    *at_both_moments("filing", "whatsapp", -1),
    Case("filing", "webchat", "begun", -1),
    Case("filing", "webchat", "done", 2),
    Case("withdrawing", "sms", "stored", -2),
    Case("withdrawing", "webchat", "done", -1),
]


@dataclass
class Victim:
    """Somebody whose message was in hand when the service died."""

    case: Case
    person: dict[str, Any]
    run: Run
    conversation_id: uuid.UUID

    def last_reply(self, engine: Engine) -> list[str]:
        """The texts that answer the last message; none while it waits."""
        with Session(engine) as session:
            mine = InboundMessage.conversation_id == self.conversation_id
            query = select(InboundMessage.id).where(mine).order_by(InboundMessage.received_at.desc()).limit(1)
            rows = select(OutboxMessage).where(OutboxMessage.inbound_id == query.scalar_subquery())
            return [row.body for row in session.scalars(rows.order_by(OutboxMessage.position))]

    def heard(self) -> list[str]:
        """What reached the person outside the answers of webhooks."""
        client = self.run.client
        if isinstance(client, Browser):
            headers = {"Authorization": f"Bearer {client.conversation['token']}"}
            shown = client.http.get("/channels/webchat/messages", params=client.conversation, headers=headers).json()
            return [message["text"] for message in shown["messages"]]
        address = client.number if self.case.channel == "sms" else f"whatsapp:{client.number}"
        return [message["body"] for message in self.run.twilio.to(address)]


def is_up(stack: Stack) -> bool:
    try:
        return httpx.get(f"{stack.url}/readyz").status_code == 200
    except httpx.HTTPError:
        return False


def name_of_lock(victim: Victim) -> str:
    return f"haqqi:conversation:{victim.conversation_id}"


@contextmanager
def held(victims: list[Victim]) -> Iterator[None]:
    """Let nobody's turn come further than the moment of the case."""
    store, at = redis.Redis.from_url(get_settings().redis_address), moments(victims)
    for victim in at["stored"]:
        assert store.set(name_of_lock(victim), "the test", nx=True, ex=60)
    with psycopg.connect(get_settings().libpq_url) as connection:
        replies = "select from conversation where id = any(%s) for no key update"
        connection.execute(replies, [[victim.conversation_id for victim in at["done"]]])
        drafts = (
            "select pg_advisory_xact_lock(hashtextextended('review:' || n.id, 0)) from score_notice n "
            "join person p on p.household_id = n.household_id where p.id = any(%s)"
        )
        connection.execute(drafts, [[uuid.UUID(victim.person["id"]) for victim in at["begun"]]])
        yield
        connection.rollback()
    for victim in at["stored"]:
        store.delete(name_of_lock(victim))


def moments(victims: list[Victim]) -> dict[str, list[Victim]]:
    return {name: [v for v in victims if v.case.moment == name] for name in ("stored", "begun", "done")}


def count(query: str, *values: Any) -> int:
    with psycopg.connect(get_settings().libpq_url) as connection:
        row = connection.execute(query.encode(), values).fetchone()
    assert row
    return int(row[0])


def hang(victims: list[Victim]) -> bool:
    """Whether every message is stored, and every turn has come as far as it may."""
    at, ids = moments(victims), [victim.conversation_id for victim in victims]
    waiting = count("select count(*) from inbound_message where conversation_id = any(%s) and status = 'received'", ids)
    stopped = "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike %s"
    found = [waiting, count(stopped, "update conversation%"), count(stopped, "%pg_advisory_xact_lock%")]
    return found == [len(victims), len(at["done"]), len(at["begun"])]


def let_a_minute_pass(victims: list[Victim]) -> None:
    """What a killed process claimed runs out in half a minute at most: it has."""
    store = redis.Redis.from_url(get_settings().redis_address)
    for victim in victims:
        assert store.ttl(name_of_lock(victim)) <= 30
        assert store.ttl(name_of_lock(victim)) != -1  # for ever
        store.delete(name_of_lock(victim))
    with psycopg.connect(get_settings().libpq_url) as connection:
        connection.execute(
            "update inbound_message set received_at = received_at - interval '1 minute', "
            "claimed_until = claimed_until - interval '1 minute' where conversation_id = any(%s)",
            [[victim.conversation_id for victim in victims]],
        )


@pytest.fixture(scope="module")
def victims(stack: Stack, twilio: FakeTwilio, engine: Engine) -> dict[Case, Victim]:
    """One kill for all cases: everybody comes to their step and writes, the service dies, the worker takes it up."""

    def prepare(case: Case) -> Victim:
        person = add_family()[0]
        run = a_run(case.channel, stack, twilio, person)
        play(run, case.steps[: case.at])
        return Victim(case, person, run, conversation_of(engine, run).id)

    with ThreadPoolExecutor(len(CASES)) as threads:
        found = [prepare(case) for case in CASES]
        with held(found):
            sent = [threads.submit(victim.run.say, victim.case.steps[victim.case.at]["say"]) for victim in found]
            wait_until(lambda: hang(found))
            stack.manage("signal", name="service", signum=9)
            assert all(isinstance(message.exception(timeout=30), httpx.HTTPError) for message in sent)
    let_a_minute_pass(found)
    wait_until(lambda: all(victim.last_reply(engine) for victim in found), seconds=60)
    wait_until(lambda: is_up(stack), seconds=60)
    return {victim.case: victim for victim in found}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_should_go_on_where_the_service_was_killed(
    case: Case, victims: dict[Case, Victim], engine: Engine, twilio: FakeTwilio
) -> None:
    victim = victims[case]
    reply = victim.last_reply(engine)
    wait_until(lambda: all(any(text in heard for heard in victim.heard()) for text in reply))
    note(victim.run, "\n".join(reply))
    check_reply(victim.run, case.steps[case.at], "\n".join(reply))
    play(victim.run, case.steps[case.at :][1:])
    check_end(case.way, victim.person, engine, twilio)


def note(run: Run, replies: str) -> None:
    """What Run.say keeps of a reply."""
    run.words["word"] = (re.findall(r"\b\d\d\b", replies) or [""])[-1]
    run._note_reference(replies)


def check_end(way: str, person: dict[str, Any], engine: Engine, twilio: FakeTwilio) -> None:
    """Whatever happened: one request with all that was said, a legal history, every receipt once."""
    (request,) = requests(engine, person)
    check_history(engine, person)
    assert request.status in {
        "withdrawing": ["withdrawn"], "dropping": ["withdrawn"], "answering": ["in_review"],
    }.get(way, ["submitted", "transmitted"])  # fmt: skip
    assert request.text == (None if way == "dropping" else WORDS)
    assert request.corrections == ({"household_size": 6} if way == "filing" else {})
    assert request.items == list(request.corrections)
    check_receipts(engine, twilio, person, {"withdrawing": 2, "answering": 2, "dropping": 0}.get(way, 1))
    if way == "answering":
        with Session(engine) as session:
            (asked,) = session.scalars(select(ReviewInformation).where(ReviewInformation.request_id == request.id))
            assert asked.answer == ANSWER


# At the same moment ---------------------------------------------------------------------------------------------------


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """What they give who all start at the same moment."""
    barrier = threading.Barrier(len(works))

    def start(work: Callable[[], Any]) -> Any:
        barrier.wait(10)
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(start, works))


def sender(run: Run, text: str) -> Callable[[], str]:
    """Send a text as one message, however often it is sent: the provider repeats it."""
    name = uuid.uuid4().hex
    if isinstance(run.client, Browser):
        shown = run.client.post
        return lambda: "\n".join(message["text"] for message in shown(text, name).json()["messages"])
    number = run.client.number
    return lambda: "\n".join(twiml(post_twilio(run.stack, number, text, f"SM{name}")))


def ready(channel: str, stack: Stack, twilio: FakeTwilio, person: dict[str, Any], way: str = "filing") -> Run:
    """Somebody who has been asked to confirm."""
    run = a_run(channel, stack, twilio, person)
    play(run, WAYS[way](channel)[:-1])
    return run


def reference_of(engine: Engine, person: dict[str, Any]) -> str:
    (request,) = filed(engine, person)
    check_history(engine, person)
    assert request.reference
    return request.reference


@pytest.mark.parametrize("channel", ["sms", "webchat"])
def test_should_file_once_when_the_confirmation_comes_several_times(
    channel: str, stack: Stack, twilio: FakeTwilio, engine: Engine
) -> None:
    person = add_family()[0]
    run = ready(channel, stack, twilio, person)
    confirm = sender(run, YES[channel].format(**run.words))
    replies = at_once(*[confirm] * 5)
    assert len(set(replies)) == 1
    assert reference_of(engine, person) in replies[0]
    assert confirm() == replies[0]
    check_end("filing", person, engine, twilio)


@pytest.mark.parametrize("turn", range(3))
def test_should_file_once_when_one_person_confirms_on_two_channels(
    turn: int, stack: Stack, twilio: FakeTwilio, engine: Engine
) -> None:
    person = add_family()[0]
    phone = ready("sms", stack, twilio, person)
    browser = a_run("webchat", stack, twilio, person)
    first, last = IDENTITY["webchat"]
    play(browser, [CONTEST, first, say(last["say"], WORDS)])
    replies = at_once(sender(phone, phone.words["word"]), sender(browser, "1"))
    reference = reference_of(engine, person)
    assert [reference in reply for reply in replies] == [True, True], replies
    check_end("filing", person, engine, twilio)


@pytest.mark.parametrize("turn", range(3))
def test_should_file_once_when_both_adults_confirm(turn: int, stack: Stack, twilio: FakeTwilio, engine: Engine) -> None:
    adults = add_family()
    runs = [ready("sms", stack, twilio, person) for person in adults]
    replies = at_once(*[sender(run, run.words["word"]) for run in runs])
    reference = reference_of(engine, adults[0])
    assert [reference in reply for reply in replies] == [True, True], replies
    for run in runs:
        status = run.say("où en est ma révision ?")
        assert reference in status
        assert "pas encore envoyée" not in status
    assert {request.text for request in requests(engine, adults[0])} == {WORDS}
    check_history(engine, adults[0])
    check_receipts(engine, twilio, adults[0], 1)


# Here and there -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("begun", "finished"), [("sms", "webchat"), ("webchat", "sms"), ("whatsapp", "sms")])
def test_should_finish_on_one_channel_what_was_begun_on_another(
    begun: str, finished: str, stack: Stack, twilio: FakeTwilio, engine: Engine
) -> None:
    person = add_family()[0]
    ready(begun, stack, twilio, person)
    run = a_run(finished, stack, twilio, person)
    first, last = IDENTITY[finished]
    said = ["selon vous 6", "ots"] if finished == "sms" else ["selon vous 6", WORDS]
    play(run, [CONTEST, first, say(last["say"], *said), say(YES[finished], "REV-")])
    check_end("filing", person, engine, twilio)


# How many steps of the way are done when Redis loses all, and what the person says again.
@pytest.mark.parametrize(("at", "again"), [(3, (3,)), (4, (5, 3, 4, 5)), (5, (5,)), (6, (5, 6)), (7, (7,))])
@pytest.mark.parametrize("channel", ["sms", "webchat"])
def test_should_go_on_with_what_was_said_when_redis_is_emptied(
    channel: str, at: int, again: tuple[int, ...], stack: Stack, twilio: FakeTwilio, engine: Engine
) -> None:
    person, steps = add_family()[0], filing(channel)
    run = a_run(channel, stack, twilio, person)
    play(run, steps[:at])
    redis.Redis.from_url(get_settings().redis_address).flushall()
    first, last = IDENTITY[channel]
    asked = run.do(steps[at])
    assert ("naissance" if channel == "sms" else "IDCS") in asked
    assert not filed(engine, person)
    noted = "selon vous 6" if at > 4 else "Nombre de personnes" if at == 4 else "faux"
    play(run, [first, say(last["say"], noted), *(steps[number] for number in again)])
    play(run, steps[max(*again, at) + 1 :])
    check_end("filing", person, engine, twilio)


# Somebody else --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", ["sms", "webchat"])
def test_should_show_and_file_nothing_of_somebody_else(
    channel: str, stack: Stack, twilio: FakeTwilio, engine: Engine
) -> None:
    other = add_family(declared={"cars": 0, "rooms": 5, "household_size": 3})[0]
    play(a_run("sms", stack, twilio, other), known("sms"))
    check_receipts(engine, twilio, other, 1)
    reference, before = reference_of(engine, other), len(twilio.to(other["phone"]))
    person, steps = add_family()[0], filing(channel)
    run = a_run(channel, stack, twilio, person)
    heard = []
    for step in steps[:-1]:
        heard.append(run.do(step))
        check_reply(run, step, heard[-1])
        if steps.index(step) > 2:  # identified
            heard.append(run.client.say(f"où en est la révision {reference} ?")[-1])
    heard.append("\n".join(run.client.say(f"c'est pour l'IDCS {other['idcs']}")))
    assert "REV-" not in heard[-1]
    assert "REV-" not in "\n".join(run.client.say("oui")), "whoever names another household is signed out"
    assert not filed(engine, person)
    last = [f"retirer la demande {reference}", "oui", "annuler", f"où en est la révision {reference} ?"]
    heard += ["\n".join(run.client.say(text)) for text in last]
    assert not [reply for reply in heard if other["score"] in reply or "enregistrée le" in reply]
    assert [request.reference for request in requests(engine, other)] == [reference]
    check_history(engine, other)
    assert len(twilio.to(other["phone"])) == before


def wrong(word: str, count: int) -> list[str]:
    return [str(number) for number in range(20, 99) if str(number) != word][:count]


def test_should_not_file_for_a_forged_sender(stack: Stack, twilio: FakeTwilio, engine: Engine) -> None:
    """Whoever forges the sender of an SMS never reads our replies: they do not know the word."""
    person = add_family()[0]
    run = ready("sms", stack, twilio, person)
    for number in wrong(run.words["word"], 20):  # three count, then the word is gone
        run.client.say(number)
    assert not filed(engine, person)
    assert "répondez" in run.say("révision")
    for text in ("oui", *wrong(run.words["word"], 3), "oui", run.words["word"]):
        run.client.say(text)
    assert "répondez" not in run.say("révision"), "six wrong words within an hour: no other one is given out"
    for number in (str(number) for number in range(20, 99)):
        run.client.say(number)
    assert not filed(engine, person)
    (draft,) = requests(engine, person)
    assert draft.status == "draft"
    on_web = Run("webchat", stack, twilio, person, None)  # the person themselves is not locked out
    on_web.say("je veux contester mon score")
    assert WORDS in on_web.identify()
    assert "REV-" in on_web.say("1")
    reference_of(engine, person)


# The agency is silent -------------------------------------------------------------------------------------------------


SPOKEN = {
    "fr": ("je veux contester mon score", WORDS, "où en est ma révision ?", "pas encore confirm"),
    "ar": (
        "أريد الطعن في مؤشري", "أسرتي ليس لديها سيارة منذ سنتين وقد بعناها", "ماذا حدث لطلب المراجعة الذي قدمته؟",
        "لم تؤكد",
    ),
    "ary": (
        "بغيت نعترض على المؤشر ديالي", "الطوموبيل بعتها هادي عام وما بقات عندي حتى وحدة دابا",
        "داك الطلب اللي درت على المؤشر أشنو صار فيه", "ما أكدات",
    ),
    "ary-Latn": (
        "bghit n3tared 3la score dyali", "lkarta dyal ramed salat w ana ma khdamch had 3am kaml",
        "fin wsel talab moraja3a dyali", "ma 2ekkdat",
    ),
}  # fmt: skip


@pytest.fixture
def set_clock(stack: Stack) -> Iterator[Callable[[timedelta], None]]:
    yield lambda wait: clock.set_clock(stack.home, datetime.now(UTC) + wait)
    clock.reset_clock(stack.home)


def claims(variety: str, channel: str, reference: str) -> list[str]:
    """How we would say that the agency has it in its hands."""
    keys, named = ["review-acknowledged-plain", "review-in-review"], {"reference": Text(reference)}
    short = channel == "sms"
    return [message(key, variety, dict(named), short=short, channel=channel) for key in keys]


@pytest.mark.parametrize("variety", SPOKEN)
@pytest.mark.parametrize("channel", ["sms", "webchat"])
def test_should_never_say_that_a_silent_agency_confirmed(
    channel: str,
    variety: str,
    stack: Stack,
    twilio: FakeTwilio,
    engine: Engine,
    set_clock: Callable[[timedelta], None],
) -> None:
    contest, words, status, unconfirmed = SPOKEN[variety]
    person = add_family()[0]
    run = a_run(channel, stack, twilio, person)
    first, last = ({"say": step["say"]} for step in IDENTITY[channel])
    play(run, [say(contest), first, last, say(words), say(YES[channel], "REV-")])
    reference = reference_of(engine, person)
    check_receipts(engine, twilio, person, 1)  # else it comes beside the code of the next identification
    heard = [run.say(status), run.say(contest)]
    for days in (4, 10):
        set_clock(timedelta(days=days))
        run.say(status)
        run.do(first)
        heard += [run.do(last), run.say(contest)]
    for reply in heard:
        assert reference in reply, heard
        assert unconfirmed in reply, heard
    said = "\n".join([*heard, *(text["body"] for text in twilio.to(person["phone"]))])
    assert not [claim for claim in claims(variety, channel, reference) if claim in said]
    assert filed(engine, person)[0].status in {"submitted", "transmitted"}

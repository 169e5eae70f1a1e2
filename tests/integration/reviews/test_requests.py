"""Asking for a review: from the draft to its end, each thing once."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from backend import references
from backend.attachments.service import delete_expired_files, hold
from backend.registry.models import Person
from backend.reviews import agency, decisions, service
from backend.reviews.history import history_of
from backend.reviews.parties import Party, ReviewRefusedError
from backend.reviews.proofs import record_seen
from backend.reviews.views import RequestView
from tests.integration.reviews.conftest import AGENT, NOW, REVIEWERS, Family, World, a_score

Done = TypeVar("Done")
Work = Callable[[AsyncSession], Awaitable[Done]]


async def do(world: World, work: Work[Done]) -> Done:
    """A piece of work in a transaction of its own."""
    async with world.database.transaction() as session:
        return await work(session)


async def at_once(world: World, *works: Work[Done]) -> list[Done]:
    """Pieces of work at the same time, each on a connection of its own."""
    return list(await asyncio.gather(*(do(world, work) for work in works)))


async def refusal(world: World, work: Work[Any]) -> str:
    with pytest.raises(ReviewRefusedError) as error:
        await do(world, work)
    return error.value.code


async def draft(
    world: World, family: Family, by: Party | None = None, items: tuple[str, ...] = ("cars",)
) -> RequestView:
    """A draft of the adult (or of this party), complete."""
    party = by or family.by(family.adult)
    assert party.id
    person_id = party.id if party.kind == "person" else family.adult.id

    async def work(session: AsyncSession) -> RequestView:
        view = await service.begin(session, person_id, party, variety="fr")
        return await service.set_items(session, view.id, party, items)

    return await do(world, work)


async def submitted(world: World, family: Family, by: Party | None = None, key: str = "message-1") -> RequestView:
    view = await draft(world, family, by)
    party = by or family.by(family.adult)
    return await do(world, lambda session: service.confirm(session, view.id, party, key=key, consent="written"))


async def test_should_keep_a_draft_from_the_first_answer_and_go_on_with_it_elsewhere(world: World) -> None:
    family = await world.family()
    on_sms, on_web = family.by(family.adult, "sms"), family.by(family.adult, "webchat")
    begun = await do(world, lambda s: service.begin(s, family.adult.id, on_sms, variety="ary"))
    await do(world, lambda s: service.set_items(s, begun.id, on_sms, ["cars", "rooms", "cars"]))
    again = await do(world, lambda s: service.begin(s, family.adult.id, on_web, variety="fr"))
    assert (again.id, again.items, again.variety) == (begun.id, ("cars", "rooms"), "fr")
    view = await do(world, lambda s: service.set_text(s, begun.id, on_web, "  La voiture est vendue.\x00 "))
    assert view.text == "La voiture est vendue."
    assert await world.one("select count(*) from agency_message") == 0
    done = await do(world, lambda s: service.confirm(s, begun.id, on_web, key="k", consent="written"))
    assert (done.status, done.channel, done.items) == ("submitted", "webchat", ("cars", "rooms"))
    (stored,) = await world.rows("select text, status from review_request")
    assert b"voiture" not in bytes(stored[0])


async def test_should_give_a_reference_receipts_a_dossier_and_a_history(world: World) -> None:
    family = await world.family()
    view = await submitted(world, family)
    assert view.reference
    assert references.is_valid(view.reference)
    assert view.reference.startswith("REV-2026-")
    ((adult_class, receipt),) = await world.sent_to(family.adult.phone)
    ((declarant_class, told),) = await world.sent_to(family.declarant.phone)
    assert {adult_class, declarant_class} == {"receipt"}
    assert view.reference in receipt
    assert view.reference in told
    assert "pas encore confirmée" in receipt
    assert "01/01/2027" in receipt, "the last day stays visible"
    assert await world.rows("select kind, key, status from agency_message") == [("dossier", view.reference, "queued")]
    jobs = "select lock, args->>'message_id' = (select id::text from agency_message) from procrastinate_jobs"
    assert await world.rows(f"{jobs} where task_name = 'review_relay'") == [(f"review:{view.id}", True)]
    rows = await do(world, lambda s: history_of(s, view.id))
    assert [(row.event, row.from_status, row.to_status) for row in rows] == [
        ("begun", None, "draft"), ("submitted", "draft", "submitted"),
    ]  # fmt: skip
    assert all((row.actor, row.channel, row.at) == (f"person:{family.adult.id}", "sms", NOW) for row in rows)
    audited = await world.rows("select action, actor, detail->>'request' from audit_entry where action like 'review_%'")
    assert ("review_submitted", f"person:{family.adult.id}", view.reference) in audited


async def test_should_tell_a_shared_phone_once(world: World) -> None:
    family = await world.family()
    async with world.database.transaction() as session:
        adult = await session.get_one(Person, family.adult.id)
        adult.phone, adult.phone_hash = family.declarant.phone, family.declarant.phone_hash
    await submitted(world, family)
    assert len(await world.sent_to(family.declarant.phone)) == 1


async def test_should_file_once_however_often_and_wherever_it_is_confirmed(world: World) -> None:
    family = await world.family()
    view = await draft(world, family)

    def confirming(key: str, channel: str) -> Work[RequestView]:
        return lambda s: service.confirm(s, view.id, family.by(family.adult, channel), key=key, consent="written")

    found = await at_once(world, *[confirming("same", "sms")] * 6, confirming("web-1", "webchat"))
    assert len({request.reference for request in found}) == 1
    assert await world.one("select count(*) from review_request where submitted_at is not null") == 1
    assert await world.one("select count(*) from review_event where event = 'submitted'") == 1
    assert await world.one("select count(*) from audit_entry where action = 'review_submitted'") == 1
    assert await world.one("select count(*) from agency_message") == 1
    assert len(await world.sent_to(family.adult.phone)) == 1


async def test_should_begin_one_draft_when_two_channels_begin_at_once(world: World) -> None:
    family = await world.family()
    channels = ["sms", "webchat", "whatsapp", "ussd", "sms", "webchat"]
    found = await at_once(
        world,
        *[
            lambda s, channel=channel: service.begin(s, family.adult.id, family.by(family.adult, channel), variety="ar")
            for channel in channels
        ],
    )
    assert len({view.id for view in found}) == 1
    assert await world.one("select count(*) from review_request") == 1


async def test_should_take_the_first_of_two_members_who_file_at_once(world: World) -> None:
    family = await world.family()
    drafts = [await draft(world, family, family.by(person)) for person in (family.adult, family.declarant)]
    parties = [family.by(family.adult), family.by(family.declarant)]
    found = await at_once(
        world,
        *[
            lambda s, view=view, by=by, number=number: service.confirm(
                s, view.id, by, key=f"m{number}", consent="written"
            )
            for view, by in zip(drafts, parties, strict=True)
            for number in range(3)
        ],
    )
    assert len({view.reference for view in found}) == 1
    (first,) = {view.id for view in found}
    rows = await world.rows("select id, status, duplicate_of from review_request order by status")
    assert sorted(status for _, status, _ in rows) == ["submitted", "withdrawn"]
    assert [duplicate for _, status, duplicate in rows if status == "withdrawn"] == [first]


async def test_should_show_the_first_request_to_who_files_again(world: World) -> None:
    family = await world.family()
    first = await submitted(world, family)
    again = await do(
        world, lambda s: service.begin(s, family.declarant.id, family.by(family.declarant, "webchat"), variety="ar")
    )
    assert (again.id, again.reference, again.text) == (first.id, first.reference, None)


async def test_should_allow_a_new_request_after_a_withdrawal_but_no_replay_of_the_old_one(world: World) -> None:
    family = await world.family()
    by = family.by(family.adult)
    first = await submitted(world, family, key="old")
    gone = await do(world, lambda s: service.withdraw(s, first.id, by, key="w"))
    assert gone.status == "withdrawn"
    replayed = await do(world, lambda s: service.confirm(s, first.id, by, key="old", consent="written"))
    assert (replayed.id, replayed.status) == (first.id, "withdrawn")
    second = await draft(world, family)
    assert second.id != first.id
    same_key = await do(world, lambda s: service.confirm(s, second.id, by, key="old", consent="written"))
    assert (same_key.id, same_key.status) == (first.id, "withdrawn")
    done = await do(world, lambda s: service.confirm(s, second.id, by, key="new", consent="written"))
    assert done.status == "submitted"
    assert done.reference != first.reference


@pytest.mark.parametrize("who", ["adult", "declarant"])
async def test_should_be_withdrawn_once_by_who_filed_or_the_declarant(world: World, who: str) -> None:
    family = await world.family()
    view = await submitted(world, family)
    by = family.by(getattr(family, who))
    found = await at_once(world, *[lambda s, n=n: service.withdraw(s, view.id, by, key=f"w{n % 2}") for n in range(6)])
    assert {request.status for request in found} == {"withdrawn"}
    assert await world.one("select count(*) from review_event where event = 'withdrawn'") == 1
    assert [kind for kind, _ in await world.sent_to(family.adult.phone)] == ["receipt", "receipt"]
    assert await world.rows("select kind, status from agency_message") == [("dossier", "withheld")]


async def test_should_let_nobody_else_in(world: World) -> None:
    family, other = await world.family(), await world.family()
    stranger, view = other.by(other.adult), await submitted(world, family)
    assert view.reference
    assert await refusal(world, lambda s: service.withdraw(s, view.id, stranger, key="w")) == "not-yours"
    assert (
        await refusal(world, lambda s: service.request_of(s, view.reference or "", other.adult.id)) == "no-such-request"
    )
    child = family.by(family.child)
    assert await refusal(world, lambda s: service.begin(s, family.child.id, child, variety="fr")) == "not-adult"
    mine = await draft(world, other)
    assert await refusal(world, lambda s: service.set_text(s, mine.id, family.by(family.adult), "x")) == "not-yours"
    theirs = other.notice
    by = family.by(family.adult)
    assert await refusal(
        world, lambda s: service.begin(s, family.adult.id, by, variety="fr", notice_id=theirs)
    ) == "no-score"  # fmt: skip


async def test_should_count_the_day_of_the_eighteenth_birthday(world: World, at: Callable[[datetime], None]) -> None:
    family = await world.family()
    by = family.by(family.adult)
    at(datetime(2002, 2, 28, 12, tzinfo=UTC))  # born on 29 February 1984
    assert await refusal(world, lambda s: service.begin(s, family.adult.id, by, variety="fr")) == "not-adult"
    at(datetime(2002, 3, 1, 12, tzinfo=UTC))
    assert (await do(world, lambda s: service.begin(s, family.adult.id, by, variety="fr"))).is_draft


async def test_should_refuse_what_says_nothing_or_too_much(world: World) -> None:
    family = await world.family()
    by = family.by(family.adult)
    view = await do(world, lambda s: service.begin(s, family.adult.id, by, variety="fr"))
    confirming: Work[RequestView] = lambda s: service.confirm(s, view.id, by, key="k", consent="written")  # noqa: E731
    assert await refusal(world, confirming) == "nothing-contested"
    assert await refusal(world, lambda s: service.set_items(s, view.id, by, ["cows"])) == "unknown-item"
    assert await refusal(world, lambda s: service.set_text(s, view.id, by, "x" * 2001)) == "text-too-long"
    await do(world, lambda s: service.set_text(s, view.id, by, "رقم غالط"))
    assert (await do(world, confirming)).status == "submitted"
    assert await refusal(world, lambda s: service.set_text(s, view.id, by, "x")) == "not-a-draft"


# Windows --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days_ago", "is_late"), [(60, False), (61, True), (400, True), (0, False)])
async def test_should_record_a_late_request_and_mark_it(world: World, days_ago: int, is_late: bool) -> None:
    family = await world.family(notified_on=NOW.date() - timedelta(days=days_ago))
    view = await submitted(world, family)
    assert (view.status, view.is_late) == ("submitted", is_late)
    ((_, text),) = await world.sent_to(family.adult.phone)
    assert ("arrive après le délai" in text) is is_late
    assert await world.one("select reason from review_event where event = 'submitted'") == (
        "late" if is_late else "confirmed"
    )


async def test_should_take_the_last_second_of_day_sixty_in_morocco(
    world: World, at: Callable[[datetime], None]
) -> None:
    notified_on = date(2026, 9, 1)
    last_second = datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC)
    for instant, is_late in ((last_second, False), (last_second + timedelta(seconds=1), True)):
        at(instant)
        assert (await submitted(world, await world.family(notified_on=notified_on))).is_late is is_late


async def test_should_state_no_last_day_and_call_nothing_late_without_a_proof(world: World) -> None:
    family = await world.family(notified_on=None)
    view = await submitted(world, family)
    assert (view.window, view.is_late) == (None, False)
    ((_, text),) = await world.sent_to(family.adult.phone)
    assert "Délai" not in text


async def test_should_count_from_the_first_time_a_verified_person_saw_the_score(world: World) -> None:
    family = await world.family(notified_on=None)
    first = datetime(2026, 9, 10, 23, 30, tzinfo=UTC)  # past midnight in Morocco

    async def seen(session: AsyncSession) -> None:
        for channel, instant in (("ussd", first + timedelta(days=3)), ("webchat", first + timedelta(days=9))):
            await record_seen(session, family.notice, channel, instant, family.adult.id)
        await record_seen(session, family.notice, "ussd", first, family.adult.id)
        await record_seen(session, family.notice, "ussd", NOW, family.adult.id)

    await do(world, seen)
    view = await draft(world, family)
    assert view.window
    assert view.window.notified_on == date(2026, 9, 11)
    assert view.window.last_day == view.window.late_after == date(2026, 11, 10)
    assert await world.one("select count(*) from score_proof") == 2


# Staff, information, decisions ----------------------------------------------------------------------------------------


async def in_review(world: World, family: Family, by: Party | None = None) -> RequestView:
    view = await submitted(world, family, by)
    assert view.reference
    await do(world, lambda s: agency.acknowledge_by_reference(s, view.reference or "", "ANR/9", "a"))
    await do(world, lambda s: agency.update(s, view.reference or "", "in_review", key="u"))
    return view


async def test_should_ask_and_answer_as_often_as_the_agency_likes(world: World) -> None:
    family = await world.family()
    view = await in_review(world, family)
    reference, by = view.reference or "", family.by(family.declarant, "whatsapp")
    for number in (1, 2):
        told = await do(
            world,
            lambda s, n=number: agency.update(
                s, reference, "more_information_requested", key=f"q{n}", words=f"Papier {n} ?"
            ),
        )
        assert told == "recorded"
        asked = await do(world, lambda s: service.summary(s, view.id))
        assert (asked.status, asked.question) == ("more_information_requested", f"Papier {number} ?")
        found = await at_once(
            world,
            *[
                lambda s, n=number: service.give_information(s, view.id, by, key=f"i{n}", text=f"Voici {n}")
                for _ in range(4)
            ],
        )
        assert {request.status for request in found} == {"in_review"}
    assert (
        await refusal(world, lambda s: service.give_information(s, view.id, by, key="i3", text="x")) == "nothing-asked"
    )
    rows = await world.rows("select kind, key from agency_message order by made_at, key")
    assert sorted(rows) == [
        ("dossier", reference), *[("information", f"{reference}-information-{number}") for number in (1, 2)],
    ]  # fmt: skip
    assert await world.one("select count(*) from review_information where answer is not null") == 2
    texts = [text for kind, text in await world.sent_to(family.adult.phone) if kind == "statutory"]
    assert len(texts) == 2
    assert "Papier 1 ?" in texts[0]


@pytest.mark.parametrize("decision", ["maintained", "revised", "rejected_as_late"])
async def test_should_tell_the_household_what_the_agency_decided(world: World, decision: str) -> None:
    family = await world.family()
    view = await submitted(world, family)
    reference = view.reference or ""
    updating: Work[str] = lambda s: agency.update(  # noqa: E731
        s, reference, decision, key="d", agency_reference="ANR/1", words="La voiture a été vendue."
    )
    assert sorted(await at_once(world, *[updating] * 4)) == ["known", "known", "known", "recorded"]
    done = await do(world, lambda s: service.summary(s, view.id))
    assert (done.status, done.reason, done.agency_reference) == (decision, "La voiture a été vendue.", "ANR/1")
    for person in (family.adult, family.declarant):
        statutory = [text for kind, text in await world.sent_to(person.phone) if kind == "statutory"]
        assert len(statutory) == 1
        assert reference in statutory[0]
    rows = await do(world, lambda s: history_of(s, view.id))
    assert [row.to_status for row in rows] == [
        "draft", "submitted", "transmitted", "acknowledged", "in_review", decision,
    ]  # fmt: skip
    again = await do(world, lambda s: agency.update(s, reference, decision, key="other", words="x"))
    assert again == "known"
    other = "revised" if decision == "maintained" else "maintained"
    assert await refusal(world, lambda s: agency.update(s, reference, other, key="o", words="x")) == "not-in-this-state"


async def test_should_link_a_new_score_and_go_on(world: World) -> None:
    family = await world.family()
    view = await submitted(world, family)
    newer = a_score(family.household, NOW.date() - timedelta(days=2), None)
    await world.add(newer)
    linked = await at_once(world, *[lambda s: service.link_new_scores(s, view.id)] * 3)
    assert sorted(linked) == [0, 0, 1]
    after = await do(world, lambda s: service.summary(s, view.id))
    assert (after.status, after.new_scores) == ("submitted", (newer.score,))
    assert await world.one("select count(*) from review_event where event = 'new_score'") == 1
    again = await do(world, lambda s: service.begin(s, family.adult.id, family.by(family.adult), variety="fr"))
    assert again.is_draft
    assert again.notice_id == newer.id, "the new score has a window of its own"


async def test_should_file_for_a_caller_and_know_who_did(world: World) -> None:
    family = await world.family()

    def filing(key: str) -> Work[tuple[RequestView, bool]]:
        return lambda s: service.file(
            s, family.adult.id, AGENT, key=key, variety="ary", items=["cars"], text="ماشي عندنا", consent="spoken"
        )

    found = await at_once(world, *[filing("desk-1")] * 4)
    assert sorted(is_new for _, is_new in found) == [False, False, False, True]
    ((view, is_new),) = [await do(world, filing("desk-2"))]
    assert not is_new
    assert {request.id for request, _ in found} == {view.id}
    rows = await world.rows("select filed_by_staff, consent_how, channel from review_request")
    assert rows == [(AGENT.id, "spoken", "desk")]
    assert len(await world.sent_to(family.adult.phone)) == 1


@pytest.mark.usefixtures("mandated")
async def test_should_take_two_reviewers_who_did_not_take_part(world: World) -> None:
    family = await world.family()
    assisting = Party.staff(REVIEWERS[2].id or uuid.uuid4(), "reviewer")
    view = await draft(world, family)
    await do(world, lambda s: service.set_text(s, view.id, assisting, "Au téléphone"))
    view = await do(world, lambda s: service.confirm(s, view.id, family.by(family.adult), key="k", consent="written"))
    assert (view.mode, view.status, view.agency_reference) == ("mandated", "acknowledged", view.reference)
    assert await world.one("select count(*) from agency_message") == 0

    def proposing(by: Party, decision: str = "revised", key: str = "p") -> Work[RequestView]:
        return lambda s: decisions.propose_decision(s, view.id, by, decision, "Vendue.", key=f"{by.id}:{key}")

    def settling(by: Party, *, accept: bool = True, key: str = "c") -> Work[RequestView]:
        return lambda s: decisions.confirm_decision(s, view.id, by, key=f"{by.id}:{key}", accept=accept)

    assert await refusal(world, proposing(AGENT)) == "not-reviewer"
    assert await refusal(world, proposing(assisting)) == "took-part"
    assert await refusal(world, proposing(REVIEWERS[0], "rejected_as_late")) == "not-late"
    assert await refusal(world, settling(REVIEWERS[1])) == "nothing-proposed"
    assert (await do(world, proposing(REVIEWERS[0]))).status == "in_review"
    assert await refusal(world, proposing(REVIEWERS[1])) == "proposal-open"
    assert await refusal(world, settling(REVIEWERS[0])) == "proposed-it"
    assert await refusal(world, settling(assisting)) == "took-part"
    assert (await do(world, settling(REVIEWERS[1], accept=False, key="no"))).status == "in_review"
    await do(world, proposing(REVIEWERS[1], key="p2"))
    assert (await do(world, settling(REVIEWERS[0]))).status == "revised"
    assert await refusal(world, settling(REVIEWERS[0], key="c2")) == "nothing-proposed"
    statutory = [text for kind, text in await world.sent_to(family.declarant.phone) if kind == "statutory"]
    assert len(statutory) == 1


@pytest.mark.usefixtures("mandated")
async def test_should_decide_once_when_two_reviewers_confirm_at_once(world: World) -> None:
    family = await world.family()
    view = await submitted(world, family)
    await do(world, lambda s: decisions.propose_decision(s, view.id, REVIEWERS[0], "maintained", "Exact.", key="p"))

    async def confirming(by: Party, session: AsyncSession) -> str:
        try:
            return (await decisions.confirm_decision(session, view.id, by, key=f"{by.id}", accept=True)).status
        except ReviewRefusedError as error:
            return error.code

    found = await at_once(world, *[lambda s, by=by: confirming(by, s) for by in REVIEWERS[1:] for _ in range(3)])
    assert sorted(set(found)) == ["maintained", "nothing-proposed"]
    assert await world.one("select count(*) from review_event where event = 'maintained'") == 1
    statutory = [text for kind, text in await world.sent_to(family.adult.phone) if kind == "statutory"]
    assert len(statutory) == 1


@pytest.mark.usefixtures("mandated")
async def test_should_let_reviewers_ask_for_more(world: World) -> None:
    family = await world.family()
    view = await submitted(world, family)

    def asking(key: str) -> Work[RequestView]:
        return lambda s: decisions.request_information(s, view.id, REVIEWERS[0], "La carte grise ?", key=key)

    drafted = await draft(world, await world.family())
    early = await refusal(
        world, lambda s: decisions.request_information(s, drafted.id, REVIEWERS[0], "La carte grise ?", key="q")
    )
    assert early == "not-in-this-state", "nobody but the household submits"
    assert (await do(world, asking("q"))).question == "La carte grise ?"
    assert (await do(world, asking("q"))).status == "more_information_requested"
    assert await refusal(world, asking("q2")) == "not-in-this-state"
    answered = await do(
        world, lambda s: service.give_information(s, view.id, family.by(family.adult), key="i", text="Voici")
    )
    assert answered.status == "in_review"
    assert await refusal(world, lambda s: agency.update(s, view.reference or "", "revised", key="x", words="y")) == (
        "not-relayed"
    )


# Files ----------------------------------------------------------------------------------------------------------------


async def a_file(world: World) -> uuid.UUID:
    """A photo that somebody sent yesterday."""
    from backend.attachments.models import Attachment
    from backend.conversations.models import Conversation, InboundMessage

    conversation = Conversation(
        id=uuid.uuid4(), channel="whatsapp", address_hash=uuid.uuid4().bytes, session_id=uuid.uuid4().hex, menu=[],
        misunderstood=0,
    )  # fmt: skip
    inbound = InboundMessage(
        id=uuid.uuid4(), conversation_id=conversation.id, channel="whatsapp", provider="twilio", request_id="r",
        provider_message_id=uuid.uuid4().hex, text="", status="answered", reply_by="response",
    )  # fmt: skip
    photo = Attachment(
        id=uuid.uuid4(), conversation_id=conversation.id, inbound_id=inbound.id, position=0, channel="whatsapp",
        content_type="image/jpeg", size=4, digest=bytes(16), content=b"\xff\xd8\xff1",
        received_at=NOW - timedelta(days=1), kept_until=NOW + timedelta(days=29),
    )  # fmt: skip
    async with world.database.transaction() as session:
        session.add(conversation)
        await session.flush()
        session.add(inbound)
        await session.flush()
        session.add(photo)
    return photo.id


async def test_should_keep_files_until_the_end_of_the_request(world: World, at: Callable[[datetime], None]) -> None:
    family, photo, other = await world.family(), await a_file(world), await a_file(world)
    by, view = family.by(family.adult), await draft(world, family)
    linked = await do(world, lambda s: service.attach(s, view.id, by, [photo, photo, uuid.uuid4()]))
    assert linked.attachments == 1
    await do(world, lambda s: service.confirm(s, view.id, by, key="k", consent="written"))
    at(NOW + timedelta(days=200))
    assert await do(world, delete_expired_files) == 1, "the one that no request needs"
    assert await do(world, lambda s: hold(s, [photo, other])) == [photo]
    await do(world, lambda s: service.withdraw(s, view.id, by, key="w"))
    at(NOW + timedelta(days=201))
    assert await do(world, delete_expired_files) == 1
    assert await world.one("select count(*) from review_attachment") == 0


async def test_should_use_a_file_of_a_withdrawn_draft_again_but_never_that_of_an_open_request(world: World) -> None:
    family, other, photo = await world.family(), await world.family(), await a_file(world)
    by = family.by(family.adult)
    first = await draft(world, family)
    await do(world, lambda s: service.attach(s, first.id, by, [photo]))
    theirs = await draft(world, other)
    stolen = await do(world, lambda s: service.attach(s, theirs.id, other.by(other.adult), [photo]))
    assert stolen.attachments == 0
    await do(world, lambda s: service.withdraw(s, first.id, by, key="w"))
    second = await draft(world, family)
    assert (await do(world, lambda s: service.attach(s, second.id, by, [photo]))).attachments == 1
    many = [await a_file(world) for _ in range(10)]
    assert await refusal(world, lambda s: service.attach(s, second.id, by, many)) == "too-many-files"

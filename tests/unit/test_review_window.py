"""Until when a review may be asked for, for every day of notification in eight years and around every midnight."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.clock import CASABLANCA
from backend.reviews.window import Proofs, Window, moroccan_day, window

DAYS = 60
FIRST, LAST = date(2023, 1, 1), date(2030, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
SECOND = timedelta(seconds=1)
days = st.dates(FIRST, LAST)
instants = st.integers(0, 8 * 365 * 24 * 3600).map(lambda seconds: datetime(2023, 1, 1, tzinfo=UTC) + seconds * SECOND)


def opened(proofs: Proofs) -> Window:
    found = window(proofs, DAYS)
    assert found is not None
    return found


def test_should_count_sixty_days_from_every_day_of_notification() -> None:
    """Counted one by one, on the calendar: leap days, month ends and changes of the offset make no difference."""
    offsets = set()
    for notified_on in EVERY_DAY:
        found = opened(Proofs(registry=notified_on))
        last_day = notified_on
        for _ in range(DAYS):
            last_day += timedelta(days=1)
        assert (found.notified_on, found.last_day, found.late_after) == (notified_on, last_day, last_day)
        offsets.add(datetime.combine(notified_on, time(12), CASABLANCA).utcoffset())
    assert len(offsets) == 2, "these years hold Ramadans with another offset"


@pytest.mark.parametrize(
    ("notified_on", "last_day"),
    [
        (date(2024, 1, 1), date(2024, 3, 1)),  # over a leap day
        (date(2023, 1, 1), date(2023, 3, 2)),
        (date(2024, 2, 29), date(2024, 4, 29)),
        (date(2026, 11, 2), date(2027, 1, 1)),  # over the year
        (date(2026, 12, 31), date(2027, 3, 1)),
        (date(2026, 1, 31), date(2026, 4, 1)),
    ],
)
def test_should_count_as_on_paper(notified_on: date, last_day: date) -> None:
    assert opened(Proofs(registry=notified_on)).last_day == last_day


def test_should_take_every_second_of_the_last_day_and_none_after_it() -> None:
    for notified_on in EVERY_DAY:
        found = opened(Proofs(registry=notified_on))
        last_second = datetime.combine(found.last_day, time(23, 59, 59, 999999), CASABLANCA).astimezone(UTC)
        assert not found.is_late(last_second)
        assert found.is_late(found.ends_at.astimezone(UTC))
        assert found.ends_at.astimezone(UTC) - last_second == timedelta(microseconds=1)
        assert found.days_left(found.last_day) == 0


@given(days, st.integers(-3 * 3600, 3 * 3600))
def test_should_date_instants_around_midnight_by_the_clock_of_morocco(day: date, seconds: int) -> None:
    midnight = datetime.combine(day, time(), CASABLANCA).astimezone(UTC)
    instant = midnight + seconds * SECOND
    assert moroccan_day(instant) == (day if seconds >= 0 else day - timedelta(days=1))
    assert moroccan_day(instant.astimezone(CASABLANCA)) == moroccan_day(instant)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 2, 14, 23, 30, tzinfo=UTC), date(2026, 2, 15)),  # UTC+1
        (datetime(2026, 2, 20, 23, 30, tzinfo=UTC), date(2026, 2, 20)),  # Ramadan 1447: UTC
        (datetime(2026, 3, 25, 23, 30, tzinfo=UTC), date(2026, 3, 26)),  # over: UTC+1 again
    ],
)
def test_should_follow_the_offset_of_ramadan(instant: datetime, day: date) -> None:
    assert moroccan_day(instant) == day
    assert opened(Proofs(seen=instant)).notified_on == day


def test_should_refuse_an_instant_that_could_be_any_day() -> None:
    with pytest.raises(ValueError, match="offset"):
        moroccan_day(datetime(2026, 1, 1, 12))  # noqa: DTZ001  that is the point


@given(instants, instants)
def test_should_warn_by_the_earliest_proof_and_judge_by_the_latest(one: datetime, other: datetime) -> None:
    found = opened(Proofs(delivered=one, seen=other))
    assert found.notified_on == moroccan_day(min(one, other))
    assert found.last_day == moroccan_day(min(one, other)) + timedelta(days=DAYS)
    assert found.late_after == moroccan_day(max(one, other)) + timedelta(days=DAYS)
    assert found.last_day <= found.late_after
    assert not found.is_late(found.ends_at - SECOND)


@given(days, instants, instants)
def test_should_take_the_registrys_own_day_before_anything_else(day: date, one: datetime, other: datetime) -> None:
    assert window(Proofs(day, one, other), DAYS) == window(Proofs(day), DAYS)


@given(days, instants)
def test_should_never_call_late_what_we_said_was_in_time(day: date, at: datetime) -> None:
    found = opened(Proofs(registry=day))
    assert found.is_late(at) is (found.days_left(moroccan_day(at)) < 0)


def test_should_state_nothing_without_a_proof() -> None:
    assert window(Proofs(), DAYS) is None

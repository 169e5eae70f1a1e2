"""Until when a review may be asked for: pure functions over dates.

Law 72.18, article 16: within 60 days of the day on which the declarant is notified of the score, by any means. How the
law counts is not settled in any source that we have (fact `review.day_count`). Haqqi counts as follows, here only:

- Day 0 is the day of notification in Morocco (Africa/Casablanca), whatever the hour.
- The last day is day 60 (fact `review.window`), until 23:59:59 in Morocco. Every calendar day counts.
- The registry's own date (`notified_on`) is day 0 where it is given. Else it is the first day on which a provider
  reported a notice of the score `delivered`, or a verified person saw the score. That a provider took it (`sent`) is no
  notification.
- Where both of these exist, the earlier is what we warn by, and the later is what "late" is judged by.
- Without any proof there is no window: no last day is stated, and nothing is late.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from backend.clock import CASABLANCA
from backend.scores.service import review_last_day


def moroccan_day(at: datetime) -> date:
    """The calendar day in Morocco at an instant. ValueError for an instant without an offset: it could be any day."""
    if at.tzinfo is None:
        raise ValueError("an instant needs an offset")
    return at.astimezone(CASABLANCA).date()


@dataclass(frozen=True)
class Proofs:
    """What proves that a score was notified: the registry's date, the first delivery report, the first look at it."""

    registry: date | None = None
    delivered: datetime | None = None
    seen: datetime | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """The days that count as day 0, the earliest first; empty without any proof."""
        if self.registry is not None:
            return (self.registry,)
        return tuple(sorted(moroccan_day(at) for at in (self.delivered, self.seen) if at is not None))


@dataclass(frozen=True)
class Window:
    """The days on which a review may be asked for: `last_day` is what we say, after `late_after` a request is late."""

    notified_on: date
    last_day: date
    late_after: date

    @property
    def ends_at(self) -> datetime:
        """The first instant after the last day: midnight in Morocco."""
        return datetime.combine(self.last_day + timedelta(days=1), time(), CASABLANCA)

    def days_left(self, today: date) -> int:
        """Days from today until the last day: 0 on the last day itself, negative afterwards."""
        return (self.last_day - today).days

    def is_late(self, at: datetime) -> bool:
        """Whether a request at this instant is late, by the later of the proofs."""
        return moroccan_day(at) > self.late_after


def window(proofs: Proofs, days: int) -> Window | None:
    """The window of `days` days that the proofs open; None without any proof."""
    if not proofs.days:
        return None
    earliest, latest = proofs.days[0], proofs.days[-1]
    return Window(earliest, review_last_day(earliest, days), review_last_day(latest, days))

"""The numbers of `rules.yml`."""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class ReminderRules(BaseModel):
    """When reminders leave: days before the last day, and the hours of the day (Morocco) between which they may."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    days_before: tuple[int, ...]
    from_hour: int
    until_hour: int


class Rules(BaseModel):
    """All of `rules.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    adult_age: int
    unacknowledged_days: int
    draft_days: int
    unproved_days: int
    largest_text: int
    most_attachments: int
    longest_question: int
    reminders: ReminderRules


RULES = Rules.model_validate(yaml.safe_load((Path(__file__).parent / "rules.yml").read_text(encoding="utf-8")))

"""The one answer engine: every channel asks it. Rasa decides what is asked, the engine what is true."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy.ext.asyncio import AsyncSession

from backend.answers import centres, composed, explained, general, personal, reviewing
from backend.answers.model import Answer, Asker, Part

_FOLDER = Path(__file__).parent
_MENUS: dict[str, list[str]] = yaml.safe_load((_FOLDER / "menus.yml").read_text())
MAIN_MENU = tuple(_MENUS["main"])
LANGUAGE_MENU = tuple(_MENUS["languages"])
KEEP_MESSAGE = "keep_message"  # a choice only: "keep what I wrote, so that you learn it"
# Personal questions need a verified person (level 2).
PERSONAL_ANSWERS: dict[str, Callable[[Asker, AsyncSession], Awaitable[Answer]]] = {
    "score_status": personal.score_status,
    "amo_status": personal.amo_status,
    "contribution_status": personal.contribution_status,
    "score_explain": explained.score_explain,
    "review_status": reviewing.review_status,
    "review_deadline": reviewing.review_deadline,
}
PERSONAL = frozenset(PERSONAL_ANSWERS) | {"review_file"}  # filing is a form: backend.conversations.review_form
GENERAL_ANSWERS: dict[str, Callable[[Asker], Answer]] = {
    "score_meaning": general.score_meaning,
    "threshold_info": general.threshold_info,
    "amo_tadamon_info": general.amo_tadamon_info,
    "review_howto": general.review,
}
# Small talk and service words: one message each, with the main menu where it helps.
WITH_MENU = frozenset({"greet", "help", "out_of_scope", "affirm", "deny", "inform"})
PLAIN = frozenset({"thank", "goodbye", "bot_challenge"})


async def answer(question: str, asker: Asker, session: AsyncSession) -> Answer:
    """Answer a question. A personal one without a verified person is told how to identify, and nothing else."""
    if question in PERSONAL_ANSWERS:
        if asker.person_id is None:
            return menu_answer("identification-unavailable", offer_human=True)
        found: Answer | None = await PERSONAL_ANSWERS[question](asker, session)
    else:
        found = await centres.nearby(asker, session) if question == "centre_locate" else None
    return replace(found or general_answer(question, asker), question=question)


def general_answer(question: str, asker: Asker) -> Answer:
    """What anybody is told who asks this: the rules as their facts stand today, small talk, or what we do not know."""
    if question in GENERAL_ANSWERS:
        return GENERAL_ANSWERS[question](asker)
    if question in WITH_MENU:
        return menu_answer(question.replace("_", "-"))
    if question in PLAIN:
        return Answer.of(question.replace("_", "-"), next=("help", "human_agent"))
    if question in composed.ANSWERS:
        return composed.compose(question)
    return menu_answer("out-of-scope")


def menu_answer(key: str, *, offer_human: bool = False) -> Answer:
    """A message followed by the main menu, or by the offer of a human first."""
    return Answer(parts=(Part(key),), next=("human_agent", "help") if offer_human else MAIN_MENU)


def is_offered(question: str) -> bool:
    """Whether a question may be offered as "did you mean ...?"."""
    known: tuple[Any, ...] = (PERSONAL, GENERAL_ANSWERS, composed.ANSWERS, {"human_agent", "change_language", "help"})
    return any(question in questions for questions in known)


def not_understood(readings: tuple[str, ...], times: int) -> Answer:
    """First the two likeliest readings as a question, then the menu; from the second time on a human comes first."""
    if times > 1:
        return Answer(parts=(Part("not-understood-again"),), next=("human_agent", "help", KEEP_MESSAGE))
    if len(readings) == 2:
        return Answer(parts=(Part("did-you-mean"),), next=tuple(dict.fromkeys((*readings, "human_agent"))))
    return menu_answer("not-understood")

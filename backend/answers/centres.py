"""Centres of a city that the question names: imported ones only, at most two, demo ones marked DEMO."""

from sqlalchemy.ext.asyncio import AsyncSession

from backend.answers.model import Answer, Asker, Part, Text
from backend.registry.service import centres_in

SHOWN = 2


async def nearby(asker: Asker, session: AsyncSession) -> Answer | None:
    """The centres of the first city in the question; None without a city or without a centre there."""
    city = next((entity.value for entity in asker.entities if entity.name == "city" and not entity.problem), None)
    found = await centres_in(session, city) if city else []
    if not found:
        return None
    parts = tuple(
        Part(
            "centre-found",
            {
                "name": Text(f"DEMO {centre.name}" if centre.is_demo else centre.name),
                "address": Text(centre.address),
                "hours": Text(centre.hours),
            },
            essential=number == 0,
        )
        for number, centre in enumerate(found[:SHOWN])
    )
    return Answer(parts=parts, next=("registration_howto", "human_agent"))

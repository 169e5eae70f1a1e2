"""Centres of a city, or near a place: imported ones only, at most two, demo ones marked DEMO."""

from math import asin, cos, radians, sin, sqrt

from sqlalchemy.ext.asyncio import AsyncSession

from backend.answers import composed
from backend.answers.model import Answer, Asker, Part, Text, Value
from backend.registry.service import CentreView, centres_around, centres_in

SHOWN = 2
EARTH_KM = 6371.0
FARTHEST_KM = 50.0  # farther away, "near you" would not be true
NEXT = ("registration_howto", "human_agent")


async def nearby(asker: Asker, session: AsyncSession) -> Answer | None:
    """The centres of the first city in the question; None without a city or without a centre there."""
    city = next((entity.value for entity in asker.entities if entity.name == "city" and not entity.problem), None)
    found = await centres_in(session, city) if city else []
    if not found:
        return None
    parts = tuple(
        Part("centre-found", _values(centre), essential=number == 0) for number, centre in enumerate(found[:SHOWN])
    )
    return Answer(parts=parts, next=NEXT)


async def near(session: AsyncSession, latitude: float, longitude: float) -> Answer:
    """The centres nearest to a place (degrees, WGS 84) as the crow flies; where to ask when none is near."""
    around = await centres_around(session, latitude, longitude)
    with_distance = [
        (distance_km(latitude, longitude, *centre.place), centre) for centre in around if centre.place is not None
    ]
    found = sorted((item for item in with_distance if item[0] <= FARTHEST_KM), key=lambda item: (item[0], item[1].name))
    if not found:
        general = composed.compose("centre_locate")
        return Answer((Part("centre-none-near"), *general.parts), general.facts, general.next)
    parts = tuple(
        Part("centre-near", {**_values(centre), "distance": Text(f"{distance:.1f}")}, essential=number == 0)
        for number, (distance, centre) in enumerate(found[:SHOWN])
    )
    return Answer(parts=parts, next=NEXT)


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance between two places in degrees, in kilometres (haversine)."""
    phi, other_phi = radians(latitude), radians(other_latitude)
    half_turn = sin((other_phi - phi) / 2) ** 2
    half_turn += cos(phi) * cos(other_phi) * sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half_turn)))


def _values(centre: CentreView) -> dict[str, Value]:
    return {
        "name": Text(f"DEMO {centre.name}" if centre.is_demo and "DEMO" not in centre.name else centre.name),
        "address": Text(centre.address),
        "hours": Text(centre.hours),
    }

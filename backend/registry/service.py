"""Finding persons and households."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.identity.cipher import look_up
from backend.registry.models import Centre, Household, Person


@dataclass(frozen=True)
class CentreView:
    """A place where people are received; `place` is (latitude, longitude) in degrees, where the extract has it."""

    name: str
    address: str
    hours: str
    is_demo: bool
    place: tuple[float, float] | None

    @classmethod
    def of(cls, centre: Centre) -> "CentreView":
        """The centre without its table."""
        has_place = centre.latitude is not None and centre.longitude is not None
        place = (float(centre.latitude or 0), float(centre.longitude or 0)) if has_place else None
        return cls(centre.name, centre.address, centre.hours, centre.is_demo, place)


async def person_by_id(session: AsyncSession, person_id: uuid.UUID) -> Person | None:
    """The person with this id of ours."""
    return await session.get(Person, person_id)


async def person_by_idcs(session: AsyncSession, idcs: str) -> Person | None:
    """The person with this IDCS (10 digits)."""
    return await session.scalar(select(Person).where(Person.idcs_hash == look_up("idcs", idcs)))


async def persons_by_phone(session: AsyncSession, phone: str) -> list[Person]:
    """Everybody registered with this phone (E.164): families share phones."""
    rows = await session.scalars(select(Person).where(Person.phone_hash == look_up("phone", phone)))
    return list(rows)


async def members_of(session: AsyncSession, household_id: uuid.UUID) -> list[Person]:
    """Everybody of a household, the declarant first."""
    rows = await session.scalars(
        select(Person).where(Person.household_id == household_id).order_by(Person.is_declarant.desc(), Person.id)
    )
    return list(rows)


async def phone_hashes_of(
    session: AsyncSession, household_ids: Sequence[uuid.UUID]
) -> Sequence[tuple[uuid.UUID, bytes]]:
    """Household and keyed hash of every phone in these households: to look up many without decrypting anything."""
    rows = await session.execute(
        select(Person.household_id, Person.phone_hash).where(
            Person.household_id.in_(household_ids), Person.phone_hash.is_not(None)
        )
    )
    return [(household_id, phone_hash) for household_id, phone_hash in rows if phone_hash is not None]


async def household_of(session: AsyncSession, person_id: uuid.UUID) -> Household | None:
    """The household a person belongs to."""
    return await session.scalar(
        select(Household).join(Person, Person.household_id == Household.id).where(Person.id == person_id)
    )


async def households_named(
    session: AsyncSession, references: Sequence[str], idcs: Sequence[str]
) -> Sequence[uuid.UUID]:
    """The households with one of these references of the registry; if there is none, those with one of these IDCS."""
    hashes = [look_up("household", reference) for reference in references]
    found = (await session.scalars(select(Household.id).where(Household.reference_hash.in_(hashes)))).all()
    if found:
        return found
    people = [look_up("idcs", number) for number in idcs]
    return (await session.scalars(select(Person.household_id).where(Person.idcs_hash.in_(people)).distinct())).all()


async def locked_household(session: AsyncSession, household_id: uuid.UUID) -> Household:
    """The household, locked until the transaction ends: one at a time adds something to it."""
    return await session.get_one(Household, household_id, with_for_update={"key_share": True})


async def centres_in(session: AsyncSession, city: str) -> list[CentreView]:
    """The imported centres of a city (official French name), in order of their names."""
    rows = await session.scalars(
        select(Centre).where(func.lower(Centre.city) == city.lower()).order_by(Centre.name).limit(20)
    )
    return [CentreView.of(centre) for centre in rows]


async def centres_around(session: AsyncSession, latitude: float, longitude: float) -> list[CentreView]:
    """Imported centres with a known place within about a hundred kilometres (one degree) of a place."""
    rows = await session.scalars(
        select(Centre).where(
            Centre.latitude.between(latitude - 1, latitude + 1), Centre.longitude.between(longitude - 1, longitude + 1)
        )
    )
    return [CentreView.of(centre) for centre in rows]

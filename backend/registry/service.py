"""Finding persons and households."""

import uuid

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from backend.identity.cipher import look_up
from backend.registry.models import Centre, Household, Person


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


async def household_of(session: AsyncSession, person_id: uuid.UUID) -> Household | None:
    """The household a person belongs to."""
    return await session.scalar(
        select(Household).join(Person, Person.household_id == Household.id).where(Person.id == person_id)
    )


async def centres_in(session: AsyncSession, city: str) -> list[Centre]:
    """The imported centres of a city (official French name), in order of their names."""
    rows = await session.scalars(
        select(Centre).where(func.lower(Centre.city) == city.lower()).order_by(Centre.name).limit(20)
    )
    return list(rows)

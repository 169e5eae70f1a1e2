"""Writing audit entries."""

import uuid
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from backend.audit.models import AuditEntry


def record(session: AsyncSession, actor: str, action: str, person_id: uuid.UUID | None = None, **detail: Any) -> None:
    """Note who did what. `detail` holds codes and ids only: no identifier, no text of people."""
    session.add(AuditEntry(actor=actor, action=action, person_id=person_id, detail=detail))

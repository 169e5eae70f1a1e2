"""Every table, imported in one place for migrations and tests."""

from backend.alerts import models as alerts
from backend.attachments import models as attachments
from backend.audit import models as audit
from backend.complaints import models as complaints
from backend.contributions import models as contributions
from backend.conversations import models as conversations
from backend.database import Base
from backend.entitlements import models as entitlements
from backend.notifications import models as notifications
from backend.registry import models as registry
from backend.reviews import models as reviews
from backend.scores import models as scores
from backend.spdci import models as spdci
from backend.staff import models as staff
from backend.understanding import models as understanding

METADATA = Base.metadata
__all__ = [
    "METADATA",
    "alerts",
    "attachments",
    "audit",
    "complaints",
    "contributions",
    "conversations",
    "entitlements",
    "notifications",
    "registry",
    "reviews",
    "scores",
    "spdci",
    "staff",
    "understanding",
]

"""procrastinate's tables: the queue of work."""

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # sa.text, because exec_driver_sql fails on the percent signs of the script.
    op.execute(sa.text(SchemaManager.get_schema().replace(":", "\\:")))


def downgrade() -> None:
    op.execute(
        "drop table if exists procrastinate_events, procrastinate_periodic_defers, procrastinate_jobs, "
        "procrastinate_workers cascade"
    )

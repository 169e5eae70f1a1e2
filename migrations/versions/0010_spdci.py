"""Messages of the social registry that were taken."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spdci_message",
        sa.Column("message_id", sa.String(length=99), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_spdci_message")),
    )
    op.create_index("ix_spdci_message_received_at", "spdci_message", ["received_at"])


def downgrade() -> None:
    op.drop_table("spdci_message")

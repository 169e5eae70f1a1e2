"""Alert preferences."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alert_preference",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=False),
        sa.Column("phone_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("variety", sa.String(length=8), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_alert_preference_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_preference")),
        sa.UniqueConstraint("phone_hash", name=op.f("uq_alert_preference_phone_hash")),
    )


def downgrade() -> None:
    op.drop_table("alert_preference")

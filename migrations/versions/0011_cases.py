"""Cases for staff beside complaints: one open case of a person about the same."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("complaint", sa.Column("subject", sa.String(length=40), server_default="", nullable=False))
    op.drop_constraint(op.f("uq_complaint_inbound_id"), "complaint", type_="unique")
    op.create_unique_constraint(op.f("uq_complaint_inbound_id_subject"), "complaint", ["inbound_id", "subject"])
    op.create_index(
        "uq_complaint_open_case",
        "complaint",
        ["person_id", "kind", "subject"],
        unique=True,
        postgresql_where="status = 'open' and subject <> ''",
    )


def downgrade() -> None:
    op.drop_index("uq_complaint_open_case", table_name="complaint")
    # Without the column a message has room for one row: cases are given up, complaints stay.
    op.execute("delete from complaint where subject <> ''")
    op.drop_constraint(op.f("uq_complaint_inbound_id_subject"), "complaint", type_="unique")
    op.create_unique_constraint(op.f("uq_complaint_inbound_id"), "complaint", ["inbound_id"])
    op.drop_column("complaint", "subject")

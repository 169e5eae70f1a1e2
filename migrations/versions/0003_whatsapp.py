"""WhatsApp: what comes beside a text, files kept for a review, messages that wait for the 24-hour window."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATUSES = "('queued', 'sending', 'unknown', 'sent', 'failed', 'held', 'delivered')"
STATUSES_BEFORE = "('queued', 'sending', 'unknown', 'sent', 'failed', 'delivered')"


def upgrade() -> None:
    op.drop_column("inbound_message", "problem")
    op.add_column("inbound_message", sa.Column("beside", sa.LargeBinary(), nullable=True))
    op.add_column("outbox_message", sa.Column("template", sa.String(length=40), nullable=True))
    op.add_column("outbox_message", sa.Column("plain", sa.Boolean(), server_default="false", nullable=False))
    op.drop_constraint(op.f("ck_outbox_message_status"), "outbox_message")
    op.create_check_constraint(op.f("ck_outbox_message_status"), "outbox_message", f"status in {STATUSES}")
    op.create_table(
        "attachment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("inbound_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("content_type", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_attachment_conversation_id_conversation")
        ),
        sa.ForeignKeyConstraint(
            ["inbound_id"], ["inbound_message.id"], name=op.f("fk_attachment_inbound_id_inbound_message")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("inbound_id", "position", name=op.f("uq_attachment_inbound_id_position")),
    )
    op.create_index("ix_attachment_conversation_id", "attachment", ["conversation_id", "received_at"])
    op.create_index("ix_attachment_kept_until", "attachment", ["kept_until"])


def downgrade() -> None:
    op.drop_table("attachment")
    op.execute("update outbox_message set status = 'failed' where status = 'held'")
    op.drop_constraint(op.f("ck_outbox_message_status"), "outbox_message")
    op.create_check_constraint(op.f("ck_outbox_message_status"), "outbox_message", f"status in {STATUSES_BEFORE}")
    op.drop_column("outbox_message", "plain")
    op.drop_column("outbox_message", "template")
    op.drop_column("inbound_message", "beside")
    op.add_column("inbound_message", sa.Column("problem", sa.String(length=40), nullable=True))

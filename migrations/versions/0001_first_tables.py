"""The first tables: registry, scores, coverage, contributions, conversations, outbox."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("detail", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index(op.f("ix_audit_entry_action"), "audit_entry", ["action"], unique=False)
    op.create_index(op.f("ix_audit_entry_person_id"), "audit_entry", ["person_id"], unique=False)
    op.create_table(
        "centre",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("region", sa.SmallInteger(), nullable=False),
        sa.Column("latitude", sa.Numeric(precision=9, scale=6), nullable=True),
        sa.Column("longitude", sa.Numeric(precision=9, scale=6), nullable=True),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("row_digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("is_demo", sa.Boolean(), server_default="false", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre")),
        sa.UniqueConstraint("code", name=op.f("uq_centre_code")),
    )
    op.create_index(op.f("ix_centre_city"), "centre", ["city"], unique=False)
    op.create_table(
        "conversation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("address_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("variety", sa.String(length=8), nullable=True),
        sa.Column("variety_is_chosen", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("menu", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("expects", sa.String(length=40), nullable=True),
        sa.Column("misunderstood", sa.SmallInteger(), nullable=False),
        sa.Column("owner", sa.String(length=5), server_default="bot", nullable=False),
        sa.Column("last_inbound_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("owner in ('bot', 'human')", name=op.f("ck_conversation_owner")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
        sa.UniqueConstraint("channel", "address_hash", name=op.f("uq_conversation_channel_address_hash")),
        sa.UniqueConstraint("session_id", name=op.f("uq_conversation_session_id")),
    )
    op.create_table(
        "household",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.LargeBinary(), nullable=False),
        sa.Column("reference_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("setting", sa.String(length=5), nullable=False),
        sa.Column("region", sa.SmallInteger(), nullable=False),
        sa.Column("row_digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("is_demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint("setting in ('urban', 'rural')", name=op.f("ck_household_setting")),
        sa.CheckConstraint("region between 1 and 12", name=op.f("ck_household_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
        sa.UniqueConstraint("reference_hash", name=op.f("uq_household_reference_hash")),
    )
    op.create_table(
        "inbound_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("provider", sa.String(length=40), nullable=False),
        sa.Column("provider_message_id", sa.String(length=80), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("problem", sa.String(length=40), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("reply_by", sa.String(length=40), nullable=False),
        sa.Column("claim", sa.String(length=32), nullable=True),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("request_id", sa.String(length=40), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("status in ('received', 'answered')", name=op.f("ck_inbound_message_status")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_inbound_message_conversation_id_conversation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbound_message")),
        sa.UniqueConstraint(
            "channel", "provider_message_id", name=op.f("uq_inbound_message_channel_provider_message_id")
        ),
    )
    op.create_index(
        "ix_inbound_message_conversation_id", "inbound_message", ["conversation_id", "received_at"], unique=False
    )
    op.create_index(
        "ix_inbound_message_status",
        "inbound_message",
        ["status"],
        unique=False,
        postgresql_where="status <> 'answered'",
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("idcs", sa.LargeBinary(), nullable=False),
        sa.Column("idcs_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("cnie", sa.LargeBinary(), nullable=True),
        sa.Column("cnie_hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("given_name", sa.LargeBinary(), nullable=False),
        sa.Column("family_name", sa.LargeBinary(), nullable=False),
        sa.Column("birth_date", sa.LargeBinary(), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("phone_hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("is_declarant", sa.Boolean(), nullable=False),
        sa.Column("variety", sa.String(length=8), nullable=True),
        sa.Column("row_digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("is_demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_person_household_id_household")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("idcs_hash", name=op.f("uq_person_idcs_hash")),
    )
    op.create_index(op.f("ix_person_cnie_hash"), "person", ["cnie_hash"], unique=False)
    op.create_index("ix_person_household_id", "person", ["household_id"], unique=False)
    op.create_index("ix_person_phone_hash", "person", ["phone_hash"], unique=False)
    op.create_table(
        "score_notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("score", sa.Numeric(), nullable=False),
        sa.Column("setting", sa.String(length=5), nullable=False),
        sa.Column("region", sa.SmallInteger(), nullable=False),
        sa.Column("computed_on", sa.Date(), nullable=False),
        sa.Column("notified_on", sa.Date(), nullable=True),
        sa.Column("notified_by", sa.String(length=40), nullable=True),
        sa.Column("declared", postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
        sa.Column("row_digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("is_demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "notified_on is null or notified_on >= computed_on", name=op.f("ck_score_notice_notified_after_computed")
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_score_notice_household_id_household")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_notice")),
        sa.UniqueConstraint("household_id", "computed_on", name=op.f("uq_score_notice_household_id_computed_on")),
    )
    op.create_table(
        "callback_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("conversation_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=False),
        sa.Column("phone_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("variety", sa.String(length=8), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("promised_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_callback_request_conversation_id_conversation")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_callback_request_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_callback_request")),
    )
    op.create_index(
        "ix_callback_request_open",
        "callback_request",
        ["conversation_id"],
        unique=False,
        postgresql_where="closed_at is null",
    )
    op.create_table(
        "contribution_account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=False),
        sa.Column("next_debit_on", sa.Date(), nullable=True),
        sa.Column("next_debit_amount", sa.Numeric(precision=12, scale=2), nullable=True),
        sa.Column("declared_days", sa.SmallInteger(), nullable=True),
        sa.Column("last_declared_month", sa.Date(), nullable=True),
        sa.Column("row_digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("is_demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "regime in ('amo_tadamon', 'amo_achamil', 'amo_tns', 'amo_salaried')",
            name=op.f("ck_contribution_account_regime"),
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_contribution_account_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution_account")),
        sa.UniqueConstraint("person_id", "regime", name=op.f("uq_contribution_account_person_id_regime")),
    )
    op.create_table(
        "coverage",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("regime", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("registration_number", sa.LargeBinary(), nullable=True),
        sa.Column("row_digest", sa.LargeBinary(length=16), nullable=False),
        sa.Column("is_demo", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.CheckConstraint(
            "regime in ('amo_tadamon', 'amo_achamil', 'amo_tns', 'amo_salaried')", name=op.f("ck_coverage_regime")
        ),
        sa.CheckConstraint("status in ('open', 'suspended', 'closed')", name=op.f("ck_coverage_status")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_coverage_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coverage")),
        sa.UniqueConstraint("person_id", "regime", name=op.f("uq_coverage_person_id_regime")),
    )
    op.create_table(
        "outbox_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("inbound_id", sa.Uuid(), nullable=True),
        sa.Column("conversation_id", sa.Uuid(), nullable=True),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("message_class", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("provider", sa.String(length=40), nullable=False),
        sa.Column("handed_over", sa.String(length=40), nullable=False),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("address_hash", sa.LargeBinary(length=16), nullable=True),
        sa.Column("variety", sa.String(length=8), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("choices", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("segments", sa.SmallInteger(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("provider_message_id", sa.String(length=64), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("attempted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "message_class in ('reply', 'code', 'receipt', 'statutory', 'reminder', 'campaign')",
            name=op.f("ck_outbox_message_message_class"),
        ),
        sa.CheckConstraint(
            "status in ('queued', 'sending', 'unknown', 'sent', 'failed', 'delivered')",
            name=op.f("ck_outbox_message_status"),
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_outbox_message_conversation_id_conversation")
        ),
        sa.ForeignKeyConstraint(
            ["inbound_id"], ["inbound_message.id"], name=op.f("fk_outbox_message_inbound_id_inbound_message")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
    )
    op.create_index("ix_outbox_message_address_hash", "outbox_message", ["address_hash", "created_at"], unique=False)
    op.create_index(
        "ix_outbox_message_conversation_id", "outbox_message", ["conversation_id", "created_at"], unique=False
    )
    op.create_index("ix_outbox_message_inbound_id", "outbox_message", ["inbound_id"], unique=False)
    op.create_index("ix_outbox_message_provider_message_id", "outbox_message", ["provider_message_id"], unique=False)
    op.create_table(
        "contribution_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("due", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("paid", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("method", sa.String(length=40), nullable=True),
        sa.Column("row_digest", sa.LargeBinary(length=16), nullable=False),
        sa.CheckConstraint("due >= 0 and paid >= 0", name=op.f("ck_contribution_entry_amounts")),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["contribution_account.id"],
            name=op.f("fk_contribution_entry_account_id_contribution_account"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution_entry")),
        sa.UniqueConstraint("account_id", "period", name=op.f("uq_contribution_entry_account_id_period")),
    )
    op.create_table(
        "delivery_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("outbox_message_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("error_code", sa.String(length=40), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.ForeignKeyConstraint(
            ["outbox_message_id"],
            ["outbox_message.id"],
            name=op.f("fk_delivery_report_outbox_message_id_outbox_message"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_report")),
    )
    op.create_index(
        op.f("ix_delivery_report_outbox_message_id"), "delivery_report", ["outbox_message_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_delivery_report_outbox_message_id"), table_name="delivery_report")
    op.drop_table("delivery_report")
    op.drop_table("contribution_entry")
    op.drop_index("ix_outbox_message_provider_message_id", table_name="outbox_message")
    op.drop_index("ix_outbox_message_inbound_id", table_name="outbox_message")
    op.drop_index("ix_outbox_message_conversation_id", table_name="outbox_message")
    op.drop_index("ix_outbox_message_address_hash", table_name="outbox_message")
    op.drop_table("outbox_message")
    op.drop_table("coverage")
    op.drop_table("contribution_account")
    op.drop_index("ix_callback_request_open", table_name="callback_request", postgresql_where="closed_at is null")
    op.drop_table("callback_request")
    op.drop_table("score_notice")
    op.drop_index("ix_person_phone_hash", table_name="person")
    op.drop_index("ix_person_household_id", table_name="person")
    op.drop_index(op.f("ix_person_cnie_hash"), table_name="person")
    op.drop_table("person")
    op.drop_index("ix_inbound_message_status", table_name="inbound_message", postgresql_where="status <> 'answered'")
    op.drop_index("ix_inbound_message_conversation_id", table_name="inbound_message")
    op.drop_table("inbound_message")
    op.drop_table("household")
    op.drop_table("conversation")
    op.drop_index(op.f("ix_centre_city"), table_name="centre")
    op.drop_table("centre")
    op.drop_index(op.f("ix_audit_entry_person_id"), table_name="audit_entry")
    op.drop_index(op.f("ix_audit_entry_action"), table_name="audit_entry")
    op.drop_table("audit_entry")

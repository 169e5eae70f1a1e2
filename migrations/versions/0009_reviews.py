"""Review requests, their history, what goes to the agency; proofs of notification; reminders."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STATES = (
    "('draft', 'submitted', 'transmitted', 'acknowledged', 'in_review', 'more_information_requested', 'maintained', "
    "'revised', 'rejected_as_late', 'withdrawn')"
)


def upgrade() -> None:
    op.execute(sa.schema.CreateSequence(sa.Sequence("review_number")))
    op.create_table(
        "review_reminder",
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("days_before", sa.SmallInteger(), nullable=False),
        sa.Column("phone_hash", sa.LargeBinary(length=16), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["score_notice.id"], name=op.f("fk_review_reminder_notice_id_score_notice")
        ),
        sa.PrimaryKeyConstraint("notice_id", "days_before", "phone_hash", name=op.f("pk_review_reminder")),
    )
    op.create_table(
        "review_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=True),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("filed_by_staff", sa.Uuid(), nullable=True),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("variety", sa.String(length=8), nullable=False),
        sa.Column("items", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("corrections", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("filing_key", sa.String(length=120), nullable=True),
        sa.Column("consent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("consent_how", sa.String(length=40), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("late_after", sa.Date(), nullable=True),
        sa.Column("is_late", sa.Boolean(), server_default="false", nullable=False),
        sa.Column("agency_reference", sa.String(length=80), nullable=True),
        sa.Column("duplicate_of", sa.Uuid(), nullable=True),
        sa.Column("history_length", sa.SmallInteger(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(submitted_at is not null) or status in ('draft', 'withdrawn')", name=op.f("ck_review_request_submitted")
        ),
        sa.CheckConstraint("mode in ('relay', 'mandated')", name=op.f("ck_review_request_mode")),
        sa.CheckConstraint(
            f"status in {STATES}",
            name=op.f("ck_review_request_status"),
        ),
        sa.CheckConstraint(
            "submitted_at is null or (reference is not null and consent_at is not null "
            "and (jsonb_array_length(items) > 0 or text is not null))",
            name=op.f("ck_review_request_complete"),
        ),
        sa.ForeignKeyConstraint(
            ["duplicate_of"], ["review_request.id"], name=op.f("fk_review_request_duplicate_of_review_request")
        ),
        sa.ForeignKeyConstraint(
            ["household_id"], ["household.id"], name=op.f("fk_review_request_household_id_household")
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["score_notice.id"], name=op.f("fk_review_request_notice_id_score_notice")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_review_request_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_request")),
        sa.UniqueConstraint("notice_id", "filing_key", name=op.f("uq_review_request_notice_id_filing_key")),
        sa.UniqueConstraint("reference", name=op.f("uq_review_request_reference")),
    )
    op.create_index("ix_review_request_household_id", "review_request", ["household_id"], unique=False)
    op.create_index("ix_review_request_status", "review_request", ["status", "submitted_at"], unique=False)
    op.create_index(
        "uq_review_request_draft",
        "review_request",
        ["notice_id", "person_id"],
        unique=True,
        postgresql_where="status = 'draft'",
    )
    op.create_index(
        "uq_review_request_open",
        "review_request",
        ["notice_id"],
        unique=True,
        postgresql_where="status not in ('draft', 'withdrawn')",
    )
    op.create_table(
        "agency_message",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("attachment_ids", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("kind in ('dossier', 'information', 'withdrawal')", name=op.f("ck_agency_message_kind")),
        sa.CheckConstraint(
            "status in ('queued', 'taken', 'refused', 'withheld')", name=op.f("ck_agency_message_status")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["review_request.id"], name=op.f("fk_agency_message_request_id_review_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agency_message")),
        sa.UniqueConstraint("key", name=op.f("uq_agency_message_key")),
    )
    op.create_index("ix_agency_message_request_id", "agency_message", ["request_id"], unique=False)
    op.create_table(
        "review_attachment",
        sa.Column("attachment_id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_review_attachment_attachment_id_attachment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["review_request.id"], name=op.f("fk_review_attachment_request_id_review_request")
        ),
        sa.PrimaryKeyConstraint("attachment_id", name=op.f("pk_review_attachment")),
    )
    op.create_index(op.f("ix_review_attachment_request_id"), "review_attachment", ["request_id"], unique=False)
    op.create_table(
        "review_decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("decision", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.LargeBinary(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("proposed_by", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "decision in ('maintained', 'revised', 'rejected_as_late')", name=op.f("ck_review_decision_decision")
        ),
        sa.CheckConstraint(
            "outcome <> 'confirmed' or proposed_by = 'agency' or settled_by <> proposed_by",
            name=op.f("ck_review_decision_two_people"),
        ),
        sa.CheckConstraint("outcome in ('open', 'confirmed', 'refused')", name=op.f("ck_review_decision_outcome")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["review_request.id"], name=op.f("fk_review_decision_request_id_review_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_decision")),
    )
    op.create_index("ix_review_decision_request_id", "review_decision", ["request_id"], unique=False)
    op.create_index(
        "uq_review_decision_open", "review_decision", ["request_id"], unique=True, postgresql_where="outcome = 'open'"
    )
    op.create_table(
        "review_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("from_status", sa.String(length=40), nullable=True),
        sa.Column("to_status", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("note", sa.LargeBinary(), nullable=True),
        sa.Column("key", sa.String(length=120), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["review_request.id"], name=op.f("fk_review_event_request_id_review_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_event")),
        sa.UniqueConstraint("request_id", "key", name=op.f("uq_review_event_request_id_key")),
        sa.UniqueConstraint("request_id", "position", name=op.f("uq_review_event_request_id_position")),
    )
    op.create_table(
        "review_information",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("question", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["review_request.id"], name=op.f("fk_review_information_request_id_review_request")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_information")),
        sa.UniqueConstraint("request_id", "number", name=op.f("uq_review_information_request_id_number")),
    )
    op.create_table(
        "review_new_score",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["score_notice.id"], name=op.f("fk_review_new_score_notice_id_score_notice")
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["review_request.id"], name=op.f("fk_review_new_score_request_id_review_request")
        ),
        sa.PrimaryKeyConstraint("request_id", "notice_id", name=op.f("pk_review_new_score")),
    )
    op.create_table(
        "score_proof",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=5), nullable=False),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("outbox_message_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(kind = 'sent') = (outbox_message_id is not null)", name=op.f("ck_score_proof_message_of_sent")
        ),
        sa.CheckConstraint("kind in ('seen', 'sent', 'asked')", name=op.f("ck_score_proof_kind")),
        sa.ForeignKeyConstraint(["notice_id"], ["score_notice.id"], name=op.f("fk_score_proof_notice_id_score_notice")),
        sa.ForeignKeyConstraint(
            ["outbox_message_id"], ["outbox_message.id"], name=op.f("fk_score_proof_outbox_message_id_outbox_message")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_score_proof_person_id_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_proof")),
        sa.UniqueConstraint(
            "notice_id",
            "kind",
            "channel",
            "person_id",
            "outbox_message_id",
            name="uq_score_proof_once",
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_index("ix_score_proof_at", "score_proof", ["at"], unique=False)
    op.create_index("ix_score_notice_notified_on", "score_notice", ["notified_on", "id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_score_notice_notified_on", table_name="score_notice")
    op.drop_index("ix_score_proof_at", table_name="score_proof")
    op.drop_table("score_proof")
    op.drop_table("review_new_score")
    op.drop_table("review_information")
    op.drop_table("review_event")
    op.drop_index("uq_review_decision_open", table_name="review_decision", postgresql_where="outcome = 'open'")
    op.drop_index("ix_review_decision_request_id", table_name="review_decision")
    op.drop_table("review_decision")
    op.drop_index(op.f("ix_review_attachment_request_id"), table_name="review_attachment")
    op.drop_table("review_attachment")
    op.drop_index("ix_agency_message_request_id", table_name="agency_message")
    op.drop_table("agency_message")
    op.drop_index(
        "uq_review_request_open", table_name="review_request", postgresql_where="status not in ('draft', 'withdrawn')"
    )
    op.drop_index("uq_review_request_draft", table_name="review_request", postgresql_where="status = 'draft'")
    op.drop_index("ix_review_request_status", table_name="review_request")
    op.drop_index("ix_review_request_household_id", table_name="review_request")
    op.drop_table("review_request")
    op.drop_table("review_reminder")
    op.execute(sa.schema.DropSequence(sa.Sequence("review_number")))

"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """All tables."""
    _rules()
    _journal()
    _read_models()


def downgrade() -> None:
    """None of them."""
    for name in (
        "help_call",
        "announcement",
        "shown",
        "ticket",
        "reply",
        "snapshot",
        "journal",
        "plan",
        "meta",
    ):
        op.drop_table(name)


def _rules() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "plan",
        sa.Column("version", sa.Text, primary_key=True),
        sa.Column("at", _BIG, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("id", _BIG, primary_key=True, autoincrement=False),
        sa.Column("seq", _BIG, nullable=False),
        sa.Column("at", _BIG, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("ticket", sa.Text),
        sa.Column("device", sa.Text),
        sa.Column("command", sa.Text),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_index("journal_of_ticket", "journal", ["day", "ticket"])
    op.create_table(
        "snapshot",
        sa.Column("journal", _BIG, primary_key=True, autoincrement=False),
        sa.Column("at", _BIG, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_table(
        "reply",
        sa.Column("command", sa.Text, primary_key=True),
        sa.Column("device", sa.Text, primary_key=True),
        sa.Column("at", _BIG, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
    )
    op.create_index("ix_reply_at", "reply", ["at"])


def _read_models() -> None:
    op.create_table(
        "ticket",
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("number", sa.Text, primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("services", sa.Text, nullable=False),
        sa.Column("priority", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("counter", sa.Text),
        sa.Column("issued_at", _BIG, nullable=False),
        sa.Column("changed_at", _BIG, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("token", sa.Text),
    )
    op.create_table(
        "shown",
        sa.Column("seq", _BIG, primary_key=True, autoincrement=False),
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("device", sa.Text, primary_key=True),
        sa.Column("at", _BIG, nullable=False),
    )
    op.create_table(
        "announcement",
        sa.Column("number", _BIG, primary_key=True, autoincrement=False),
        sa.Column("at", _BIG, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("zone", sa.Text),
    )
    op.create_table(
        "help_call",
        sa.Column("device", sa.Text, primary_key=True),
        sa.Column("since", _BIG, nullable=False),
    )

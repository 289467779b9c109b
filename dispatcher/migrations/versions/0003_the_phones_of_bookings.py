"""The last digits of the phones that bookings were made with."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One table."""
    op.create_table(
        "booking_phone",
        sa.Column("appointment", sa.Text, primary_key=True),
        sa.Column("digits", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Without them; the bookings stay."""
    op.drop_table("booking_phone")

"""Which hall file was in force from when, the states that days began with, and wrong PINs."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
# What the first schema still knows of it: the last snapshots, and the moment of each hall file's first taking over.
_SNAPSHOTS = "INSERT INTO in_force (journal, version) SELECT journal, plan FROM snapshot"
_FIRST_TIMES = """
INSERT INTO in_force (journal, version)
SELECT after, MAX(version) FROM (
    SELECT (SELECT COALESCE(MAX(id), 0) FROM journal WHERE journal.at <= plan.at) AS after, version FROM plan
) AS taken_over
WHERE after NOT IN (SELECT journal FROM in_force) GROUP BY after
"""


def upgrade() -> None:
    """Two tables and a column."""
    op.create_table(
        "in_force",
        sa.Column("journal", _BIG, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Text, nullable=False),
    )
    op.create_table(
        "wrong_pin",
        sa.Column("clerk", sa.Text, primary_key=True),
        sa.Column("tries", _BIG, nullable=False),
        sa.Column("at", _BIG, nullable=False),
    )
    op.add_column("snapshot", sa.Column("day", sa.Text))
    op.execute(_SNAPSHOTS)
    op.execute(_FIRST_TIMES)


def downgrade() -> None:
    """As the first schema was."""
    op.drop_column("snapshot", "day")
    op.drop_table("wrong_pin")
    op.drop_table("in_force")

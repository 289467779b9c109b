"""Alembic's way in: the connection comes from `dispatcher.store.migrate`, inside its transaction."""

from alembic import context

from dispatcher.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True
)
context.run_migrations()

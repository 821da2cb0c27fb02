"""Runs the steps on the connection that the caller gives, inside of its transaction."""

from alembic import context

from sayso.ledger.migration import VERSIONS

context.configure(connection=context.config.attributes["connection"], version_table=VERSIONS)
with context.begin_transaction():
    context.run_migrations()

"""Where Alembic begins. The connection and its transaction are the store's."""

from alembic import context

from workflow.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # Both can undo changes of tables: an upgrade that is killed half-way has not happened.
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()

"""The house behind the verbs that need one, and what they say when something goes wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pathways.model.finding import PathwayInvalid
from webapp.serving import CannotServe
from workflow.bootstrap import Settings, Workflow, build
from workflow.model.errors import WorkflowError
from workflow.store import StoreUnavailable

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
DATABASE = click.option(
    "--database",
    default="instance/fingerpost.db",
    envvar="FINGERPOST_DATABASE",
    show_default=True,
    help="A SQLite file, or an SQLAlchemy URL.",
)


@contextmanager
def house(database: str, *, demo: bool) -> Iterator[Workflow]:
    """Build the house on a database, and close it afterwards."""
    url = database
    outbox = Path("instance/outbox")
    if "://" not in database:
        file = Path(database).resolve()
        file.parent.mkdir(parents=True, exist_ok=True)
        url, outbox = f"sqlite:///{file}", file.parent / "outbox"
    try:
        workflow = build(Settings(database=url, outbox=outbox, demo=demo))
    except StoreUnavailable:
        todo = "Check that it is a Fingerpost database and that you may write to it and its folder."
        raise click.ClickException(f"{database} cannot be opened or written. {todo}") from None
    try:
        yield workflow
    finally:
        workflow.stop()


@contextmanager
def told(invalid_pathway: str = "A shipped pathway cannot be used.") -> Iterator[None]:
    """Tell of what went wrong in a sentence, and exit with 1."""
    try:
        yield
    except PathwayInvalid as invalid:
        for finding in invalid.findings:
            click.echo(f"{finding.severity.value}: {finding}", err=True)
        raise click.ClickException(invalid_pathway) from None
    except (WorkflowError, CannotServe, OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None

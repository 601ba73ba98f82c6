"""The house behind the verbs that need one, and what they say when something goes wrong."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pathways.model.finding import PathwayInvalid
from webapp.serving import CannotServe
from workflow.bootstrap import Post, Settings, Workflow, build
from workflow.model.errors import WorkflowError
from workflow.notices import mail_server
from workflow.store import BackupTrouble, StoreUnavailable

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
DATABASE = click.option(
    "--database",
    default="instance/fingerpost.db",
    envvar="FINGERPOST_DATABASE",
    show_default=True,
    help="A SQLite file, or an SQLAlchemy URL.",
)

#: Said where somebody asks for several machines on a database for one.
ONE_MACHINE = (
    "This database is a file of this machine, so `fingerpost run` does the jobs itself. "
    "Name a PostgreSQL database to run on several machines: postgresql://..."
)
#: The mail server with its password (a URL), whom e-mails come from, and where the pages are.
_MAIL = ("FINGERPOST_MAIL_SERVER", "FINGERPOST_MAIL_SENDER", "FINGERPOST_ADDRESS")


def address(database: str) -> str:
    """Return the URL of a database that is named by its file or by its URL; its folder is made."""
    if "://" in database:
        return database
    file = Path(database).resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{file}"


def built(database: str, *, demo: bool) -> Workflow:
    """Build the house on a database, as the environment says.

    Raises:
        ClickException: If the database cannot be used, or the environment is not complete.
    """
    outbox = Path(os.environ.get("FINGERPOST_OUTBOX", "instance/outbox"))
    if "://" not in database:
        outbox = Path(database).resolve().parent / "outbox"
    try:
        return build(Settings(database=address(database), outbox=outbox, post=_post(), demo=demo))
    except StoreUnavailable:
        todo = "Check that it is a Fingerpost database and that you may write to it and its folder."
        named = database if "://" not in database else "The database"
        raise click.ClickException(f"{named} cannot be opened or written. {todo}") from None
    except ValueError as error:
        raise click.ClickException(str(error)) from None


@contextmanager
def house(database: str, *, demo: bool) -> Iterator[Workflow]:
    """Build the house on a database, and close it afterwards."""
    workflow = built(database, demo=demo)
    try:
        yield workflow
    finally:
        workflow.stop()


def _post() -> Post | None:
    """Return how people are told of letters by e-mail, as the environment says.

    Raises:
        ClickException: If a part of it is missing or cannot be read.
    """
    server, *others = (os.environ.get(name, "") for name in _MAIL)
    if not server:
        return None
    if not all(others):
        named = ", ".join(name for name, value in zip(_MAIL[1:], others, strict=True) if not value)
        raise click.ClickException(f"{_MAIL[0]} is set, so {named} must be set too.")
    sender, address = others
    try:
        return Post(server=mail_server(server), sender=sender, address=address.rstrip("/"))
    except ValueError as error:
        raise click.ClickException(f"{_MAIL[0]}: {error}") from None


@contextmanager
def told(invalid_pathway: str = "A shipped pathway cannot be used.") -> Iterator[None]:
    """Tell of what went wrong in a sentence, and exit with 1."""
    try:
        yield
    except PathwayInvalid as invalid:
        for finding in invalid.findings:
            click.echo(f"{finding.severity.value}: {finding}", err=True)
        raise click.ClickException(invalid_pathway) from None
    except (WorkflowError, BackupTrouble, CannotServe, OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None

"""The `fingerpost` command: a face of the house, as the pages are."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from pathways.executable import executable
from pathways.model.finding import Finding, PathwayInvalid, Severity
from pathways.reading import read_pathway
from webapp.rehearsing import rehearse_folder
from webapp.serving import CannotServe, serve
from workflow.bootstrap import Settings, Workflow, build
from workflow.model.errors import WorkflowError
from workflow.publishing import pathway_files
from workflow.rehearsal import scenarios
from workflow.store import StoreUnavailable

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_DATABASE = click.option(
    "--database",
    default="instance/fingerpost.db",
    envvar="FINGERPOST_DATABASE",
    show_default=True,
    help="A SQLite file, or an SQLAlchemy URL.",
)


@click.group()
@click.version_option(package_name="fingerpost")
def main() -> None:
    """Pathways that families and professionals draw together, run, and publish."""


@main.command()
@click.option("--demo", is_flag=True, help="Fictional people, one-click sign-in, a movable clock.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--port", default=8000, envvar="PORT", show_default=True, type=click.IntRange(1, 65535)
)
@_DATABASE
def run(*, demo: bool, host: str, port: int, database: str) -> None:
    """Serve the pages, and do in time what falls due."""
    with _told(), _house(database, demo=demo) as workflow:
        serve(workflow, host=host, port=port, say=click.echo)


@main.command()
@click.argument("folders", nargs=-1, required=True, type=_FOLDER)
def check(folders: tuple[Path, ...]) -> None:
    """Say what is wrong with pathways, and what to do about it."""
    wrong = False
    for folder in folders:
        findings = _findings(folder)
        for finding in findings:
            click.echo(f"{finding.severity.value}: {folder.name}/{finding}")
        bad = any(finding.severity is Severity.ERROR for finding in findings)
        if not bad:
            click.echo(f"{folder.name}: can be published")
        wrong = wrong or bad
    sys.exit(1 if wrong else 0)


@main.command()
@click.argument("folders", nargs=-1, required=True, type=_FOLDER)
def rehearse(folders: tuple[Path, ...]) -> None:
    """Play the scenarios of pathways, and say whether they came out as written."""
    with _told("The pathway cannot be rehearsed. Put the findings above right."):
        right = [rehearse_folder(folder, say=click.echo) for folder in folders]
    sys.exit(0 if all(right) else 1)


@main.command("import")
@click.argument("folder", type=_FOLDER)
@_DATABASE
def import_(folder: Path, database: str) -> None:
    """Publish a pathway's folder as its next version."""
    told = _told("Nothing was published. Put the findings above right.")
    with told, _house(database, demo=False) as workflow:
        version = workflow.publishing.publish(pathway_files(folder))
        click.echo(f"{version.pathway.about.name}: published as {version.id}")


@main.group()
def user() -> None:
    """Add people who can sign in, close their accounts, list them."""


@user.command()
@click.argument("name")
@click.argument("email")
@click.password_option(help="Asked for where it is not given, so that it stays out of the history.")
@_DATABASE
def add(name: str, email: str, password: str, database: str) -> None:
    """Add a person who can sign in."""
    with _told(), _house(database, demo=False) as workflow:
        workflow.people.add(name, email, password)
        click.echo(f"{name} can sign in now.")


@user.command()
@click.argument("email")
@_DATABASE
def disable(email: str, database: str) -> None:
    """Close an account and end its sessions."""
    with _told(), _house(database, demo=False) as workflow:
        found = [one for one in workflow.people.everybody() if one.email == email.lower()]
        if not found:
            raise ValueError("Nobody signs in with this e-mail address.")
        workflow.people.disable(found[0].actor.id)
        click.echo(f"{found[0].actor.name} cannot sign in any more.")


@user.command("list")
@_DATABASE
def list_(database: str) -> None:
    """List everybody, closed accounts too."""
    with _told(), _house(database, demo=False) as workflow:
        table = Table("Name", "E-mail", "Roles", "Account")
        for one in workflow.people.everybody():
            roles = ", ".join(
                f"{place.role}, {place.organisation}" for place in one.actor.memberships
            )
            table.add_row(
                one.actor.name, one.email or "", roles, "closed" if one.disabled else "open"
            )
        Console().print(table)


def _findings(folder: Path) -> tuple[Finding, ...]:
    files = pathway_files(folder)
    try:
        pathway = read_pathway(files)
        scenarios(files)
    except PathwayInvalid as invalid:
        return invalid.findings
    return tuple(executable(pathway.drawing).findings)


@contextmanager
def _house(database: str, *, demo: bool) -> Iterator[Workflow]:
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
def _told(invalid_pathway: str = "A shipped pathway cannot be used.") -> Iterator[None]:
    """Tell of what went wrong in a sentence, and exit with 1."""
    try:
        yield
    except PathwayInvalid as invalid:
        for finding in invalid.findings:
            click.echo(f"{finding.severity.value}: {finding}", err=True)
        raise click.ClickException(invalid_pathway) from None
    except (WorkflowError, CannotServe, OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None

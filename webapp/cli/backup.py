"""`fingerpost backup` and `fingerpost restore`: everything that a database has, as one file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from webapp.cli.house import DATABASE, address, told
from webapp.cli.output import named
from workflow.clocks import SystemTime
from workflow.store import Store
from workflow.store.backups import Copied, back_up
from workflow.store.backups import restore as restored

_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeRemainingColumn(),
)

#: Cases that are named.
_SOME = 5


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@DATABASE
def backup(file: Path, database: str) -> None:
    """Write everything that the database has to FILE, while Fingerpost goes on.

    Exits with 1 if something is wrong with what was backed up.
    """
    if "://" not in database and not Path(database).is_file():
        raise click.ClickException(f"There is no file {named(database)}. Look at its name.")
    with told(), Store(address(database)) as store, _progress("Backing up") as tell:
        copied = back_up(store, file, at=SystemTime().now(), told=tell)
    click.echo(f"{named(file)}: {_rows(copied)} of {copied.made_at:%d %B %Y, %H:%M} UTC.")
    if copied.broken:
        raise click.ClickException(f"{_broken(copied)} The backup was made all the same.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@DATABASE
def restore(file: Path, database: str) -> None:
    """Write everything that a backup FILE has into an empty database.

    Whichever database it was made of, it can be restored to a SQLite file or to PostgreSQL.
    """
    with told(), Store(address(database)) as store, _progress("Restoring") as tell:
        copied = restored(store, file, told=tell)
    click.echo(f"{_rows(copied)} restored, as of {copied.made_at:%d %B %Y, %H:%M} UTC.")
    click.echo("Everybody has to sign in again.")
    if copied.broken:
        click.echo(f"warning: {_broken(copied)} It was so when the backup was made.", err=True)


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on standard error, and yield what moves it: rows done, rows in all."""
    with Progress(*_COLUMNS, console=Console(stderr=True), transient=True) as bar:
        bar_id = bar.add_task(what, total=None)

        def tell(done: int, total: int) -> None:
            bar.update(bar_id, completed=done, total=total)

        yield tell


def _rows(copied: Copied) -> str:
    return "1 row" if copied.rows == 1 else f"{copied.rows:,} rows"


def _broken(copied: Copied) -> str:
    count, some = len(copied.broken), ", ".join(copied.broken[:_SOME])
    cases = "The history of 1 case is" if count == 1 else f"The histories of {count:,} cases are"
    more = ", and others" if count > _SOME else ""
    return f"{cases} not whole: {some}{more}. Somebody may have changed the database."

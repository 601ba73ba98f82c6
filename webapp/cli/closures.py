"""`fingerpost closures`: when schools and colleges are closed."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from webapp.cli.house import DATABASE, house, told
from workflow.clocks import SchoolClosures

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def closures() -> None:
    """Give the days on which schools and colleges are closed, and list them."""


@closures.command("set")
@click.argument("file", type=_FILE)
@DATABASE
def set_(file: Path, database: str) -> None:
    """Put the closures of a TOML file in place of all that are there."""
    with (
        told("Nothing was changed. Put the findings above right."),
        house(database, demo=False) as workflow,
    ):
        count = SchoolClosures(workflow.store).replace(file.read_bytes(), file=file.name)
        said = "1 closure is" if count == 1 else f"{count} closures are"
        click.echo(f"{said} kept now. Timers and clocks that run already stay as they are.")


@closures.command("list")
@DATABASE
def list_(database: str) -> None:
    """List all closures, by their first day."""
    with told(), house(database, demo=False) as workflow:
        table = Table("First day", "Last day", "What", "Where")
        for closure, setting in SchoolClosures(workflow.store).every():
            where = setting or "everywhere without dates of its own"
            table.add_row(f"{closure.first_on}", f"{closure.last_on}", closure.what, where)
        Console().print(table)

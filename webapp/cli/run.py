"""`fingerpost run`: the house, served."""

import click

from webapp.cli.house import DATABASE, house, told
from webapp.serving import serve


@click.command()
@click.option("--demo", is_flag=True, help="Fictional people, one-click sign-in, a movable clock.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--port", default=8000, envvar="PORT", show_default=True, type=click.IntRange(1, 65535)
)
@DATABASE
def run(*, demo: bool, host: str, port: int, database: str) -> None:
    """Serve the pages, and do in time what falls due."""
    with told(), house(database, demo=demo) as workflow:
        serve(workflow, host=host, port=port, say=click.echo)

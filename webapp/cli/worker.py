"""`fingerpost worker`: does what was promised, on this machine for all of them."""

import click

from webapp import logbook
from webapp.cli.house import DATABASE, ONE_MACHINE, house, told
from workflow.jobs import EmbeddedJobs


@click.command()
@click.option(
    "--threads",
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help="How many jobs at the same time.",
)
@DATABASE
def worker(*, threads: int, database: str) -> None:
    """Do in time what falls due: deadlines, letters, long work. For PostgreSQL."""
    logbook.open_log()
    with told(), house(database, demo=False) as workflow:
        if isinstance(workflow.jobs, EmbeddedJobs):
            raise click.ClickException(ONE_MACHINE)
        click.echo("Fingerpost does its jobs here (stop it with Ctrl+C)")
        workflow.jobs.work(threads)

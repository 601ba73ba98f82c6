"""`fingerpost run`: the house, served."""

import click

from webapp.cli.house import DATABASE, ONE_MACHINE, house, told
from webapp.serving import serve
from workflow.jobs import EmbeddedJobs


@click.command()
@click.option("--demo", is_flag=True, help="Fictional people, one-click sign-in, a movable clock.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option(
    "--port", default=8000, envvar="PORT", show_default=True, type=click.IntRange(1, 65535)
)
@click.option("--without-jobs", is_flag=True, help="Leave what falls due to `fingerpost worker`.")
@DATABASE
def run(*, demo: bool, host: str, port: int, without_jobs: bool, database: str) -> None:
    """Serve the pages, and do in time what falls due."""
    with told(), house(database, demo=demo) as workflow:
        if without_jobs and isinstance(workflow.jobs, EmbeddedJobs):
            raise click.ClickException(ONE_MACHINE)
        serve(workflow, host=host, port=port, say=click.echo, jobs=not without_jobs)

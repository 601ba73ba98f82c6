"""`fingerpost import`: a folder becomes a version."""

from pathlib import Path

import click

from pathways.checks import check
from pathways.model.finding import Severity
from webapp.cli.house import DATABASE, FOLDER, house, told
from webapp.cli.output import plain
from workflow.publishing import pathway_files


@click.command("import")
@click.argument("folder", type=FOLDER)
@DATABASE
def publish(folder: Path, database: str) -> None:
    """Publish a pathway's folder as its next version; warnings are told and stop nothing."""
    with (
        told("Nothing was published. Put the findings above right."),
        house(database, demo=False) as workflow,
    ):
        version = workflow.publishing.publish(pathway_files(folder))
        for finding in check(version.pathway):
            if finding.severity is Severity.WARNING and not finding.silenced:
                click.echo(plain(f"{finding.severity.value}: {finding} ({finding.rule})"))
        click.echo(f"{version.pathway.about.name}: published as {version.id}")

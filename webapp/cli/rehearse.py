"""`fingerpost rehearse`: the scenarios of pathways, played at a terminal."""

import sys
from collections.abc import Callable
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from webapp.cli.house import FOLDER, told
from workflow.model.errors import WorkflowError
from workflow.publishing import pathway_files
from workflow.rehearsal import rehearse as play
from workflow.rehearsal import scenarios


@click.command()
@click.argument("folders", nargs=-1, required=True, type=FOLDER)
def rehearse(folders: tuple[Path, ...]) -> None:
    """Play the scenarios of pathways, and say whether they came out as written."""
    with told("The pathway cannot be rehearsed. Put the findings above right."):
        right = [_rehearsed(folder, say=click.echo) for folder in folders]
    sys.exit(0 if all(right) else 1)


def _rehearsed(folder: Path, *, say: Callable[[str], None]) -> bool:
    """Play every scenario of a pathway's folder; return whether all came out as written."""
    files = pathway_files(folder)
    stories = scenarios(files)
    if not stories:
        say(f"{folder.name}: has no scenarios. Write one in {folder / 'scenarios'}.")
        return False
    problems: dict[str, tuple[str, ...]] = {}
    with _progress() as progress:
        for scenario in progress.track(stories, description=folder.name):
            try:
                problems[scenario.name] = play(files, scenario).problems
            except WorkflowError as error:
                problems[scenario.name] = (str(error),)
    for name, found in problems.items():
        for problem in found:
            say(f"{folder.name}: “{name}”: {problem}")
    right = sum(not found for found in problems.values())
    say(f"{folder.name}: {right} of {len(stories)} scenarios came out as written")
    return right == len(stories)


def _progress() -> Progress:
    """Return a bar for the terminal; it stays silent where the output goes to a file."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)

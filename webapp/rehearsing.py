"""Plays the scenarios of a pathway's folder at a terminal, and says how they came out."""

from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from workflow.model.errors import WorkflowError
from workflow.publishing import pathway_files
from workflow.rehearsal import rehearse, scenarios


def rehearse_folder(folder: Path, *, say: Callable[[str], None]) -> bool:
    """Play every scenario of a pathway's folder; return whether all came out as written.

    Args:
        folder: The pathway's folder, with its `scenarios`.
        say: Tells the person at the terminal.

    Raises:
        PathwayInvalid: If the pathway or one of its scenarios cannot be read.
    """
    files = pathway_files(folder)
    stories = scenarios(files)
    if not stories:
        say(f"{folder.name}: has no scenarios. Write one in {folder / 'scenarios'}.")
        return False
    problems: dict[str, tuple[str, ...]] = {}
    with _progress() as progress:
        for scenario in progress.track(stories, description=folder.name):
            try:
                problems[scenario.name] = rehearse(files, scenario).problems
            except WorkflowError as error:
                problems[scenario.name] = (str(error),)
    for name, told in problems.items():
        for problem in told:
            say(f"{folder.name}: “{name}”: {problem}")
    right = sum(not told for told in problems.values())
    say(f"{folder.name}: {right} of {len(stories)} scenarios came out as written")
    return right == len(stories)


def _progress() -> Progress:
    """Return a bar for the terminal; it stays silent where the output goes to a file."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)

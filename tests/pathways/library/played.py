"""The scenarios of the shipped pathways, each played once however many tests look at it."""

from functools import cache
from pathlib import Path

from workflow.publishing import shipped_pathways
from workflow.rehearsal import Rehearsal, rehearse, scenarios


@cache
def files(key: str) -> dict[str, bytes]:
    return dict(shipped_pathways()[key])


def names(key: str) -> list[str]:
    """Return the names of a pathway's scenarios: those of their files."""
    return [Path(path).stem for path in sorted(files(key)) if path.startswith("scenarios/")]


@cache
def played(key: str, name: str) -> Rehearsal:
    """Return how a scenario came out."""
    path = f"scenarios/{name}.toml"
    (scenario,) = scenarios({path: files(key)[path]})
    return rehearse(files(key), scenario)

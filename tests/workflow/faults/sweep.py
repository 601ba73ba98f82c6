"""Kills one command at every moment of its work in turn, and looks at what is left each time."""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from tests.workflow import processes
from tests.workflow.audit import faults
from tests.workflow.contents import Contents, everything
from tests.workflow.faults.hooks import die_at
from tests.workflow.house import SmallHouse
from workflow.jobs.retries import LEASE
from workflow.model.errors import WorkflowError
from workflow.store.tables import metadata

Command = Callable[[SmallHouse], object]


@dataclass(slots=True)
class Sweep:
    """How a command stood being killed."""

    #: Kills after which nothing of it was to be seen, all of it, or a part.
    before: int = 0
    after: int = 0
    between: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        return self.before + self.after + self.between


def sweep(house: SmallHouse, command: Command, *, until_problem: bool = False) -> Sweep:
    """Kill a command at its first moment, its second, and so on, until it survives.

    Each time the database is put back first. Whatever is left must be as it was, or else free of
    faults, and doing the command again, a lease later, must lead to the same as doing it once.
    """
    result, kept = Sweep(), _Kept(house)
    expected = _shape(_done(house, command))
    for moment in count(1):
        kept.put_back()
        survived = processes.join(processes.start(_dying(house, command, moment))) == 0
        if survived or (until_problem and result.problems):
            return result
        left = everything(house.workflow.store)
        if left == kept.contents:
            result.before += 1
            continue
        if _shape(left) == expected:
            result.after += 1
        else:
            result.between += 1
        found = [*faults(house.workflow), *_again(house, command, expected)]
        result.problems += [f"killed at moment {moment}: {one}" for one in found]
    raise AssertionError


def _dying(house: SmallHouse, command: Command, moment: int) -> Callable[[], None]:
    def work() -> None:
        die_at(moment)
        command(house)

    return work


def _again(
    house: SmallHouse, command: Command, expected: Mapping[str, Counter[object]]
) -> list[str]:
    """Do it once more, as a browser or a worker would; return what is wrong afterwards."""
    house.time.advance(LEASE)
    try:
        found = _shape(_done(house, command))
    except WorkflowError as error:
        return [f"sent again: {type(error).__name__}"]
    changed = [name for name in found if found[name] != expected[name]]
    told = [f"sent again: {name} is not as after once" for name in changed]
    return [*told, *faults(house.workflow)]


def _done(house: SmallHouse, command: Command) -> Contents:
    command(house)
    return everything(house.workflow.store)


def _shape(contents: Contents) -> dict[str, Counter[object]]:
    """Return table -> its rows by status; ids are drawn anew each time."""
    columns = {table.name: [column.name for column in table.c] for table in metadata.sorted_tables}
    return {
        table: Counter(dict(zip(columns[table], row, strict=True)).get("status") for row in rows)
        for table, rows in contents.items()
    }


class _Kept:
    """The database as it was before the command."""

    def __init__(self, house: SmallHouse) -> None:
        self._house, self._now = house, house.time.now()
        self.contents = everything(house.workflow.store)
        house.workflow.store.close()
        self._copy = house.path.with_suffix(".kept")
        shutil.copyfile(house.path, self._copy)

    def put_back(self) -> None:
        """Put it back. Nothing has it open afterwards, so that the test may fork."""
        self._house.workflow.store.close()
        for ending in ("-wal", "-shm"):
            path = self._house.path
            path.with_name(path.name + ending).unlink(missing_ok=True)
        shutil.copyfile(self._copy, self._house.path)
        self._house.time.set(self._now)

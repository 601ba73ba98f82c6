"""The least that it can cost: the same rows, by the same SQLAlchemy statements, and nothing else.

What the engine writes while it completes steps is recorded as statements with their values. Then
the database is put back to what it was before, and each recorded transaction is written again.
"""

import gc
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Delete, Engine, Executable, Insert, Update, event, text

from bench.measuring import cpu_ms
from bench.ours import OurCase
from workflow.store import Store

_Rows = Mapping[str, Any] | Sequence[Mapping[str, Any]]
_DATABASES = text("pragma database_list")


@dataclass(slots=True)
class Written:
    """What one completed step writes, in order: statements, each with its rows."""

    statements: list[tuple[Executable, _Rows]] = field(default_factory=list)

    def write_again(self, store: Store) -> None:
        """Write it in one transaction."""
        with store.write() as tx:
            for statement, rows in self.statements:
                tx.execute(statement, rows)


def bare_window(ours: OurCase, steps: int, *, folder: Path) -> float:
    """Return the mean cost of writing what the next steps of a case write, in ms of CPU.

    The case has completed the steps afterwards.
    """
    original, copy = Path(folder, "original.db"), Path(folder, "copy.db")
    _copy_database(ours.store, original)
    recorded = [_record(ours) for _ in range(steps)]
    with Store(f"sqlite:///{copy}") as store:
        for _ in range(2):  # the first time, SQLAlchemy still compiles the statements
            store.close()
            shutil.copyfile(original, copy)
            gc.collect()
            spent = [cpu_ms(lambda one=one: one.write_again(store)) for one in recorded]
    return sum(spent) / steps


def _record(ours: OurCase) -> Written:
    written = Written()
    with _listening(written):
        ours.step()
    return written


@contextmanager
def _listening(written: Written) -> Iterator[None]:
    def keep(_: object, statement: Executable, many: _Rows, one: _Rows, __: object) -> None:
        if isinstance(statement, Insert | Update | Delete):
            written.statements.append((statement, many or one))

    event.listen(Engine, "before_execute", keep)
    yield
    event.remove(Engine, "before_execute", keep)


def _copy_database(store: Store, to: Path) -> None:
    """Copy the file of a store; closing it brings everything into that one file."""
    with store.read() as tx:
        (_, _, file), *_ = tx.execute(_DATABASES).all()
    store.close()
    shutil.copyfile(file, to)

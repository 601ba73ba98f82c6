"""Backups of a whole database while it is used, and restoring them: into either kind.

A backup is of one moment. What was confirmed before it began is in it; what comes afterwards waits
for nothing. Sessions and counts of tries are left out: who restores a backup must not let anybody
in who has signed out since.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from workflow.store.archive import ArchiveReader, ArchiveWriter, Member, Row
from workflow.store.chains import Chains
from workflow.store.database import Store, Transaction
from workflow.store.errors import (
    BackupDamaged,
    BackupTooNew,
    DatabaseDamaged,
    DatabaseNotEmpty,
    NothingToBackUp,
)
from workflow.store.migrating import is_known, revision, upgrade
from workflow.store.shapes import Shape, shapes

_LEFT_OUT = frozenset({"session", "throttle"})
#: Rows between two words of progress.
_BATCH = 1_000

#: Told how many of how many rows are done.
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What was backed up or restored."""

    rows: int
    #: The moment that the backup is of; aware.
    made_at: datetime
    #: References of the cases whose history is not whole.
    broken: tuple[str, ...]


def back_up(store: Store, path: Path, *, at: datetime, told: Told) -> Copied:
    """Write everything that a database has at this moment to a file.

    Args:
        store: The database; it may be of an earlier or later release.
        path: A file that does not exist. It is there once it is whole.
        at: The present moment; aware.
        told: Told of progress.

    Raises:
        StoreUnavailable: If the database cannot be read.
        DatabaseDamaged: If it says that it is not in order.
        NothingToBackUp: If it has no tables of ours.
        OSError: If the file exists or cannot be written.
    """
    if path.exists():
        raise FileExistsError(f"There is a file {path} already. Name another one.")
    part = path.with_name(f"{path.name}.part")
    try:
        copied = _write(store, part, at=at, told=told)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return copied


def _write(store: Store, path: Path, *, at: datetime, told: Told) -> Copied:
    chains = Chains()
    with store.read_all() as view:
        made = revision(view.connection)
        if made is None:
            raise NothingToBackUp
        damage = view.damage()
        if damage:
            raise DatabaseDamaged(damage[0])
        found = [one for one in shapes(view.connection) if one.name not in _LEFT_OUT]
        progress = _Progress(sum(_count(view, one) for one in found), told)
        writer = ArchiveWriter(path, revision=made, made_at=at)
        for shape in found:
            rows = _checked(chains, shape.name, _rows(view, shape))
            writer.write(shape, progress.through(rows))
        contents = writer.close()
    return Copied(rows=contents.rows, made_at=at, broken=chains.broken)


def restore(store: Store, path: Path, *, told: Told) -> Copied:
    """Write everything that a backup has into an empty database: all of it or nothing.

    The file is read to its end and checked before the first row is written. The tables are made as
    they were, and then brought up to this release.

    Args:
        store: The database; a file that does not exist, or one without rows.
        path: The backup.
        told: Told of progress.

    Raises:
        BackupDamaged, BackupTooNew: If the file cannot be restored.
        DatabaseNotEmpty: If the database has something in it.
        StoreUnavailable: If the database cannot be written.
        OSError: If the file cannot be read.
    """
    with ArchiveReader(path) as archive:
        contents, chains = archive.contents, Chains()
        if not is_known(contents.revision):
            raise BackupTooNew
        archive.check()
        progress = _Progress(2 * contents.rows, told)
        for member in contents.tables:
            for _ in progress.through(_checked(chains, member.name, archive.rows(member))):
                pass
        with store.upgrading() as tx:
            _make_tables(tx, contents.revision)
            for member in contents.tables:
                _load(tx, member, progress.through(archive.rows(member)))
            upgrade(tx.connection)
    return Copied(rows=contents.rows, made_at=contents.made_at, broken=chains.broken)


def _make_tables(tx: Transaction, wanted: str) -> None:
    found = shapes(tx.connection)
    if any(_count(tx, shape) for shape in found):
        raise DatabaseNotEmpty
    # Tables of a later release, or of somebody else, cannot be made those of an earlier one.
    if found and revision(tx.connection) != wanted:
        raise DatabaseNotEmpty
    upgrade(tx.connection, wanted)


def _load(tx: Transaction, member: Member, rows: Iterable[Row]) -> None:
    try:
        tx.load(member.shape.table, rows)
    except DBAPIError as error:
        if tx.is_trouble(error):
            raise
        raise BackupDamaged from error


def _rows(view: Transaction, shape: Shape) -> Iterator[Row]:
    table = shape.table
    statement = select(table).order_by(*(table.c[name] for name in shape.key))
    return (row._asdict() for row in view.stream(statement))


def _count(tx: Transaction, shape: Shape) -> int:
    return tx.execute(select(func.count()).select_from(shape.table)).scalar_one()


def _checked(chains: Chains, table: str, rows: Iterable[Row]) -> Iterable[Row]:
    if table == "pathway_case":
        return chains.cases(rows)
    return chains.events(rows) if table == "event" else rows


class _Progress:
    """Counts rows as they go by."""

    def __init__(self, total: int, told: Told) -> None:
        self._total, self._told, self._done = total, told, 0
        told(0, total)

    def through(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield rows, telling of them now and then."""
        for row in rows:
            yield row
            self._done += 1
            if self._done % _BATCH == 0 or self._done == self._total:
                self._told(self._done, self._total)

"""A backup as a file: a ZIP with the rows of each table, and what they must come to.

`tables/NAME.jsonl` has one JSON array for each row, in the order of the columns: text as it is,
bytes in base64, moments and days in ISO 8601. `backup.json`, written last, names the format, the
revision of the tables, and for each of them its columns, its number of rows and the SHA-256 of its
member. So a file that is cut off has no `backup.json`. The file's last bytes, a ZIP's comment, are
the SHA-256 of all bytes before them: not one of them can change unnoticed.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from os import SEEK_END
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import msgspec

from workflow.store.errors import BackupDamaged, BackupTooNew
from workflow.store.shapes import Shape

FORMAT = 1
#: Letters of a SHA-256 in hexadecimal, and bytes read at once to work it out.
_SEAL, _PIECE = 64, 1 << 20
_LIST = "backup.json"
_READ_AS: Mapping[str, Any] = {
    "text": str | None,
    "integer": int | None,
    "bytes": bytes | None,
    "moment": datetime | None,
    "day": date | None,
}
_encode = msgspec.json.Encoder().encode

Row = Mapping[str, Any]


class Member(msgspec.Struct, frozen=True):
    """One table of a backup."""

    name: str
    #: (name, kind) of each column (`workflow.store.shapes`).
    columns: tuple[tuple[str, str], ...]
    rows: int
    sha256: str

    @property
    def shape(self) -> Shape:
        """Return the table."""
        return Shape(name=self.name, columns=self.columns)

    @property
    def path(self) -> str:
        """Return where its rows are in the file."""
        return f"tables/{self.name}.jsonl"


class Contents(msgspec.Struct, frozen=True):
    """What a backup says of itself."""

    format: int
    #: The newest migration that the tables had.
    revision: str
    made_at: datetime
    tables: tuple[Member, ...]

    @property
    def rows(self) -> int:
        """Return how many rows it has."""
        return sum(member.rows for member in self.tables)


class ArchiveWriter:
    """Writes a backup; it is one only once `close` has been called."""

    def __init__(self, path: Path, *, revision: str, made_at: datetime) -> None:
        """Begin a file.

        Args:
            path: Where; must not exist. Nobody but its owner can read it.
            revision: The newest migration of the tables.
            made_at: The moment that the backup is of; aware.
        """
        path.touch(mode=0o600, exist_ok=False)
        self._path = path
        self._zip = ZipFile(path, "w", ZIP_DEFLATED, compresslevel=3)
        self._revision, self._made_at = revision, made_at
        self._members: list[Member] = []

    def write(self, shape: Shape, rows: Iterable[Row]) -> None:
        """Write the rows of one table."""
        names = [name for name, _ in shape.columns]
        digest, count = hashlib.sha256(), 0
        with self._zip.open(f"tables/{shape.name}.jsonl", "w", force_zip64=True) as member:
            for row in rows:
                line = _encode([row[name] for name in names]) + b"\n"
                member.write(line)
                digest.update(line)
                count += 1
        self._members.append(
            Member(name=shape.name, columns=shape.columns, rows=count, sha256=digest.hexdigest())
        )

    def close(self) -> Contents:
        """Write what the file has, and end it."""
        contents = Contents(
            format=FORMAT,
            revision=self._revision,
            made_at=self._made_at,
            tables=tuple(self._members),
        )
        self._zip.writestr(_LIST, msgspec.json.format(_encode(contents), indent=1))
        self._zip.comment = b"0" * _SEAL
        self._zip.close()
        with self._path.open("r+b") as file:
            seal = _seal(file)
            file.seek(-_SEAL, SEEK_END)
            file.write(seal)
        return contents


class ArchiveReader:
    """Reads a backup. Whatever is wrong with the file is `BackupDamaged`."""

    def __init__(self, path: Path) -> None:
        """Open a file and read what it says of itself.

        Raises:
            BackupDamaged: If it is no backup, or a part of one.
            BackupTooNew: If it has a format that this release does not know.
        """
        self._path = path
        with _damage():
            self._zip = ZipFile(path)
        try:
            self.contents = self._contents()
        except BaseException:
            self._zip.close()
            raise

    def _contents(self) -> Contents:
        with _damage():
            said = self._zip.read(_LIST)
            if msgspec.json.decode(said)["format"] > FORMAT:
                raise BackupTooNew
            return msgspec.json.decode(said, type=Contents)

    def check(self) -> None:
        """See that every byte of the file is as it was written.

        Raises:
            BackupDamaged: If one is not.
        """
        with self._path.open("rb") as file:
            seal = _seal(file)
            file.seek(-_SEAL, SEEK_END)
            if file.read() != seal:
                raise BackupDamaged

    def rows(self, member: Member) -> Iterator[Row]:
        """Yield the rows of a table; its checksum is looked at behind the last.

        Raises:
            BackupDamaged: If they are not what was written.
        """
        names = [name for name, _ in member.columns]
        digest, count = hashlib.sha256(), 0
        with _damage():
            types = tuple(_READ_AS[kind] for _, kind in member.columns)
            decode: Callable[[bytes], tuple[object, ...]] = msgspec.json.Decoder(
                tuple.__class_getitem__(types)
            ).decode
            with self._zip.open(member.path) as lines:
                for line in lines:
                    digest.update(line)
                    count += 1
                    yield dict(zip(names, decode(line), strict=True))
        if (count, digest.hexdigest()) != (member.rows, member.sha256):
            raise BackupDamaged

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()


def _seal(file: BinaryIO) -> bytes:
    """Return the checksum of a file without its last bytes, where that is kept."""
    digest, left = hashlib.sha256(), file.seek(0, SEEK_END) - _SEAL
    file.seek(0)
    while left > 0:
        piece = file.read(min(left, _PIECE))
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest().encode()


@contextmanager
def _damage() -> Iterator[None]:
    """Tell of everything that reading a damaged file can raise as one thing."""
    try:
        yield
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        TypeError,
        ValueError,
        NotImplementedError,
    ) as error:
        raise BackupDamaged from error

"""A line to PostgreSQL that breaks just when a transaction is being kept."""

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import make_url

_SOCKET = ".s.PGSQL.5432"
_COMMIT = b"COMMIT\x00"
_CHUNK = 65_536


@dataclass(slots=True)
class BrokenLine:
    """What the line has done, and how often it breaks."""

    folder: Path
    server: Path
    chance: random.Random
    #: Of 10 transactions, how many meet a break.
    breaks: int = 0
    #: Breaks before the database has read that a transaction is to be kept, and after it has.
    before: int = 0
    after: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def url(self, database: str) -> str:
        """Return the URL of a database, reached over this line."""
        read = make_url(database).update_query_dict({"host": str(self.folder)})
        return read.render_as_string(hide_password=False)

    def fate(self) -> str:
        """Return what happens to a transaction that is being kept."""
        with self._lock:
            if self.chance.randrange(10) >= self.breaks:
                return "passes"
            if self.chance.random() < 0.5:
                self.before += 1
                return "breaks before"
            self.after += 1
            return "breaks after"


@contextmanager
def broken_line(database: str, seed: int) -> Iterator[BrokenLine]:
    """Open a line to the server of a database until the end of the block."""
    server = Path(str(make_url(database).query["host"]), _SOCKET)
    with (
        TemporaryDirectory(prefix="line-", dir="/tmp") as folder,
        socket.socket(socket.AF_UNIX) as listening,
    ):
        listening.bind(str(Path(folder, _SOCKET)))
        listening.listen()
        line = BrokenLine(Path(folder), server, random.Random(seed))  # noqa: S311 - no secret
        accepting = threading.Thread(target=_accept, args=(listening, line), daemon=True)
        accepting.start()
        yield line
        listening.shutdown(socket.SHUT_RDWR)
        accepting.join()


def _accept(listening: socket.socket, line: BrokenLine) -> None:
    with suppress(OSError):  # closed: the test is over
        while True:
            client, _ = listening.accept()
            server = socket.socket(socket.AF_UNIX)
            server.connect(str(line.server))
            _Call(client, server, line).start()


class _Call:
    """One connection, copied in both directions."""

    def __init__(self, client: socket.socket, server: socket.socket, line: BrokenLine) -> None:
        self._client, self._server, self._line = client, server, line
        self._deaf = False

    def start(self) -> None:
        for copy in (self._upwards, self._downwards):
            threading.Thread(target=copy, daemon=True).start()

    def _upwards(self) -> None:
        with suppress(OSError):
            while data := self._client.recv(_CHUNK):
                if _COMMIT in data and self._breaks(data):
                    break
                self._server.sendall(data)
        self._hang_up()

    def _breaks(self, data: bytes) -> bool:
        fate = self._line.fate()
        if fate == "breaks after":
            self._deaf = True  # the database keeps it, and nobody hears of that
            self._server.sendall(data)
            self._server.recv(_CHUNK, socket.MSG_PEEK)
        return fate != "passes"

    def _downwards(self) -> None:
        with suppress(OSError):
            while data := self._server.recv(_CHUNK):
                if self._deaf:
                    break
                self._client.sendall(data)
        self._hang_up()

    def _hang_up(self) -> None:
        for one in (self._client, self._server):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

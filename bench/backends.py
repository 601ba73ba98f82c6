"""What PostgreSQL itself spends: the CPU time of the processes that serve one database."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

import psycopg
from sqlalchemy import make_url

_NS_PER_MS = 1_000_000
_SERVING = """
select pid from pg_stat_activity
where datname = %s and backend_type = 'client backend' and application_name = 'fingerpost'
"""


class Backends:
    """Measures what is done on one database: by this process, and by the server for it."""

    def __init__(self, url: str) -> None:
        """Name the database; whoever else uses it is counted too."""
        self._url = url
        self._database = make_url(url).database

    def cpu_ms(self, action: Callable[[], object]) -> float:
        """Return what an action cost both, in ms of CPU; the kernel's work for them included."""
        serving = self._serving()
        before, of_server = process_time(), _server_ms(serving)
        action()
        return (process_time() - before) * 1000 + _server_ms(serving) - of_server

    def _serving(self) -> tuple[int, ...]:
        """Return the ids of the processes that serve the connections that are open."""
        with psycopg.connect(self._url, autocommit=True) as connection:
            return tuple(pid for (pid,) in connection.execute(_SERVING, [self._database]))


def _server_ms(pids: Iterable[int]) -> float:
    """Return the CPU time of processes so far (proc(5), schedstat: nanoseconds first)."""
    told = (Path(f"/proc/{pid}/schedstat").read_text("ascii") for pid in pids)
    return sum(int(line.split()[0]) for line in told) / _NS_PER_MS

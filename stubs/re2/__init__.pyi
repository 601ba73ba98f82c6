from collections.abc import Iterator

class error(Exception): ...  # noqa: N801 - its own name

class Options:
    max_mem: int
    log_errors: bool
    literal: bool
    case_sensitive: bool
    dot_nl: bool

class _Match:
    re: _Regexp
    def start(self) -> int: ...
    def end(self) -> int: ...
    def group(self, number: int) -> str | None: ...

class _Regexp:
    groups: int
    programsize: int
    def search(self, text: str) -> _Match | None: ...
    def finditer(self, text: str) -> Iterator[_Match]: ...

def purge() -> None: ...
def compile(pattern: str, options: Options) -> _Regexp: ...  # noqa: A001 - its own name

from typing import Any
from wsgiref.types import WSGIApplication

class _Server:
    effective_port: int
    effective_host: str
    def run(self) -> None: ...
    def close(self) -> None: ...

def create_server(application: WSGIApplication, **adjustments: Any) -> _Server: ...

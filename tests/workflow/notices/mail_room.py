"""A mail server on this machine that keeps what it is sent, and can break at the worst moment."""

import socketserver
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread

#: What is answered to a text that has come whole; None drops the line without a word.
Reply = Callable[[], bytes | None]

_GREETING, _FAREWELL = b"220 mail room\r\n", b"221 bye\r\n"
_OK, _GO_ON = b"250 ok\r\n", b"354 go on\r\n"


@dataclass(slots=True)
class MailRoom:
    """What has come, and what the server does next."""

    messages: list[EmailMessage] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    reply: Reply = lambda: _OK
    port: int = 0

    @property
    def copies(self) -> Counter[str]:
        """Return Message-ID -> how often it has come."""
        return Counter(str(message["Message-ID"]) for message in self.messages)


class _Conversation(socketserver.StreamRequestHandler):
    """What one client says, and is answered."""

    server: "_Server"

    def handle(self) -> None:
        with suppress(ConnectionError):  # who was killed says no farewell
            self.wfile.write(_GREETING)
            while (line := self.rfile.readline()) and self._answered(line):
                pass

    def _answered(self, line: bytes) -> bool:
        """Answer a line; return whether another is to be read."""
        verb = line[:4].upper()
        reply = self._take(verb, line)
        if reply is not None:
            self.wfile.write(reply)
        return reply is not None and verb != b"QUIT"

    def _take(self, verb: bytes, line: bytes) -> bytes | None:
        room = self.server.room
        if verb == b"RCPT":
            room.addresses.append(line.partition(b"<")[2].partition(b">")[0].decode())
        if verb == b"DATA":
            self.wfile.write(_GO_ON)
            room.messages.append(self._text())
            return room.reply()
        return _FAREWELL if verb == b"QUIT" else _OK

    def _text(self) -> EmailMessage:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        message = message_from_bytes(b"".join(lines), policy=policy.SMTP)
        assert isinstance(message, EmailMessage)
        return message


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, room: MailRoom) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.room = room
        room.port = self.server_address[1]


@contextmanager
def opened() -> Iterator[MailRoom]:
    """Run a mail server until the end of the block."""
    with _Server(MailRoom()) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.room
        finally:
            server.shutdown()
            thread.join()

"""A notifier that tells people by e-mail that a letter waits for them.

An e-mail can be read by many on its way, so it holds nothing of the letter but its subject, which
is never personal. What the letter says stays behind the sign-in.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from smtplib import SMTP, SMTP_SSL, SMTPDataError
from urllib.parse import unquote, urlsplit

from workflow.model.case import Outgoing
from workflow.ports import Notifier, OutcomeUnknown

#: Done; done, and the server passes it on (RFC 5321, 4.2.3).
_ACCEPTED = (250, 251)
_TEXT = """Hello,

there is a letter for you at Fingerpost: {subject}.

Read it here, after signing in:
{address}/cases/{case_id}

Nobody reads answers to this e-mail.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """How to reach the server that carries e-mail."""

    host: str
    port: int
    #: `"plain"` (on this machine only), `"starttls"`, or `"tls"` from the first byte on.
    security: str
    user: str | None = None
    password: str | None = None


def mail_server(url: str) -> MailServer:
    """Return what a URL says: `smtp://` (STARTTLS), `smtps://` (TLS) or `smtp+plain://`.

    Args:
        url: E.g. `"smtps://user:password@mail.example.org:465"`.

    Raises:
        ValueError: If it is none of these, or names no host.
    """
    read = urlsplit(url)
    known = {"smtp": ("starttls", 587), "smtps": ("tls", 465), "smtp+plain": ("plain", 25)}
    if read.scheme not in known or not read.hostname:
        raise ValueError("Expected a mail server such as smtps://user:password@mail.example.org.")
    security, port = known[read.scheme]
    return MailServer(
        host=read.hostname,
        port=read.port or port,
        security=security,
        user=unquote(read.username) if read.username else None,
        password=unquote(read.password) if read.password else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Sends an e-mail for each letter, to each address of those whom it is written to."""

    server: MailServer
    #: Whom the e-mail comes from.
    sender: str
    #: Where the pages are, e.g. `"https://pathways.example.org"`.
    address: str
    #: Carries the letters of those who have no e-mail address.
    otherwise: Notifier
    #: Seconds after which a server that does not answer is given up.
    patience: float = 20.0

    def send(self, outgoing: Outgoing) -> None:
        """Send the e-mails of a letter; each has the same Message-ID whenever it is sent.

        Raises:
            OutcomeUnknown: If the line broke after the text was on its way.
            OSError: If the server did not take it.
        """
        if not outgoing.addresses:
            self.otherwise.send(outgoing)
            return
        with self._connected() as smtp:
            for number, address in enumerate(outgoing.addresses, start=1):
                try:
                    self._send(smtp, self._message(outgoing, address, number), address)
                except OSError as error:
                    if number > 1:  # some have it already, and must not get it again and again
                        raise OutcomeUnknown from error
                    raise

    def _message(self, outgoing: Outgoing, address: str, number: int) -> EmailMessage:
        letter = outgoing.letter
        message = EmailMessage()
        message["From"], message["To"] = self.sender, address
        message["Subject"] = letter.subject
        message["Date"] = letter.written_at
        # The same each time, so that a mailbox shows a repeated one once.
        message["Message-ID"] = f"<{letter.id}.{number}@{self.sender.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(
            _TEXT.format(subject=letter.subject, address=self.address, case_id=outgoing.case_id)
        )
        return message

    def _send(self, smtp: SMTP, message: EmailMessage, address: str) -> None:
        _expect(smtp.mail(self.sender), "sender")
        _expect(smtp.rcpt(address), "address")
        try:
            answer = smtp.data(message.as_bytes())
        except SMTPDataError:  # refused before the text was sent
            raise
        except OSError as error:
            raise OutcomeUnknown from error
        _expect(answer, "e-mail")

    @contextmanager
    def _connected(self) -> Iterator[SMTP]:
        server, context = self.server, ssl.create_default_context()
        if server.security == "tls":
            smtp: SMTP = SMTP_SSL(server.host, server.port, timeout=self.patience, context=context)
        else:
            smtp = SMTP(server.host, server.port, timeout=self.patience)
        try:
            if server.security == "starttls":
                smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
            if server.user is not None and server.password is not None:
                smtp.login(server.user, server.password)
            yield smtp
        finally:
            with suppress(OSError):  # what was sent is sent, however the farewell goes
                smtp.quit()
            smtp.close()


def _expect(answer: tuple[int, bytes], what: str) -> None:
    """See that the server has accepted something; its words may be personal and are not told."""
    if answer[0] not in _ACCEPTED:
        raise OSError(f"The mail server did not take the {what}: it answered {answer[0]}.")

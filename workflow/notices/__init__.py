"""Letters: written from templates, kept with the case, carried out of the house from an outbox."""

from workflow.notices.correction_letter import write_correction
from workflow.notices.delivery import Delivery
from workflow.notices.exception_letter import Excuse, write_exception
from workflow.notices.folder import Folder
from workflow.notices.mail import Mail, MailServer, mail_server
from workflow.notices.writing import not_received, write

__all__ = [
    "Delivery",
    "Excuse",
    "Folder",
    "Mail",
    "MailServer",
    "mail_server",
    "not_received",
    "write",
    "write_correction",
    "write_exception",
]

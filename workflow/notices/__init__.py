"""Letters: written from templates, kept with the case, carried out of the house from an outbox."""

from workflow.notices.delivery import Delivery
from workflow.notices.folder import Folder
from workflow.notices.mail import Mail, MailServer, mail_server
from workflow.notices.writing import write

__all__ = ["Delivery", "Folder", "Mail", "MailServer", "mail_server", "write"]

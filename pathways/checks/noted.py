"""Rules whose findings come up elsewhere: while a file is read or copied, or is silenced."""

from collections.abc import Iterable

from pathways.model.finding import Severity
from pathways.model.rule import Complaint, Rule, Subject


def noted(
    name: str, title: str, severity: Severity = Severity.ERROR, *, fixed: bool = True
) -> Rule:
    """Return a rule that is known here, so that it has a page and a weight, and looks at nothing.

    Args:
        name: Its name, as its findings have it.
        title: One plain sentence that states it.
        severity: How bad it is.
        fixed: Whether nobody may silence it or say that it matters less.
    """
    return Rule(name=name, severity=severity, title=title, look=_nothing, fixed=fixed)


def _nothing(subject: Subject) -> Iterable[Complaint]:  # noqa: ARG001 - the shape of a look
    return ()

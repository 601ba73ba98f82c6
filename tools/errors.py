"""Writes docs/reference/errors.md: everything that people can be told went wrong, in its words.

`python -m tools.errors` writes it anew; a test sees that this has been done, and that no error is
missing. The errors are real ones, raised or made as the code makes them; what is found in drawings
comes from the bad drawings of the tests.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from pathways.checks import GROUPS
from pathways.model.finding import Finding
from tests.pathways.examples import examples
from webapp.errors import line_for
from webapp.presenters.errors import ErrorPage
from workflow.engine.moving import ADVICE
from workflow.engine.sending import GOES_ROUND
from workflow.model import errors
from workflow.model.errors import WorkflowError
from workflow.store import BackupTrouble, StoreUnavailable
from workflow.store import errors as backup

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "errors.md"
#: Where the tests keep good and bad drawings, a folder for each rule.
DRAWINGS = (ROOT / "tests/pathways/checks", ROOT / "tests/pathways/executable/refusals")

_AT = datetime(2027, 1, 11, 9, tzinfo=UTC)
_STEP, _OTHER = "Decide, with reasons", "Check the plan"

#: One of each kind, with a step of the shipped pathway where it names one.
EXAMPLES: tuple[WorkflowError, ...] = (
    errors.CaseNotFound("0"),
    errors.TaskNotFound("0"),
    errors.ClockNotFound("0"),
    errors.NewsNotFound("0"),
    errors.PathwayNotFound("a_quick_one_off"),
    errors.ChildNotFound("0"),
    errors.SameActorTwice(_OTHER, _STEP),
    errors.OnlyForOfficers(),
    errors.SignInRefused(),
    errors.TooManyTries(_AT),
    errors.NobodyTakesLane("School or college", _STEP),
    errors.TaskAlreadyCompleted("0", "Manager Oak (fictional)", _AT),
    errors.TaskExited("0", _AT),
    errors.NewsNotAwaited("0", come=True),
    errors.NewsNotAwaited("0", come=False),
    errors.FormSentBefore(),
    errors.TooEarly(_STEP, date(2027, 3, 12), "SEND Regulations 2014, regulation 13(1)"),
    errors.ClockWasMet(),
    errors.CaseSuspended(),
    errors.CaseNotSuspended(),
    errors.CaseEnded(),
    errors.CaseChanged("0"),
    errors.InvalidAnswers({"Why?": "Write down why."}),
    *(errors.PathwayFault(_STEP, advice) for advice in ADVICE.values()),
    errors.PathwayFault(_STEP, GOES_ROUND),
    StoreUnavailable(),
)

#: What backing up and restoring can say.
AT_THE_TERMINAL: tuple[BackupTrouble, ...] = (
    backup.NothingToBackUp(),
    backup.DatabaseDamaged("Tree 4 page 5 cell 3: Rowid 7 out of order"),
    backup.BackupDamaged(),
    backup.BackupTooNew(),
    backup.DatabaseNotEmpty(),
)

_HEAD = """\
# What can go wrong, and what people read then

Everything that Fingerpost tells people when something does not work: what happened, where, in the
drawing's words, and what to do. Names of steps and people are examples; the people are fictional.

Made by `python -m tools.errors`.

## On the pages

What a family, a school or somebody of the council reads. The number is that of the answer (HTTP).

"""
_TYPED = """
## At the terminal

What somebody reads who makes or restores [a backup](../howto/back-up-and-restore.md).

"""
_DRAWN = """
## In drawings and their files

What a designer reads, from `fingerpost check` and where a pathway is published: one example of each
rule, and the page that says more. Rules whose examples are no drawings (tables, forms, letters,
periods) are in [the index of the rules](../rules/README.md), with their pages.

"""


def text() -> str:
    """Return the whole page, as Markdown."""
    typed = "".join(f"`{type(one).__name__}`: {one}\n\n" for one in AT_THE_TERMINAL)
    return _HEAD + "".join(_told()) + _TYPED + typed.rstrip() + "\n" + _DRAWN + "".join(_found())


def kinds() -> set[type[WorkflowError]]:
    """Return every kind of error that can be raised: those that are not only a name for others."""
    return set(_leaves(WorkflowError))


def messages() -> dict[str, Finding]:
    """Return rule -> the first thing that it finds in its bad drawings."""
    found: dict[str, Finding] = {}
    for folder in (*DRAWINGS[0].iterdir(), DRAWINGS[1]):
        for example in examples(folder) if folder.is_dir() else ():
            own = (one for one in example.findings() if one.rule == example.rule)
            first = next(own, None) if example.bad and example.rule not in found else None
            if first is not None:
                found[example.rule] = first
    return found


def page_of(error: WorkflowError) -> tuple[int, ErrorPage]:
    """Return the status and the page that people get."""
    line = line_for(type(error))
    page: ErrorPage = line.page(error, None)
    return line.status, page


def _leaves(kind: type[WorkflowError]) -> Iterator[type[WorkflowError]]:
    below = [one for one in kind.__subclasses__() if one.__module__.startswith("workflow.")]
    for one in below:
        yield from _leaves(one)
    if not below:
        yield kind


def _told() -> Iterator[str]:
    for error in EXAMPLES:
        status, page = page_of(error)
        said = " ".join(page.paragraphs)
        own = str(error)
        yield f"**{page.title}** ({status}) · `{type(error).__name__}`  \n{said}"
        yield "\n\n" if own in said else f"  \nIn the log and at the terminal: {own}\n\n"


def _found() -> Iterator[str]:
    found = messages()
    known = {rule.name for rules in GROUPS.values() for rule in rules}
    for rule in sorted(found.keys() & known):
        said = found[rule].message.replace("|", "\\|").replace("<", "&lt;")
        yield f"- [`{rule}`](../rules/{rule}.md): {said}\n"


def main() -> int:
    """Write the page."""
    PAGE.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

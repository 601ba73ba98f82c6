"""The list of cases that somebody may read whole."""

from dataclasses import dataclass
from typing import Any

from webapp import addresses
from webapp.presenters import times
from webapp.presenters.page import Link, Page
from webapp.presenters.paging import pagination
from workflow.model.case import Case, CaseLine, CaseStatus
from workflow.model.page import Page as Part

_ON_ITS_WAY = {CaseStatus.ACTIVE: "On its way", CaseStatus.SUSPENDED: "Paused"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One case in the list."""

    link: Link
    pathway: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesPage(Page):
    """Somebody's cases."""

    rows: tuple[CaseRow, ...]
    #: Parameters of the pagination; empty where all cases are on this page.
    pagination: dict[str, Any]
    #: Parameters of the field for a case's reference; empty where there are few cases.
    search: dict[str, Any]


def cases_page(lines: Part[CaseLine], *, missed: str = "") -> CasesPage:
    """Return a page of the list, in the order given.

    Args:
        lines: The cases.
        missed: The reference that was looked for in vain; empty where none was.
    """
    told = "There is no case with this reference that you may read. Look at how it is written."
    return CasesPage(
        title="Your cases",
        rows=tuple(_row(line) for line in lines),
        pagination=pagination(lines, addresses.CASES, {}, of="your cases"),
        search={} if lines.whole and not missed else _search(missed, told),
        problems=(Link(text=told, href="#reference"),) if missed else (),
    )


def _search(missed: str, told: str) -> dict[str, Any]:
    field = {
        "id": "reference",
        "name": "reference",
        "label": {"text": "Find a case by its reference"},
        "hint": {"text": "For example, FP-7K2-M9QA"},
        "classes": "govuk-input--width-10",
        "autocomplete": "off",
        "spellcheck": False,
        "value": missed,
    }
    return {**field, "errorMessage": {"text": told}} if missed else field


def _row(line: CaseLine) -> CaseRow:
    case = line.case
    words = f"{case.child.preferred_name}, {case.reference}"
    return CaseRow(
        link=Link(text=words, href=addresses.case(case.id)),
        pathway=line.pathway_name,
        status=status(case),
    )


def status(case: Case) -> str:
    """Return how a case stands, e.g. `"On its way; began on Monday 11 January 2027"`."""
    began = f"began on {times.day(times.day_of(case.opened_at))}"
    if case.status in _ON_ITS_WAY:
        return f"{_ON_ITS_WAY[case.status]}; {began}"
    ended = case.completed_at
    return f"Ended on {times.day(times.day_of(ended))}; {began}" if ended else f"Ended; {began}"

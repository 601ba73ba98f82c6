"""The worklist: what waits for this person, the most urgent first, in groups."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter
from typing import Any
from urllib.parse import urlencode

from webapp import addresses
from webapp.presenters import labels, times
from webapp.presenters.clocks import DateLine, State, by_law, date_lines
from webapp.presenters.page import Page
from webapp.presenters.paging import pagination
from workflow.model.clock import ClockNotice
from workflow.model.page import Page as Part
from workflow.model.task import WorklistEntry

#: With fewer tasks than this a filter is only in the way.
_FILTER_FROM = 8
_DAYS_OF_A_WEEK = 7
_GROUPS = ("Late", "Due today", "Due in the next 7 days", "Due later", "No date set")
_WHEN = {"": "All", "late": "Late only", "week": "Late, or due in the next 7 days"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistLine:
    """One task."""

    words: str
    href: str
    pathway: str
    due: str
    late: bool
    #: Whether its case is paused, so that it cannot be sent.
    paused: bool
    #: A date of the law in its case that somebody should look at; None where there is none.
    by_law: State | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistGroup:
    """Tasks that are equally urgent."""

    title: str
    lines: tuple[WorklistLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterLink:
    """One way to see fewer tasks."""

    text: str
    href: str
    #: Whether this is what is shown now.
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One question that a worklist can be narrowed by."""

    title: str
    links: tuple[FilterLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistPage(Page):
    """Everything that waits for one person."""

    count: str
    #: Dates that the law sets and somebody should look at, the soonest first.
    dates: tuple[DateLine, ...]
    groups: tuple[WorklistGroup, ...]
    #: Ways to see fewer; empty where there are few.
    filters: tuple[Filter, ...]
    #: Parameters of the pagination; empty where everything is on this page.
    pagination: dict[str, Any]


def until(when: str, *, now: datetime) -> datetime | None:
    """Return before which moment what is shown is due; None where all is shown.

    Args:
        when: `""`, `"late"` or `"week"`; anything else shows all.
        now: The present moment; aware.
    """
    if when == "late":
        return now
    if when == "week":
        return times.beginning_of(times.day_of(now) + timedelta(days=_DAYS_OF_A_WEEK + 1))
    return None


def worklist_page(
    shown: Part[WorklistEntry],
    first: Part[WorklistEntry],
    notices: Iterable[ClockNotice] = (),
    *,
    now: datetime,
    when: str = "",
    step: str = "",
) -> WorklistPage:
    """Return the worklist.

    Args:
        shown: The page that is asked for, overdue first, then by due date.
        first: The first page of all that waits.
        notices: Dates of the law that this person should look at.
        now: The present moment; aware.
        when: What `shown` is narrowed to (`until`).
        step: Id of the step that it is narrowed to; empty for all.
    """
    chosen = {name: value for name, value in (("when", when), ("step", step)) if value}
    return WorklistPage(
        title="Your tasks",
        count=_count(shown, first),
        dates=date_lines(notices, now=now),
        groups=_groups(shown, now=now),
        filters=_filters(first, when, step),
        pagination=pagination(shown, addresses.WORKLIST, chosen, of="your tasks"),
    )


def _groups(entries: Iterable[WorklistEntry], *, now: datetime) -> tuple[WorklistGroup, ...]:
    lines: dict[str, list[WorklistLine]] = {title: [] for title in _GROUPS}
    for entry in entries:
        lines[_group(entry, now)].append(_line(entry, now))
    return tuple(
        WorklistGroup(title=title, lines=tuple(lines[title])) for title in lines if lines[title]
    )


def _group(entry: WorklistEntry, now: datetime) -> str:
    due_at = entry.task.due_at
    if due_at is None:
        return "No date set"
    if entry.overdue:
        return "Late"
    days = (times.day_of(due_at) - times.day_of(now)).days
    if days <= 0:
        return "Due today"
    return "Due in the next 7 days" if days <= _DAYS_OF_A_WEEK else "Due later"


def _line(entry: WorklistEntry, now: datetime) -> WorklistLine:
    what = labels.with_item(entry.step_name, entry.item)
    return WorklistLine(
        words=f"{what}: {entry.child_name}, {entry.case_reference}",
        href=addresses.task(entry.task.id),
        pathway=entry.pathway_name,
        due=times.due(entry.task.due_at, now=now),
        late=entry.overdue,
        paused=entry.paused,
        by_law=by_law(entry.clock, now=now) if entry.clock else None,
    )


def _count(shown: Part[WorklistEntry], first: Part[WorklistEntry]) -> str:
    total, here = len(first), len(shown)
    if total == 0:
        return "Nothing waits for you at the moment."
    if not first.whole:
        return f"More than {total} tasks wait for you. On this page: {here}."
    tasks = "1 task waits" if total == 1 else f"{total} tasks wait"
    return f"{tasks} for you." if here == total else f"{tasks} for you; {here} shown."


def _filters(first: Part[WorklistEntry], when: str, step: str) -> tuple[Filter, ...]:
    if len(first) < _FILTER_FROM:
        return ()
    counts = Counter(entry.task.step for entry in first)
    names = {entry.task.step: entry.step_name for entry in first}
    named = {
        step: f"{name} ({counts[step]})" if first.whole else name for step, name in names.items()
    }
    ways = {"": "Everything", **dict(sorted(named.items(), key=itemgetter(1)))}
    by_time = (
        _filter_link(text, when=way, step=step, here=way == when) for way, text in _WHEN.items()
    )
    by_step = (
        _filter_link(text, when=when, step=way, here=way == step) for way, text in ways.items()
    )
    return (
        Filter(title="When it is due", links=tuple(by_time)),
        Filter(title="What has to be done", links=tuple(by_step)),
    )


def _filter_link(text: str, *, when: str, step: str, here: bool) -> FilterLink:
    chosen = {name: value for name, value in (("when", when), ("step", step)) if value}
    query = f"?{urlencode(chosen)}" if chosen else ""
    return FilterLink(text=text, href=f"{addresses.WORKLIST}{query}", here=here)

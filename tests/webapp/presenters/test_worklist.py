"""The worklist."""

from datetime import UTC, datetime, timedelta

from webapp.presenters.worklist import WorklistPage, until, worklist_page
from workflow.model.page import Page
from workflow.model.task import Task, TaskStatus, WorklistEntry

NOW = datetime(2027, 3, 3, 9, tzinfo=UTC)


def _entry(
    days: int | None, *, step: str = "Decide", id_: str = "decide", item: str = ""
) -> WorklistEntry:
    due_at = None if days is None else NOW + timedelta(days=days, seconds=1)
    task = Task(
        id=f"t{days}",
        case_id="c",
        step=id_,
        token="k",
        place=(),
        round=1,
        role="manager",
        status=TaskStatus.READY,
        offered_at=NOW,
        due_at=due_at,
    )
    return WorklistEntry(
        task=task,
        step_name=step,
        case_reference="FP-7K2-M9QA",
        child_name="Ama (fictional)",
        pathway_name="A quick one-off",
        overdue=due_at is not None and due_at < NOW,
        item=item,
    )


def _page(entries: list[WorklistEntry], following: str = "") -> Page[WorklistEntry]:
    return Page(lines=tuple(entries), following=following)


def _shown(entries: list[WorklistEntry]) -> WorklistPage:
    return worklist_page(_page(entries), _page(entries), now=NOW)


def test_tasks_are_grouped_by_how_urgent_they_are() -> None:
    page = _shown([_entry(days) for days in (-3, 0, 1, 7, 8, None)])

    assert [(group.title, len(group.lines)) for group in page.groups] == [
        ("Late", 1),
        ("Due today", 1),
        ("Due in the next 7 days", 2),
        ("Due later", 1),
        ("No date set", 1),
    ]
    assert page.groups[0].lines[0].due == "3 days late"
    assert page.count == "6 tasks wait for you."
    assert page.pagination == {}


def test_a_task_of_several_says_which_it_is_about() -> None:
    (group,) = _shown([_entry(1, step="Ask them", item="Swimming")]).groups

    assert group.lines[0].words == "Ask them (for: Swimming): Ama (fictional), FP-7K2-M9QA"


def test_few_tasks_need_no_filter() -> None:
    assert _shown([_entry(1)]).filters == ()
    assert _shown([_entry(1)]).count == "1 task waits for you."
    assert _shown([]).count == "Nothing waits for you at the moment."


def test_a_long_worklist_can_be_narrowed_by_time_and_by_step() -> None:
    late = _entry(-1)
    first = _page([late, *(_entry(20, step="Buy it", id_="buy_it") for _ in range(40))])

    page = worklist_page(_page([late]), first, now=NOW, when="late")

    assert page.count == "41 tasks wait for you; 1 shown."
    links = {link.text: link.href for narrowed in page.filters for link in narrowed.links}
    assert links["Buy it (40)"] == "/worklist?when=late&step=buy_it"
    assert links["All"] == "/worklist"
    assert [link.text for part in page.filters for link in part.links if link.here] == [
        "Late only",
        "Everything",
    ]


def test_a_worklist_of_many_pages_leads_on_and_keeps_what_it_is_narrowed_to() -> None:
    first = _page([_entry(20, step="Buy it", id_="buy_it") for _ in range(50)], following="m")
    shown = Page(lines=(_entry(20),), previous="before", following="after")

    page = worklist_page(shown, first, now=NOW, step="buy_it")

    assert page.count == "More than 50 tasks wait for you. On this page: 1."
    assert page.pagination["previous"]["href"] == "/worklist?step=buy_it&at=before"
    assert page.pagination["next"]["href"] == "/worklist?step=buy_it&at=after"
    assert "Buy it" in [link.text for part in page.filters for link in part.links]


def test_a_week_ends_with_its_last_day_here() -> None:
    assert until("late", now=NOW) == NOW
    assert until("week", now=NOW) == datetime(2027, 3, 11, tzinfo=UTC)
    assert until("", now=NOW) is until("nonsense", now=NOW) is None

"""The worklist."""

from datetime import UTC, datetime, timedelta

from webapp.presenters.worklist import worklist_page
from workflow.model.task import Task, TaskStatus, WorklistEntry

NOW = datetime(2027, 3, 3, 9, tzinfo=UTC)


def _entry(days: int | None, *, step: str = "Decide", item: str = "") -> WorklistEntry:
    due_at = None if days is None else NOW + timedelta(days=days, seconds=1)
    task = Task(
        id=f"t{days}",
        case_id="c",
        step="decide",
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


def test_tasks_are_grouped_by_how_urgent_they_are() -> None:
    entries = [_entry(days) for days in (-3, 0, 1, 7, 8, None)]

    page = worklist_page(entries, now=NOW)

    assert [(group.title, len(group.lines)) for group in page.groups] == [
        ("Late", 1),
        ("Due today", 1),
        ("Due in the next 7 days", 2),
        ("Due later", 1),
        ("No date set", 1),
    ]
    assert page.groups[0].lines[0].due == "3 days late"
    assert page.count == "6 tasks wait for you."


def test_a_task_of_several_says_which_it_is_about() -> None:
    (group,) = worklist_page([_entry(1, step="Ask them", item="Swimming")], now=NOW).groups

    assert group.lines[0].words == "Ask them (for: Swimming): Ama (fictional), FP-7K2-M9QA"


def test_few_tasks_need_no_filter() -> None:
    assert worklist_page([_entry(1)], now=NOW).filters == ()
    assert worklist_page([], now=NOW).count == "Nothing waits for you at the moment."


def test_a_long_worklist_can_be_narrowed_by_time_and_by_step() -> None:
    entries = [_entry(-1), *(_entry(20, step="Buy it") for _ in range(200))]

    late = worklist_page(entries, now=NOW, when="late")
    bought = worklist_page(entries, now=NOW, step="Buy it")

    assert [len(group.lines) for group in late.groups] == [1]
    assert late.count == "201 tasks wait for you; 1 shown."
    assert [len(group.lines) for group in bought.groups] == [200]
    links = {link.text: link.href for narrowed in late.filters for link in narrowed.links}
    assert links["Buy it (200)"] == "/worklist?when=late&step=Buy+it"
    assert links["All"] == "/worklist"


def test_a_filter_that_nobody_knows_shows_everything() -> None:
    assert worklist_page([_entry(1)], now=NOW, when="nonsense").count == "1 task waits for you."

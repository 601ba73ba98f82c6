"""A case that starts another: for the same child, once, with values handed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes import FakeTime
from tests.pathways.sketches import condition, flow, way
from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.faults.sweep import sweep
from tests.workflow.made import action, element, end, form, lanes, pathway, user, value
from tests.workflow.twins import TEXT, Twins, build_twins
from workflow.store import jobs

STARTS = pathway(
    "first",
    [
        lanes(family="begin ask", case_officer="go finish"),
        element("startEvent", "begin"),
        user("ask"),
        action(
            "go",
            "start_case",
            value("why", "ask.why") + value("parent", "case.reference") + value("extra", "1"),
            'fingerpost:pathway="second"',
        ),
        end("finish"),
        way("begin", "ask", "go", "finish"),
    ],
    forms={"ask": form("Ask", why=TEXT)},
)
STARTED = pathway(
    "second",
    [
        lanes(family="begin talk", case_officer="which look finish"),
        element("startEvent", "begin", "", "", value("why") + value("parent")),
        '<exclusiveGateway id="which" name="Is it urgent?" default="which_talk"/>',
        user("talk"),
        user("look"),
        end("finish"),
        way("begin", "which", "talk", "finish"),
        condition("which", "look", "begin.why = &quot;urgent&quot;"),
        flow("look", "finish"),
    ],
    forms={"talk": form("Talk", said=TEXT), "look": form("Look", seen=TEXT)},
)
AGAIN = pathway(
    "again",
    [
        lanes(family="begin", case_officer="go finish"),
        element("startEvent", "begin"),
        action("go", "start_case", "", 'fingerpost:pathway="again"'),
        end("finish"),
        way("begin", "go", "finish"),
    ],
    forms={},
)


@pytest.fixture
def twins(tmp_path: Path, time: FakeTime) -> Iterator[Twins]:
    built = build_twins(tmp_path / "house", time, STARTS, STARTED)
    yield built
    built.house.workflow.stop()


def started(twins: Twins) -> list[str]:
    """Return the ids of the cases on the second pathway."""
    return [
        line.case.id
        for line in twins.house.workflow.engine.cases(twins.house.officer)
        if line.case.version_id.startswith("second@")
    ]


def test_another_case_is_started_for_the_same_child_with_its_own_parties(twins: Twins) -> None:
    twins.open("first", why="urgent")
    assert started(twins) == []

    twins.tick()

    (other,) = started(twins)
    file = twins.file(other)
    assert file.case.child.id == twins.house.child_id
    assert {party.name for party in file.parties} == {"Ada’s father", "Officer Ash"}
    assert [task.step for task in file.open_tasks] == ["look"]


def test_what_it_asks_for_is_handed_over_and_its_rules_read_it(twins: Twins) -> None:
    sender = twins.open("first", why="It is time")
    twins.tick()

    (other,) = started(twins)
    (row,) = twins.file(other).record
    assert row.answers == {
        "why": "It is time",
        "parent": twins.file(sender).case.reference,
    }
    assert (row.step, row.by, row.by_itself) == ("begin", "Fingerpost", True)
    assert twins.open_steps(other) == ["talk"]


def test_both_histories_name_the_other_case(twins: Twins) -> None:
    sender = twins.open("first")
    twins.tick()

    (other,) = started(twins)
    of_sender = next(e for e in twins.file(sender).history if e.kind == "CaseStarted")
    of_other = twins.file(other).history[0]
    assert of_sender.details["case"] == other
    assert of_sender.details["reference"] == twins.file(other).case.reference
    assert (of_other.kind, of_other.by) == ("CaseOpened", "Fingerpost")
    assert of_other.details["from_case"] == sender
    assert faults(twins.house.workflow) == []


def test_it_is_on_the_newest_version(twins: Twins) -> None:
    newer = STARTED | {"about.toml": STARTED["about.toml"].replace(b"Made on", b"Newly made on")}
    twins.house.workflow.publishing.publish(newer)

    twins.open("first")
    twins.tick()

    assert [twins.file(one).case.version_id for one in started(twins)] == ["second@2"]


def test_a_pathway_that_is_not_published_is_an_incident_and_starts_when_it_is(
    tmp_path: Path, time: FakeTime
) -> None:
    twins = build_twins(tmp_path / "alone", time, STARTS)
    sender = twins.open("first")
    assert twins.file(sender).case.outcome == "finish"
    house = twins.house
    for _ in range(6):
        twins.tick()
        house.time.moment = house.time.moment.replace(hour=house.time.moment.hour + 1)
    with house.workflow.store.read() as tx:
        (incident,) = jobs.incidents(tx)
    assert incident.error == "PathwayNotFound"

    house.workflow.publishing.publish(STARTED)
    with house.workflow.store.write() as tx:
        jobs.try_again(tx, incident.id, at=house.time.now())
    twins.tick()

    assert len(started(twins)) == 1
    house.workflow.stop()


def test_whatever_moment_is_the_last_one_the_case_is_started_once(twins: Twins) -> None:
    twins.open("first", why="urgent")

    found = sweep(twins.house, lambda at: at.workflow.jobs.tick(at.time.now()))

    assert found.problems == []
    twins.tick()
    assert len(started(twins)) == 1


def test_a_pathway_that_starts_itself_is_stopped(
    tmp_path: Path, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    twins = build_twins(tmp_path / "again", time, AGAIN)
    monkeypatch.setattr("workflow.engine.sending.MOST_HOPS", 3)
    house = twins.house
    house.workflow.engine.open_case(house.family, "again", house.child_id, key="first")

    for _ in range(10):
        twins.tick()
        house.time.moment = house.time.moment.replace(hour=house.time.moment.hour + 1)

    assert len(everything(house.workflow.store)["pathway_case"]) == 4
    with house.workflow.store.read() as tx:
        assert [one.error for one in jobs.incidents(tx)] == ["PathwayFault"]
    house.workflow.stop()

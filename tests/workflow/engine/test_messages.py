"""Cases that tell each other something: a twin's review tells the other's case, exactly once."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from tests.fakes import FakeTime
from tests.workflow.contents import everything
from tests.workflow.faults.sweep import sweep
from tests.workflow.twins import Twins, build_twins, echo, plan, review
from workflow.engine import sending
from workflow.engine.sending import KEPT_FOR, MOST_HOPS
from workflow.model.case import CaseStatus
from workflow.model.errors import PathwayFault
from workflow.store import events
from workflow.store import jobs as store_jobs

Build = Callable[..., Twins]


@pytest.fixture
def build(tmp_path: Path, time: FakeTime) -> Iterator[Build]:
    built: list[Twins] = []

    def built_with(*pathways: Mapping[str, bytes]) -> Twins:
        built.append(build_twins(tmp_path / str(len(built)), time, *pathways))
        return built[-1]

    yield built_with
    for twins in built:
        twins.house.workflow.stop()


@pytest.fixture
def twins(build: Build) -> Twins:
    return build()


def test_a_twins_review_tells_the_other_case(twins: Twins) -> None:
    other = twins.open("plan", twins.ben)
    assert twins.open_steps(other) == []

    twins.open("review", outcome="We go on")
    twins.tick()

    assert twins.open_steps(other) == ["look"]


def test_what_comes_is_the_answers_of_the_step_that_waited_and_no_more_than_it_asks_for(
    twins: Twins,
) -> None:
    other = twins.open("plan", twins.ben)
    twins.open("review", outcome="We go on", secret="Ada bites")
    twins.tick()

    row = twins.file(other).record[-1]

    assert (row.step, row.by, row.by_itself) == ("review_agreed", "Fingerpost", True)
    assert row.answers == {"outcome": "We go on"}


def test_both_histories_tell_of_it_and_nothing_personal_is_in_them(twins: Twins) -> None:
    other = twins.open("plan", twins.ben)
    sender = twins.open("review", outcome="Ada bites")
    twins.tick()

    sent = next(e for e in twins.file(sender).history if e.kind == "MessageSent")
    come = next(e for e in twins.file(other).history if e.kind == "MessageReceived")
    assert sent.details["message"] == come.details["message"]
    rows = everything(twins.house.workflow.store)
    for table in ("event", "awaited", "job"):
        assert not [row for row in rows[table] if "bites" in repr(row) or twins.ben in repr(row)]
    with twins.house.workflow.store.read() as tx:
        assert [events.first_break(tx, one) for one in (sender, other)] == [None, None]


def test_a_message_about_another_child_does_not_come(twins: Twins) -> None:
    own = twins.open("plan")

    twins.open("review", outcome="We go on")
    twins.tick()

    assert twins.open_steps(own) == []


def test_a_message_that_nobody_waits_for_is_kept_until_somebody_does(twins: Twins) -> None:
    twins.open("review", outcome="We go on")
    twins.tick()
    twins.house.time.moment += KEPT_FOR - timedelta(days=1)

    other = twins.open("plan", twins.ben)
    twins.tick()

    assert twins.open_steps(other) == ["look"]


def test_after_that_it_comes_no_more_and_the_senders_case_officer_is_told(twins: Twins) -> None:
    sender = twins.open("review", outcome="We go on")
    twins.tick()
    twins.house.time.moment += KEPT_FOR
    twins.tick()

    other = twins.open("plan", twins.ben)
    twins.tick()

    assert twins.open_steps(other) == []
    (letter,) = twins.file(sender).letters
    assert letter.to_name == "Officer Ash"
    assert "“Review agreed”" in letter.body
    assert "90 days" in letter.body
    assert "We go on" not in letter.body
    assert twins.kinds(sender)[-2:] == ["MessageExpired", "LetterWritten"]
    with twins.house.workflow.store.read() as tx:
        assert events.first_break(tx, sender) is None


def test_of_two_cases_that_wait_the_one_that_waited_longer_gets_the_message(twins: Twins) -> None:
    first = twins.open("plan", twins.ben)
    twins.house.time.moment += timedelta(hours=1)
    second = twins.open("plan", twins.ben)

    twins.open("review", outcome="One")
    twins.tick()

    assert (twins.open_steps(first), twins.open_steps(second)) == (["look"], [])

    twins.open("review", outcome="Two")
    twins.tick()

    assert twins.open_steps(second) == ["look"]
    assert twins.file(second).record[-1].answers == {"outcome": "Two"}


def test_of_two_messages_that_are_kept_the_older_comes_first(twins: Twins) -> None:
    twins.open("review", outcome="One")
    twins.house.time.moment += timedelta(hours=1)
    twins.open("review", outcome="Two")

    cases = [twins.open("plan", twins.ben) for _ in range(2)]
    twins.tick()

    assert sorted(twins.file(case).record[-1].answers["outcome"] for case in cases) == [
        "One",
        "Two",
    ]


def test_a_message_about_nobody_goes_to_nobody(build: Build) -> None:
    twins = build(review("for id in child.siblings return if false then id else null"), plan())

    sender = twins.open("review", outcome="We go on")

    assert "NobodyToTell" in twins.kinds(sender)
    assert everything(twins.house.workflow.store)["message"] == []


def test_a_job_that_comes_twice_brings_the_message_once(twins: Twins) -> None:
    other = twins.open("plan", twins.ben)
    twins.open("review", outcome="We go on")
    twins.tick()
    before = everything(twins.house.workflow.store)
    jobs = twins.house.workflow.jobs
    with twins.house.workflow.store.write() as tx:
        for row in before["job"]:
            kind, args = row[2], msgspec.json.decode(row[3])
            if kind != "deliver_letter":
                jobs.enqueue(tx, kind, args, key=f"again:{row[1]}", run_at=twins.house.time.now())

    twins.tick()

    after = everything(twins.house.workflow.store)
    assert twins.kinds(other).count("MessageReceived") == 1
    assert {name: rows for name, rows in after.items() if name != "job"} == {
        name: rows for name, rows in before.items() if name != "job"
    }
    with twins.house.workflow.store.read() as tx:
        assert store_jobs.incidents(tx) == ()


def test_a_wait_that_was_over_before_the_message_came_leaves_it_to_the_next(build: Build) -> None:
    twins = build()
    first = twins.open("plan", twins.ben)
    twins.house.time.moment += timedelta(hours=1)
    second = twins.open("plan", twins.ben)
    twins.open("review", outcome="We go on")
    engine = twins.house.workflow.engine

    wait = twins.file(first).news[0]
    engine.receive(twins.house.officer, wait.id, {}, key="by post")
    twins.tick()

    assert twins.kinds(first).count("MessageReceived") == 1
    assert twins.file(second).record[-1].answers == {"outcome": "We go on"}


@pytest.mark.parametrize(
    ("sent", "awaited", "comes"),
    [
        ("1", "1.0", True),
        ("1", "&quot;1&quot;", False),
        ("true", "&quot;true&quot;", False),
        ("date(&quot;2027-01-01&quot;)", "date(&quot;2027-01-01&quot;)", True),
        ("&quot;FP&quot;", "&quot;fp&quot;", False),
        ("&quot;&quot;", "&quot;&quot;", False),
        ("null", "null", False),
        ("[1, 2]", "2", True),
        ("2", "[1, 2]", False),
        ("{a: 1}", "{a: 1}", False),
    ],
)
def test_a_message_comes_only_where_what_it_is_about_is_exactly_the_same(
    build: Build,
    sent: str,
    awaited: str,
    comes: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    twins = build(review(sent), plan(awaited))
    other = twins.open("plan", twins.ben)

    twins.open("review")
    twins.tick()

    assert twins.open_steps(other) == (["look"] if comes else [])


def test_one_message_goes_to_so_many_at_once_and_no_more(build: Build) -> None:
    twins = build(review("for n in 1..51 return n"), plan())

    with pytest.raises(PathwayFault, match="51 at once, and 50 are the most"):
        twins.open("review")

    assert everything(twins.house.workflow.store)["message"] == []


def test_two_cases_that_answer_each_other_for_ever_are_stopped_and_somebody_sees_it(
    build: Build,
) -> None:
    twins = build(echo("ping", "pong"), echo("pong", "ping"))
    for key in ("ping", "pong"):
        engine, house = twins.house.workflow.engine, twins.house
        engine.open_case(house.family, key, house.child_id, key=f"open {key}")
    twins.house.workflow.engine.open_case(
        twins.house.family, "ping", twins.house.child_id, key="one more"
    )

    for _ in range(10):
        twins.tick()
        twins.house.time.moment += timedelta(hours=1)

    sent = everything(twins.house.workflow.store)["message"]
    assert MOST_HOPS < len(sent) <= 3 * (MOST_HOPS + 2)
    with twins.house.workflow.store.read() as tx:
        assert {one.error for one in store_jobs.incidents(tx)} == {"PathwayFault"}
    for case in twins.house.workflow.engine.cases(twins.house.family):
        assert case.case.status is CaseStatus.ACTIVE


def test_a_case_that_sends_to_many_and_each_to_many_is_stopped(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "MOST_IN_CHAIN", 10)
    twins = build(review("for n in 1..11 return n"), plan())

    with pytest.raises(PathwayFault, match="again and again, and no person comes between"):
        twins.open("review")

    assert everything(twins.house.workflow.store)["message"] == []


def test_whatever_moment_is_the_last_one_the_message_arrives_once(twins: Twins) -> None:
    other = twins.open("plan", twins.ben)
    twins.tick()
    engine, house = twins.house.workflow.engine, twins.house
    task = engine.open_case(house.family, "review", house.child_id, key="opening").task
    assert task is not None
    house.complete(task, {"outcome": "We go on"}, key="agreeing")

    found = sweep(house, lambda at: at.workflow.jobs.tick(at.time.now()))

    assert found.problems == []
    assert found.kills > 20
    house.workflow.jobs.tick(house.time.now())
    assert twins.kinds(other).count("MessageReceived") == 1
    assert twins.open_steps(other) == ["look"]


def test_sending_is_kept_with_what_caused_it_or_not_at_all(twins: Twins) -> None:
    twins.open("plan", twins.ben)
    twins.tick()
    engine, house = twins.house.workflow.engine, twins.house
    task = engine.open_case(house.family, "review", house.child_id, key="opening").task
    assert task is not None

    found = sweep(house, lambda at: at.complete(task, {"outcome": "We go on"}, key="agreeing"))

    assert found.problems == []
    assert found.between == 0

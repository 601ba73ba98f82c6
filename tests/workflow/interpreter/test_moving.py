"""One command moves a case: what is open, what was met on the way, and what is refused."""

from collections.abc import Mapping
from datetime import datetime

import pytest
from typing_extensions import override

from pathways.model.decision import Outcome
from tests.workflow.interpreter.catalogue import feel
from tests.workflow.interpreter.drawings import Process, timer, xml
from tests.workflow.interpreter.drive import MONDAY, Case, FeelRules
from tests.workflow.interpreter.lines import TABLES, a_decision, no_default
from tests.workflow.interpreter.test_rounds import Spy
from workflow.interpreter import (
    Complete,
    Look,
    NotOpen,
    Record,
    Start,
    address,
    advance,
    read_specification,
)


def test_a_case_begins_at_the_first_step_for_a_person() -> None:
    case = Case(a_decision()).start()

    [task] = case.last.open

    assert (task.step, task.place, task.round) == ("ask", (), "")
    assert case.last.travelled == ("begin__ask",)
    assert not case.last.done


@pytest.mark.parametrize(("age", "way"), [(20, "yes"), (10, "no")])
def test_a_decision_is_made_told_and_followed(age: int, way: str) -> None:
    case = Case(a_decision(), rules=FeelRules(TABLES)).start()

    done = case.complete("ask", {"age": age})

    [decided] = done.decided
    assert (decided.step, decided.outcome.decision) == ("rule", "which_table")
    assert decided.outcome.outputs == {"answer": age == 20}
    assert [sent.step for sent in done.sent] == [f"{way}_letter"]
    assert done.ended == (f"{way}_end",)
    assert done.travelled == (
        "ask__rule",
        "rule__which",
        f"which_{way}",
        f"{way}_letter__{way}_end",
    )
    assert done.done


def test_the_same_commands_give_the_same_snapshots() -> None:
    def run() -> list[str]:
        case = Case(a_decision(), rules=FeelRules(TABLES)).start()
        case.complete("ask", {"age": 20})
        return [moved.snapshot for moved in case.trail]

    assert run() == run()


@pytest.mark.parametrize("token", ["", "0", "2", "99", "ask", "é" * 1000])
def test_only_an_open_task_can_be_completed(token: str) -> None:
    case = Case(a_decision()).start()

    with pytest.raises(NotOpen):
        case.command(Complete(token))
    with pytest.raises(NotOpen):
        address(case.snapshot, case.specification, token)


def test_a_task_cannot_be_completed_twice() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.user("b")
    p.path("begin", "a", "b", "finish")
    case = Case(xml(p)).start()
    [task] = case.last.open
    case.complete("a")

    with pytest.raises(NotOpen):
        case.command(Complete(task.token))


def test_nothing_moves_in_a_case_that_is_done() -> None:
    case = Case(a_decision(), rules=FeelRules(TABLES)).start()
    [task] = case.last.open
    case.complete("ask", {"age": 20})

    with pytest.raises(NotOpen):
        case.command(Complete(task.token))
    assert case.look().done


def test_a_case_starts_once_and_only_without_a_snapshot() -> None:
    case = Case(a_decision())

    with pytest.raises(ValueError, match="starts without"):
        case.command(Look())
    case.start()
    with pytest.raises(ValueError, match="starts without"):
        case.command(Start())


def test_the_moment_must_have_a_time_zone() -> None:
    case = Case(a_decision())
    case.now = MONDAY.replace(tzinfo=None)

    with pytest.raises(ValueError, match="time zone"):
        case.start()


@pytest.mark.parametrize("answer", ["true", 1, "yes", [True], None, {"a": True}])
def test_only_true_is_true(answer: object) -> None:
    tables = {"which_table": lambda _: {"answer": answer}}
    p = a_decision().replace(b"rule.answer = true", b"rule.answer")
    case = Case(p, rules=FeelRules(tables)).start()

    assert case.complete("ask").ended == ("no_end",)


def test_ways_are_tried_in_the_order_of_the_file() -> None:
    class Noting(FeelRules):
        asked: list[str] = []  # noqa: RUF012 - one per test

        def condition(self, text: str, scope: Mapping[str, object], *, now: datetime) -> object:
            self.asked.append(text)
            return super().condition(text, scope, now=now)

    rules = Noting()
    case = Case(no_default("exclusiveGateway"), rules=rules).start()

    case.complete("a", {"ways": ["1", "2"]})

    assert rules.asked == [feel("a", "1")]


def test_two_ways_to_one_place_are_told_apart() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.xor("which", "neither")
    p.path("begin", "a", "which")
    p.flow("which", "finish", feel("a", "1"), "first")
    p.flow("which", "finish", feel("a", "2"), "second")
    p.flow("which", "finish", id="neither")
    travelled = [
        Case(xml(p)).start().complete("a", {"ways": ways}).travelled for ways in (["1"], ["2"], [])
    ]

    assert travelled == [
        ("a__which", "first"),
        ("a__which", "second"),
        ("a__which", "neither"),
    ]


def test_answers_of_a_branch_are_never_overwritten_by_those_of_another() -> None:
    p = Process("p")
    p.start()
    p.end()
    for gateway in ("fork", "join"):
        p.parallel(gateway)
    p.user("a")
    p.user("b")
    p.decision("look")
    p.user("check")
    p.xor("enough", "enough__finish")
    p.path("begin", "fork", "a", "join", "look", "check", "enough", "finish")
    p.path("fork", "b", "join")
    p.xor("head")
    p.inside = [line for line in p.inside if 'id="begin__fork"' not in line]
    p.path("begin", "head", "fork")
    p.flow("enough", "head", feel("check", "1"))
    spy = Spy("a", "b")
    case = Case(xml(p), rules=spy).start()

    for n in range(100):
        steps = ["a", "b"] if n % 2 else ["b", "a"]
        for step in steps:
            assert case.open == sorted(steps[steps.index(step) :])
            case.complete(step, {"n": n})
        assert spy.seen[-1] == {"a": {"n": n}, "b": {"n": n}}
        case.complete("check", {"ways": ["1"]})


def test_a_record_is_asked_only_for_steps_that_rules_name() -> None:
    case = Case(a_decision(), rules=FeelRules(TABLES)).start()
    case.complete("ask", {"age": 20})

    assert set(case.asked) == {"ask", "rule"}
    assert len(case.asked) == 2


def test_answers_hide_a_fact_of_the_same_name_and_facts_stand_in_until_then() -> None:
    spy = Spy("ask", "child")
    case = Case(a_decision(), rules=spy, facts={"ask": "a fact", "child": {"n": 1}}).start()

    case.complete("ask", {"age": 1})

    assert spy.seen == [{"ask": {"age": 1}, "child": {"n": 1}}]


def test_decisions_are_put_into_the_record_that_was_given() -> None:
    specification = read_specification(a_decision(), "p")
    rules = FeelRules(TABLES)
    begun = advance(
        None,
        specification,
        version="v",
        rules=rules,
        record=Record({}),
        command=Start(),
        now=MONDAY,
    )
    record = Record({})
    record.put("ask", (), "", {"age": 44})

    advance(
        begun.snapshot,
        specification,
        version="v",
        rules=rules,
        record=record,
        command=Complete(begun.open[0].token),
        now=MONDAY,
    )

    assert record.rows("rule") == {(): {"": {"answer": True}}}


def test_outcomes_are_kept_whole() -> None:
    outcome = Outcome(
        decision="d", outputs={"x": 1}, inputs={"Age": 3}, rules=("r2",), because=("so",)
    )

    class Fixed(FeelRules):
        @override
        def decide(self, decision: str, scope: Mapping[str, object], *, now: datetime) -> Outcome:
            return outcome

    case = Case(a_decision(), rules=Fixed()).start()

    assert case.complete("ask").decided[0].outcome is outcome


def test_a_timer_does_not_hold_what_stands_beside_it() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.parallel("fork")
    p.parallel("join")
    p.user("a")
    p.catch("wait", timer("P5D"))
    p.path("begin", "fork", "a", "join", "finish")
    p.path("fork", "wait", "join")
    case = Case(xml(p)).start()

    case.complete("a")
    assert (case.open, case.waits) == ([], ["wait"])

    assert case.occur("wait").done


def test_a_task_tells_the_parts_and_calls_that_it_is_done_in() -> None:
    called = Process("called")
    called.start("c_begin")
    called.end("c_end")
    called.user("s1")
    called.path("c_begin", "s1", "c_end")
    inner = Process("inside")
    inner.start("i_begin")
    inner.end("i_end")
    inner.call("one", "called")
    inner.path("i_begin", "one", "i_end")
    p = Process("p")
    p.start()
    p.end()
    p.sub(inner)
    p.call("two", "called")
    p.user("a")
    p.path("begin", "a", "inside", "two", "finish")
    case = Case(xml(p, called)).start()
    assert case.last.open[0].inside == ()

    case.complete("a")
    assert case.last.open[0].inside == ("one", "inside")
    case.complete("s1")
    assert case.last.open[0].inside == ("two",)

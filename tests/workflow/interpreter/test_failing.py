"""What goes wrong leaves the case as it was, and names the place."""

from collections.abc import Mapping
from datetime import datetime

import pytest
from typing_extensions import override

from tests.workflow.interpreter.drawings import Process, xml
from tests.workflow.interpreter.drive import Case, FeelRules
from tests.workflow.interpreter.lines import TABLES, a_decision, no_default
from workflow.interpreter import (
    Deadlock,
    GoingInCircles,
    InterpreterError,
    NoWayOut,
    RuleFailed,
)


def test_a_rule_that_fails_leaves_the_old_snapshot_good() -> None:
    case = Case(a_decision(), rules=FeelRules(TABLES)).start()
    before = case.snapshot

    with pytest.raises(RuleFailed) as failed:
        case.complete("ask", {"age": None})

    assert (failed.value.step, failed.value.text) == ("rule", "which_table")
    assert isinstance(failed.value.cause, TypeError)
    assert case.snapshot == before
    assert case.complete("ask", {"age": 30}).done


def test_a_condition_that_fails_names_its_gateway_and_its_text() -> None:
    class Failing(FeelRules):
        @override
        def condition(self, text: str, scope: Mapping[str, object], *, now: datetime) -> object:
            raise RecursionError(text)

    case = Case(a_decision(), rules=Failing(TABLES)).start()

    with pytest.raises(RuleFailed) as failed:
        case.complete("ask", {"age": 20})

    assert (failed.value.step, failed.value.text) == ("which", "rule.answer = true")


@pytest.mark.parametrize("gateway", ["exclusiveGateway", "inclusiveGateway"])
def test_where_no_way_leads_on_the_case_stays_before_it(gateway: str) -> None:
    case = Case(no_default(gateway)).start()

    with pytest.raises(NoWayOut) as nowhere:
        case.complete("a", {"ways": []})

    assert nowhere.value.step == "which"
    assert isinstance(nowhere.value, InterpreterError)
    assert case.complete("a", {"ways": ["1"]}).open[0].step == "b"


def endless() -> bytes:
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.xor("head")
    p.send("letter")
    p.xor("out", "out__head")
    p.path("begin", "a", "head", "letter", "out", "head")
    p.flow("out", "finish", "a.stop = true")
    return xml(p)


def test_a_loop_that_meets_nobody_is_refused_and_nothing_has_moved() -> None:
    case = Case(endless()).start()
    before = case.snapshot

    with pytest.raises(GoingInCircles) as circles:
        case.complete("a", {"stop": False})

    assert circles.value.step in {"head", "letter", "out"}
    assert case.snapshot == before
    assert case.complete("a", {"stop": True}).done


def test_a_loop_that_meets_nobody_is_refused_at_the_start_too() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.xor("head")
    p.xor("out", "out__head")
    p.path("begin", "head", "out", "head")
    p.flow("out", "finish", "false")

    with pytest.raises(GoingInCircles):
        Case(xml(p)).start()


def test_tokens_that_wait_for_each_other_for_ever_are_refused_and_nothing_has_moved() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.xor("which", "which__b")
    p.send("b")
    p.send("c")
    p.parallel("join")
    p.path("begin", "a", "which", "b", "join", "finish")
    p.flow("which", "c", "a.other = true")
    p.path("c", "join")
    case = Case(xml(p)).start()
    before = case.snapshot

    with pytest.raises(Deadlock) as deadlock:
        case.complete("a", {"other": True})

    assert deadlock.value.step == "join"
    assert case.snapshot == before


def test_a_long_way_without_a_person_is_not_a_circle() -> None:
    p = Process("p")
    p.start()
    p.end()
    letters = [p.send(f"letter_{n}") for n in range(250)]
    p.path("begin", *letters, "finish")

    assert Case(xml(p)).start().sent == letters

"""An old round is never read as the new one."""

from collections.abc import Mapping
from datetime import datetime

from tests.workflow.interpreter.catalogue import feel
from tests.workflow.interpreter.drawings import (
    Process,
    again,
    each,
    message,
    messages,
    timer,
    xml,
)
from tests.workflow.interpreter.drive import Case, FeelRules


class Spy(FeelRules):
    """Keeps what each decision could read of the named steps."""

    def __init__(self, *names: str, outputs: Mapping[str, object] | None = None) -> None:
        super().__init__()
        self.names = names
        self.outputs = outputs or {}
        self.seen: list[dict[str, object]] = []

    def decide(self, decision: str, scope: Mapping[str, object], *, now: datetime) -> object:
        self.seen.append({name: scope[name] for name in self.names})
        self.tables[decision] = lambda _: self.outputs
        return super().decide(decision, scope, now=now)


def loop_with_a_choice() -> bytes:
    p = Process("p")
    p.start()
    p.end()
    for step in ("ask", "extra", "check"):
        p.user(step)
    p.xor("which", "which__look")
    p.xor("look")
    p.decision("table")
    p.xor("enough", "enough__after")
    p.path("begin", "ask", "which", "look", "table", "check", "enough", "after", "finish")
    p.flow("which", "extra", "ask.more = true")
    p.flow("extra", "look")
    p.flow("enough", "ask", "check.again = true")
    p.decision("after")
    return xml(p)


def test_the_answers_of_a_branch_not_taken_this_time_are_null() -> None:
    spy = Spy("ask", "extra", "check", "table")
    case = Case(loop_with_a_choice(), rules=spy).start()
    case.complete("ask", {"more": True})
    case.complete("extra", {"word": "old"})
    case.complete("check", {"again": True})

    case.complete("ask", {"more": False})

    assert spy.seen[0] == {
        "ask": {"more": True},
        "extra": {"word": "old"},
        "check": None,
        "table": None,
    }
    assert spy.seen[1] == {"ask": {"more": False}, "extra": None, "check": None, "table": None}


def test_a_reader_behind_the_loop_sees_its_last_round() -> None:
    spy = Spy("extra", "check")
    case = Case(loop_with_a_choice(), rules=spy).start()
    case.complete("ask", {"more": True})
    case.complete("extra", {"word": "first"})
    case.complete("check", {"again": True})
    case.complete("ask", {"more": False})

    case.complete("check", {"again": False})

    assert spy.seen[-1] == {"extra": None, "check": {"again": False}}


def test_rounds_are_counted_from_one_and_empty_outside_loops() -> None:
    case = Case(loop_with_a_choice(), rules=Spy()).start()
    case.complete("ask")
    case.complete("check", {"again": True})
    case.complete("ask")
    case.complete("check", {"again": False})

    assert [row.round for row in case.rows["ask"]] == ["1", "2"]
    assert [row.round for row in case.rows["table"]] == ["1", "2"]
    assert [row.round for row in case.rows["after"]] == [""]


def nested_loops() -> bytes:
    p = Process("p")
    p.start()
    p.end()
    for step in ("a", "b", "c"):
        p.user(step)
    p.xor("inner_out", "inner_out__c")
    p.xor("outer_out", "outer_out__finish")
    p.path("begin", "a", "b", "inner_out", "c", "outer_out", "finish")
    p.flow("inner_out", "b", feel("b", "1"))
    p.flow("outer_out", "a", feel("c", "1"))
    return xml(p)


def test_rounds_of_nested_loops_are_written_outermost_first() -> None:
    case = Case(nested_loops()).start()
    case.complete("a")
    case.complete("b", {"ways": ["1"]})
    case.complete("b", {"ways": []})
    case.complete("c", {"ways": ["1"]})
    case.complete("a")
    case.complete("b", {"ways": ["1"]})
    case.complete("b", {"ways": ["1"]})
    case.complete("b", {"ways": []})
    case.complete("c", {"ways": []})

    assert [row.round for row in case.rows["a"]] == ["1", "2"]
    assert [row.round for row in case.rows["b"]] == ["1.1", "1.2", "2.1", "2.2", "2.3"]
    assert [row.round for row in case.rows["c"]] == ["1", "2"]
    assert case.last.done


def test_counters_of_rounds_that_are_over_leave_the_snapshot() -> None:
    case = Case(nested_loops()).start()
    sizes = []
    for _ in range(12):
        case.complete("a")
        for _ in range(3):
            case.complete("b", {"ways": ["1"]})
        case.complete("b", {"ways": []})
        case.complete("c", {"ways": ["1"]})
        sizes.append(len(case.snapshot))

    assert max(sizes) - min(sizes) <= 4


def test_a_second_run_of_a_repeated_step_does_not_read_the_items_of_the_first() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("who")
    p.user("view", each("who.people", "person"))
    p.decision("count")
    p.user("check")
    p.xor("enough", "enough__finish")
    p.path("begin", "who", "view", "count", "check", "enough", "finish")
    p.flow("enough", "who", feel("check", "1"))
    spy = Spy("view")
    case = Case(xml(p), rules=spy).start()
    case.complete("who", {"people": ["nurse", "teacher"]})
    case.complete("view", {"word": "n"}, item="nurse")
    case.complete("view", {"word": "t"}, item="teacher")
    case.complete("check", {"ways": ["1"]})

    case.complete("who", {"people": ["teacher"]})
    case.complete("view", {"word": "again"}, item="teacher")

    assert spy.seen[0]["view"] == {"nurse": {"word": "n"}, "teacher": {"word": "t"}}
    assert spy.seen[1]["view"] == {"teacher": {"word": "again"}}


def test_a_part_inside_a_loop_begins_without_answers() -> None:
    inner = Process("inside")
    inner.start("inner_begin")
    inner.end("inner_end")
    inner.user("s1")
    inner.decision("look")
    inner.user("s2")
    inner.path("inner_begin", "s1", "look", "s2", "inner_end")
    p = Process("p")
    p.start()
    p.end()
    p.sub(inner)
    p.user("check")
    p.xor("enough", "enough__finish")
    p.path("begin", "inside", "check", "enough", "finish")
    p.flow("enough", "inside", feel("check", "1"))
    spy = Spy("s1", "s2", "check")
    case = Case(xml(p), rules=spy).start()
    case.complete("s1", {"n": 1})
    case.complete("s2", {"n": 1})
    case.complete("check", {"ways": ["1"]})

    case.complete("s1", {"n": 2})

    assert spy.seen[1] == {"s1": {"n": 2}, "s2": None, "check": None}
    assert case.rows["s1"][1].round == "2"


def called_from_two_places(*, at_once: bool = False) -> bytes:
    called = Process("called")
    called.start("c_begin")
    called.end("c_end")
    called.user("s1")
    called.decision("look")
    called.user("s2")
    called.path("c_begin", "s1", "look", "s2", "c_end")
    p = Process("p")
    p.start()
    p.end()
    p.call("one", "called")
    p.call("two", "called")
    if at_once:
        p.parallel("fork")
        p.parallel("join")
        p.path("begin", "fork", "one", "join", "finish")
        p.path("fork", "two", "join")
    else:
        p.decision("between")
        p.path("begin", "one", "between", "two", "finish")
    return xml(p, called)


def test_a_process_called_from_two_places_keeps_its_runs_apart() -> None:
    spy = Spy("s1", "s2")
    case = Case(called_from_two_places(), rules=spy).start()
    case.complete("s1", {"n": 1})
    case.complete("s2", {"n": 1})

    case.complete("s1", {"n": 2})

    first_look, between, second_look = spy.seen
    assert first_look == {"s1": {"n": 1}, "s2": None}
    assert between == {"s1": {"n": 1}, "s2": {"n": 1}}
    assert second_look == {"s1": {"n": 2}, "s2": None}


def test_a_process_running_twice_at_once_keeps_its_runs_apart() -> None:
    spy = Spy("s1", "s2")
    case = Case(called_from_two_places(at_once=True), rules=spy).start()
    first, second = [task.token for task in case.last.open]

    case.complete("s1", {"n": 1}, token=first)
    case.complete("s1", {"n": 2}, token=second)

    assert spy.seen == [{"s1": {"n": 1}, "s2": None}, {"s1": {"n": 2}, "s2": None}]
    assert [task.step for task in case.last.open] == ["s2", "s2"]


def test_going_back_before_two_calls_forgets_the_last_call_too() -> None:
    called = Process("called")
    called.start("c_begin")
    called.end("c_end")
    called.user("s1")
    called.path("c_begin", "s1", "c_end")
    p = Process("p")
    p.start()
    p.end()
    p.call("one", "called")
    p.call("two", "called")
    p.user("first")
    p.decision("look")
    p.user("check")
    p.xor("enough", "enough__finish")
    p.path("begin", "first", "look", "one", "two", "check", "enough", "finish")
    p.flow("enough", "first", feel("check", "1"))
    spy = Spy("s1")
    case = Case(xml(p, called), rules=spy).start()
    case.complete("first")
    case.complete("s1", {"n": 1})
    case.complete("s1", {"n": 2})
    case.complete("check", {"ways": ["1"]})

    case.complete("first")

    assert spy.seen == [{"s1": None}, {"s1": None}]


def test_a_reminder_beside_a_loop_belongs_to_the_round_in_which_it_was_sent() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.end("reminded")
    p.user("ask")
    p.boundary("late", "ask", timer("P5D"), interrupting=False)
    p.user("remind")
    p.decision("look")
    p.user("check")
    p.xor("enough", "enough__finish")
    p.path("begin", "ask", "look", "check", "enough", "finish")
    p.path("late", "remind", "reminded")
    p.flow("enough", "ask", feel("check", "1"))
    spy = Spy("remind")
    case = Case(xml(p), rules=spy).start()
    case.occur("late")
    old = next(task.token for task in case.last.open if task.step == "remind")
    case.complete("ask")
    case.complete("check", {"ways": ["1"]})

    case.complete("remind", {"word": "of the first round"}, token=old)
    case.complete("ask")

    assert case.rows["remind"][0].round == "1"
    assert spy.seen[1] == {"remind": None}


def test_a_step_done_again_reads_only_this_time() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("a", again("a.more = true"))
    p.decision("look")
    p.path("begin", "a", "look", "finish")
    spy = Spy("a")
    case = Case(xml(p), rules=spy).start()

    case.complete("a", {"more": True})
    case.complete("a", {"more": True})
    case.complete("a", {"more": False})

    assert [row.round for row in case.rows["a"]] == ["1", "2", "3"]
    assert spy.seen == [{"a": {"more": False}}]


def test_each_run_of_an_event_sub_process_is_a_round() -> None:
    inner = Process("on_change")
    inner.start("changed", message("change"), isInterrupting="false")
    inner.end("noted")
    inner.decision("look")
    inner.user("note")
    inner.path("changed", "look", "note", "noted")
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.path("begin", "a", "finish")
    p.sub(inner, triggeredByEvent="true")
    spy = Spy("changed", "note")
    case = Case(xml(p, more=messages("change")), rules=spy).start()

    case.occur("changed", {"word": "one"})
    case.complete("note", {"n": 1})
    case.occur("changed", {"word": "two"})

    assert spy.seen == [
        {"changed": {"word": "one"}, "note": None},
        {"changed": {"word": "two"}, "note": None},
    ]

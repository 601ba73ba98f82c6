"""Repeated steps: each item is its own place, and keeps its key whatever the collection does."""

from decimal import Decimal

import pytest

from tests.workflow.interpreter.drawings import Process, again, each, times, xml
from tests.workflow.interpreter.drive import Case
from tests.workflow.interpreter.test_rounds import Spy
from workflow.interpreter import RuleFailed
from workflow.interpreter.items import counted, keyed


def for_each(marker: str) -> Process:
    p = Process("p")
    p.start()
    p.end()
    p.user("who")
    p.user("view", marker)
    p.user("after")
    p.path("begin", "who", "view", "after", "finish")
    return p


def test_every_item_has_its_own_task_at_its_own_place() -> None:
    case = Case(xml(for_each(each("who.people", "person")))).start()

    case.complete("who", {"people": ["nurse", "teacher"]})

    assert [task.place for task in case.last.open] == [(("view", "nurse"),), (("view", "teacher"),)]


@pytest.mark.parametrize("nobody", [{"people": []}, {"people": None}, {}])
def test_without_items_the_step_is_passed_by(nobody: dict) -> None:
    case = Case(xml(for_each(each("who.people", "person")))).start()

    case.complete("who", nobody)

    assert case.open == ["after"]


@pytest.mark.parametrize("wrong", ["nurse", 3, True])
def test_what_is_not_a_list_is_a_failed_rule(wrong: object) -> None:
    case = Case(xml(for_each(each("who.people", "person")))).start()

    with pytest.raises(RuleFailed) as failed:
        case.complete("who", {"people": wrong})

    assert failed.value.step == "view"


def test_one_after_another_in_the_order_of_the_list() -> None:
    case = Case(xml(for_each(each("who.people", "person", sequential=True)))).start()
    case.complete("who", {"people": ["c", "a", "b"]})
    order = []

    while case.open == ["view"]:
        order.append(case.last.open[0].place[-1][1])
        case.complete("view")

    assert order == ["c", "a", "b"]


def test_a_sequence_keeps_the_keys_it_began_with() -> None:
    case = Case(
        xml(for_each(each("child.people", "person", sequential=True))),
        facts={"child": {"people": ["a", "b", "c"]}},
    )
    case.start()
    case.complete("who")
    case.complete("view")

    case.facts = {"child": {"people": []}}
    case.complete("view")
    case.complete("view")

    assert case.open == ["after"]


@pytest.mark.parametrize("sequential", [True, False])
def test_the_rest_is_left_out_when_enough_are_done(sequential: bool) -> None:  # noqa: FBT001
    marker = each("who.people", until="numberOfCompletedInstances >= 2", sequential=sequential)
    case = Case(xml(for_each(marker))).start()
    case.complete("who", {"people": ["a", "b", "c", "d"]})

    case.complete("view")
    case.complete("view")

    assert case.open == ["after"]


def test_a_condition_can_count_the_items_still_at_work() -> None:
    marker = each("who.people", until="numberOfActiveInstances = 1 and numberOfInstances = 3")
    case = Case(xml(for_each(marker))).start()
    case.complete("who", {"people": ["a", "b", "c"]})

    case.complete("view")
    assert case.open == ["view", "view"]
    case.complete("view")

    assert case.open == ["after"]


@pytest.mark.parametrize(("number", "open_"), [("0", 0), ("1", 1), ("who.number", 4)])
def test_a_number_of_times_is_a_rule(number: str, open_: int) -> None:
    case = Case(xml(for_each(times(number)))).start()

    case.complete("who", {"number": 4})

    assert case.open == (["view"] * open_ or ["after"])


@pytest.mark.parametrize("wrong", [-1, 1001, Decimal("1.5"), "3", None, True])
def test_what_is_not_a_small_whole_number_is_a_failed_rule(wrong: object) -> None:
    case = Case(xml(for_each(times("who.number")))).start()

    with pytest.raises(RuleFailed):
        case.complete("who", {"number": wrong})


def nested() -> bytes:
    inner = Process("inside")
    inner.start("i_begin")
    inner.end("i_end")
    inner.user("ask")
    inner.decision("look")
    inner.user("say", each("area.topics", "topic"))
    inner.decision("look2")
    inner.path("i_begin", "ask", "look", "say", "look2", "i_end")
    p = Process("p")
    p.start()
    p.end()
    p.sub(inner, each("child.areas", "area"))
    p.decision("after")
    p.path("begin", "inside", "after", "finish")
    return xml(p)


def test_inside_a_repetition_rules_see_this_items_answers_and_outside_all_by_key() -> None:
    areas = [{"id": "home", "topics": ["sleep"]}, {"id": "school", "topics": ["play", "read"]}]
    spy = Spy("ask", "say")
    case = Case(nested(), rules=spy, facts={"child": {"areas": areas}}).start()
    case.complete("ask", {"n": 1}, token=case.last.open[0].token)
    case.complete("ask", {"n": 2})
    assert [task.place[-1] for task in case.last.open] == [
        ("say", "sleep"),
        ("say", "play"),
        ("say", "read"),
    ]

    for topic in ("sleep", "play", "read"):
        case.complete("say", {"word": topic}, item=topic)

    assert spy.seen[:2] == [{"ask": {"n": 1}, "say": None}, {"ask": {"n": 2}, "say": None}]
    assert spy.seen[2]["say"] == {"sleep": {"word": "sleep"}}
    assert spy.seen[3]["say"] == {"play": {"word": "play"}, "read": {"word": "read"}}
    assert spy.seen[4] == {
        "ask": {"home": {"n": 1}, "school": {"n": 2}},
        "say": {
            "home": {"sleep": {"word": "sleep"}},
            "school": {"play": {"word": "play"}, "read": {"word": "read"}},
        },
    }
    assert case.last.done


def test_a_called_step_inherits_the_place() -> None:
    called = Process("called")
    called.start("c_begin")
    called.end("c_end")
    called.user("s1")
    called.path("c_begin", "s1", "c_end")
    p = Process("p")
    p.start()
    p.end()
    p.call("call", "called", each("child.people"))
    p.path("begin", "call", "finish")

    case = Case(xml(p, called), facts={"child": {"people": ["a", "b"]}}).start()

    assert [task.place for task in case.last.open] == [(("call", "a"),), (("call", "b"),)]


def test_a_loop_with_a_condition_goes_on_while_it_is_true() -> None:
    case = Case(xml(for_each(again("view.more = true", maximum=3)))).start()
    case.complete("who")

    case.complete("view", {"more": True})
    case.complete("view", {"more": True})
    case.complete("view", {"more": True})

    assert case.open == ["after"]


def test_a_loop_tested_before_may_not_happen_at_all() -> None:
    case = Case(xml(for_each(again("who.more = true", before=True)))).start()

    case.complete("who", {"more": False})

    assert case.open == ["after"]


def test_finished_items_leave_nothing_behind_in_the_snapshot() -> None:
    case = Case(xml(for_each(times("200")))).start()
    case.complete("who")
    full = len(case.snapshot)

    for _ in range(190):
        case.complete("view")

    assert full < 200 * 50
    assert len(case.snapshot) < 700


def test_what_a_person_wrote_about_an_item_is_in_no_snapshot() -> None:
    case = Case(xml(for_each(each("who.people", "person")))).start()

    case.complete("who", {"people": ["Uncle Bob", "Äunt"]})

    assert "Bob" not in case.snapshot
    assert len({task.place for task in case.last.open}) == 2


@pytest.mark.parametrize(("many", "why"), [(1_001, "1,000 are the most"), (100_000, "20,000")])
def test_too_many_items_are_refused_with_the_name_of_the_step(many: int, why: str) -> None:
    for sequential in (True, False):
        case = Case(xml(for_each(each("who.people", sequential=sequential)))).start()

        with pytest.raises(RuleFailed, match=why) as failed:
            case.complete("who", {"people": list(map(str, range(many)))})

        assert failed.value.step == "view"


def test_items_are_keyed_by_what_stays_the_same() -> None:
    assert list(keyed({"b": 1, "a": 2})) == ["b", "a"]
    assert list(keyed(["x", "y"])) == ["x", "y"]
    assert list(keyed([{"id": "k1"}, {"id": "k2"}])) == ["k1", "k2"]
    assert list(keyed(["x", "x"])) == ["1", "2"]
    assert list(keyed(["My Mum", "My Dad"])) == list(keyed({"My Mum": 1, "My Dad": 2}))
    assert list(keyed([Decimal(5), Decimal(6)])) == ["1", "2"]
    assert counted(Decimal(3)) == {"1": 1, "2": 2, "3": 3}

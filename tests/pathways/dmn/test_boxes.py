"""Boxed expressions: contexts, calls, lists, relations, functions, conditions, filters, loops."""

from decimal import Decimal

import pytest

from pathways.dmn import as_text, read_decision
from pathways.feel import Refused, Value
from pathways.model.finding import PathwayInvalid
from tests.pathways.dmn.models import (
    asked,
    decision,
    file,
    item,
    kinds,
    parameters_of,
    table,
    text,
    variable,
)


def answer(logic: str, *, kind: str = "", **given: object) -> Value:
    return asked(file(decision("D", logic, kind=kind)), "D", given).answer


def entry(name: str, logic: str, kind: str = "") -> str:
    named = variable(name, kind) if name else ""
    return f"<contextEntry>{named}{logic}</contextEntry>"


def context(*entries: str) -> str:
    return f"<context>{''.join(entries)}</context>"


def test_an_entry_sees_those_above_it_and_the_last_without_a_name_is_the_result() -> None:
    logic = context(
        entry("Hours a Week", text("10")),
        entry("pay", text("Hours a Week * 3")),
        entry("", text("pay + 1")),
    )

    assert answer(logic) == Decimal(31)


def test_a_context_without_a_result_is_all_of_its_entries() -> None:
    logic = context(entry("a b", text("1")), entry("c", text("a b + 1")))

    assert answer(logic) == {"a b": Decimal(1), "c": Decimal(2)}


def test_an_entry_does_not_see_those_below_it() -> None:
    assert answer(context(entry("a", text("b")), entry("b", text("1")))) == {"a": None, "b": 1}


def test_an_entry_of_the_wrong_type_is_null_with_a_problem() -> None:
    outcome = asked(file(decision("D", context(entry("a", text('"x"'), "number")))), "D", {})

    assert outcome.answer == {"a": None}
    assert kinds(outcome) == ["wrong_type"]


def test_a_table_may_stand_in_an_entry_and_is_kept() -> None:
    inside = table(["n"], ["size"], [["< 5", '"small"'], [">= 5", '"large"']])
    logic = context(entry("n", text("7")), entry("size", inside), entry("", text("size")))

    outcome = asked(file(decision("D", logic)), "D", {})

    assert outcome.answer == "large"
    assert [each.rules for each in outcome.before] == [("rule_2",)]


def test_a_list_and_a_relation_are_lists() -> None:
    cells = f"<row>{text('1')}{text('2')}</row><row>{text('3')}{text('n')}</row>"
    relation = f'<relation><column name="a"/><column name="b c"/>{cells}</relation>'

    assert answer(f"<list>{text('1')}{text('n')}</list>", n=5) == (Decimal(1), Decimal(5))
    assert answer(relation, n=5) == ({"a": 1, "b c": 2}, {"a": 3, "b c": 5})


def test_a_row_with_too_few_cells_is_a_finding() -> None:
    relation = f'<relation><column name="a"/><column name="b"/><row>{text("1")}</row></relation>'

    with pytest.raises(PathwayInvalid, match="2 columns"):
        answer(relation)


def test_a_function_may_be_made_in_a_box_and_called() -> None:
    made = (
        f"<functionDefinition>{parameters_of({'n': 'number'})}{text('n * 2')}</functionDefinition>"
    )

    assert answer(context(entry("twice", made), entry("", text("twice(twice(3))")))) == Decimal(12)


def test_a_call_leaves_out_arguments_as_null_and_knows_no_others() -> None:
    made = f"<functionDefinition>{parameters_of({'n': ''})}{text('n')}</functionDefinition>"

    def called(parameter: str) -> Value:
        bound = f'<binding><parameter name="{parameter}"/>{text("1")}</binding>'
        call = f"<invocation>{text('f')}{bound}</invocation>"
        return answer(context(entry("f", made), entry("", call)))

    assert called("n") == Decimal(1)
    assert called("m") is None


def test_calling_what_is_no_function_is_null() -> None:
    assert (
        answer(context(entry("f", text("1")), entry("", f"<invocation>{text('f')}</invocation>")))
        is None
    )


def test_a_condition_takes_one_box_or_the_other_and_anything_but_true_is_the_other() -> None:
    logic = (
        f"<conditional><if>{text('n')}</if><then>{text('1')}</then><else>{text('2')}</else>"
        "</conditional>"
    )

    assert [answer(logic, n=value) for value in (True, False, None, 1)] == [1, 2, 2, 2]


def test_a_filter_keeps_items_by_their_entries_and_by_the_name_item() -> None:
    logic = "<filter><in>{}</in><match>{}</match></filter>"
    things = [{"cost": 3}, {"cost": 8}]

    assert answer(logic.format(text("xs"), text("cost > 5")), xs=things) == ({"cost": 8},)
    assert answer(logic.format(text("xs"), text("item > 1")), xs=[1, 2, 3]) == (2, 3)
    assert answer(logic.format(text("xs"), text("item > 1")), xs=None) == ()


def test_a_loop_makes_something_of_each_item() -> None:
    each = f"<in>{text('xs')}</in><return>{text('each one * 2')}</return>"
    logic = f'<for iteratorVariable="each one">{each}</for>'

    assert answer(logic, xs=[1, 2]) == (2, 4)
    assert answer(logic, xs=None) is None


@pytest.mark.parametrize(
    ("kind", "items", "holds"),
    [
        ("some", [1, 9], True),
        ("some", [1, 2], False),
        ("some", [], False),
        ("every", [9, 8], True),
        ("every", [1, 9], False),
        ("every", [], True),
        ("every", [9, "x"], None),
        ("some", [1, "x"], None),
    ],
)
def test_some_and_every_ask_each_item(kind: str, items: list[object], holds: Value) -> None:
    each = f"<in>{text('xs')}</in><satisfies>{text('x > 5')}</satisfies>"
    logic = f'<{kind} iteratorVariable="x">{each}</{kind}>'

    assert answer(logic, xs=items) is holds


def test_a_box_that_lacks_a_part_is_a_finding() -> None:
    with pytest.raises(PathwayInvalid, match="“else”"):
        answer(f"<conditional><if>{text('1')}</if><then>{text('1')}</then></conditional>")


def test_boxes_that_stand_too_deep_in_one_another_are_a_finding() -> None:
    logic = text("1")
    for _ in range(60):
        logic = f"<list>{logic}</list>"

    with pytest.raises(PathwayInvalid) as refused:
        answer(logic)

    assert {finding.rule for finding in refused.value.findings} == {"too_deep"}


def test_loops_in_loops_are_stopped() -> None:
    logic = text("1")
    for at in range(5):
        logic = f'<for iteratorVariable="x{at}"><in>{text("xs")}</in><return>{logic}</return></for>'

    with pytest.raises(Refused, match="“D” takes more than"):
        answer(logic, xs=list(range(100)))


def test_boxes_are_told_as_one_text() -> None:
    then = f"<then>{text('1')}</then><else>{text('2')}</else>"
    each = f"<in>{text('a')}</in><satisfies>{text('x > 1')}</satisfies>"
    logic = context(
        entry("a", f"<list>{text('1')}{text('2')}</list>"),
        entry("b", f"<conditional><if>{text('n')}</if>{then}</conditional>"),
        entry("c", f'<every iteratorVariable="x">{each}</every>'),
        entry("d", f"<filter><in>{text('a')}</in><match>{text('item > 1')}</match></filter>"),
        entry("", text("a[1]")),
    )

    said = as_text(read_decision(file(decision("D", logic)), file="d.dmn", decision="D").logic)

    assert said == (
        "a[1], where a: [1, 2]; b: if n then 1 else 2; c: every x in a satisfies x > 1; "
        "d: a[item > 1]"
    )


def test_the_answers_of_a_context_are_read_by_their_names() -> None:
    kind = item("tOffer", components={"hours": "number", "why": "string"})
    logic = context(entry("hours", text("3")), entry("why", text('"enough"')))

    outcome = asked(file(kind, decision("D", logic, kind="tOffer")), "D", {})

    assert outcome.outputs == {"hours": Decimal(3), "why": "enough"}

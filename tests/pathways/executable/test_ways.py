"""How ways part and come together in the copy: splits, choices, questions."""

import pytest

from pathways.bpmn import read_drawing
from pathways.executable import Executable, executable
from pathways.model.node import Choice, ChoiceKind, Step
from tests.pathways.executable.runs import Run
from tests.pathways.executable.sketched import ASKED, LANES, A, B, C, choosing, whole
from tests.pathways.sketches import condition, flow, sketch, way

INCLUSIVE = '<inclusiveGateway id="g" name="What else?"/>'
TO_C = flow("c", "finish")
WHICH = "which_way_at_g"


def made(xml: bytes) -> Executable:
    copy = executable(read_drawing(xml))
    assert copy.may_run
    return copy


def told(copy: Executable, rule: str) -> str:
    (message,) = [each.message for each in copy.findings if each.rule == rule]
    return message


def test_all_arrows_out_of_a_step_are_taken_at_the_same_time() -> None:
    run = Run(made(whole(A, B, C, way("begin", "a", "b", "finish"), way("a", "c", "finish"))))

    assert run.done("a").open == ["b", "c"]
    assert run.done("b", "c").now.done


def test_arrows_with_conditions_out_of_a_step_are_taken_where_the_condition_is_true() -> None:
    xml = whole(
        A,
        B,
        C,
        flow("begin", "a"),
        condition("a", "b", 'a.kind = "big"'),
        way("a", "c", "finish"),
        way("b", "finish"),
    )
    step = made(xml).drawing.outgoing("a")[0].target

    assert Run(made(xml)).complete("a", done=True).open == ["c"]
    gateway = made(xml).drawing.nodes[step]
    assert isinstance(gateway, Choice)
    assert gateway.kind is ChoiceKind.INCLUSIVE


def test_a_step_with_a_default_arrow_keeps_it() -> None:
    xml = whole(
        '<userTask id="a" name="Look" default="a_c"/>',
        B,
        C,
        flow("begin", "a"),
        condition("a", "b", "a.done = false"),
        way("a", "c", "finish"),
        way("b", "finish"),
    )

    assert Run(made(xml)).done("a").open == ["c"]


def test_an_open_choice_asks_which_way_in_the_words_of_the_drawing() -> None:
    named = flow("g", "b", ' name="Yes"') + flow("g", "c")
    copy = made(choosing(ASKED, named, TO_C))
    form = copy.forms[WHICH]

    assert form.title == "Which way at “Do we agree?”?"
    (question,) = form.questions
    assert question.label == "Do we agree?"
    assert [option.label for option in question.options] == ["Yes", "To “Put it away”"]
    assert told(copy, "which_way").startswith("At “Do we agree?” no condition says which way")
    assert "(Yes; To “Put it away”)" in told(copy, "which_way")


@pytest.mark.parametrize(("answer", "step"), [("g_b", "b"), ("g_c", "c")])
def test_the_answer_takes_the_case_its_way(answer: str, step: str) -> None:
    run = Run(made(choosing(ASKED, flow("g", "b"), flow("g", "c"), TO_C)))

    run.done("a")
    assert run.open == [WHICH]
    assert run.complete(WHICH, way=answer).open == [step]
    assert f"g_{step}" in run.now.travelled


@pytest.mark.parametrize(
    "text",
    ["${approved}", "approved", "the school agrees", "unknown.answer = 1", '"yes"', "1 &lt;"],
)
def test_a_condition_that_no_answer_can_make_true_is_asked_and_quoted(text: str) -> None:
    copy = made(choosing(ASKED, condition("g", "b", text), flow("g", "c"), TO_C))

    assert WHICH in copy.drawing.nodes
    shown = text.replace("&lt;", "<")
    assert f"“{shown}” cannot be read as a condition" in told(copy, "which_way")


@pytest.mark.parametrize(
    "text",
    ["a.anything = 1", "child.over_compulsory_school_age", "case.reference != null", "true"],
)
def test_a_condition_that_can_be_read_stays(text: str) -> None:
    gateway = ASKED.replace("/>", ' default="g_c"/>')
    copy = made(choosing(gateway, condition("g", "b", text), flow("g", "c"), TO_C))

    assert WHICH not in copy.drawing.nodes
    assert copy.drawing.flows["g_b"].condition == text


def test_a_person_is_asked_only_where_no_rule_tells() -> None:
    third = '<task id="d" name="Throw it away"/>'
    xml = choosing(
        ASKED,
        third,
        condition("g", "b", "a.done = false"),
        flow("g", "c"),
        TO_C,
        way("g", "d", "finish"),
    )
    run = Run(made(xml)).done("a")

    assert run.open == [WHICH]
    assert [each.value for each in run.made.forms[WHICH].questions[0].options] == ["g_c", "g_d"]
    assert run.complete(WHICH, way="g_d").open == ["d"]


def test_where_no_condition_is_true_a_person_is_asked() -> None:
    conditions = condition("g", "b", "a.done = false") + condition("g", "c", "a.done = null")
    run = Run(made(choosing(ASKED, conditions, TO_C))).done("a")

    assert run.open == [WHICH]
    assert run.complete(WHICH, way="g_c").open == ["c"]


def test_the_one_way_without_a_condition_is_taken_when_no_other_is() -> None:
    ways = condition("g", "b", "a.done = false") + flow("g", "c")

    assert Run(made(choosing(ASKED, ways, TO_C))).done("a").open == ["c"]


def test_a_choice_of_several_ways_asks_for_one_or_more() -> None:
    xml = choosing(INCLUSIVE, flow("g", "b"), flow("g", "c"), TO_C)

    one = Run(made(xml)).done("a").complete(WHICH, ways=["g_c"])
    both = Run(made(xml)).done("a").complete(WHICH, ways=["g_b", "g_c"])

    assert one.open == ["c"]
    assert both.open == ["b", "c"]


def test_ways_into_a_choice_of_several_come_together_before_it_is_asked() -> None:
    xml = whole(
        '<parallelGateway id="all"/>',
        A,
        B,
        C,
        INCLUSIVE,
        '<task id="d" name="Call"/>',
        way("begin", "all", "a", "g", "c", "finish"),
        way("all", "b", "g", "d", "finish"),
    )
    run = Run(made(xml)).done("a")

    assert run.open == ["b"]
    assert run.done("b").open == [WHICH]
    assert run.complete(WHICH, ways=["g_d"]).open == ["d"]


def test_a_question_is_asked_in_the_lane_of_its_choice_or_of_what_comes_before() -> None:
    copy = made(
        whole(LANES, A, B, ASKED, way("begin", "a", "g", "b", "finish"), flow("g", "finish"))
    )
    step = copy.drawing.nodes[WHICH]

    assert isinstance(step, Step)
    assert step.lane == "family"
    assert "nobody_named" not in {each.rule for each in copy.findings}


def test_a_question_has_an_id_that_nothing_else_has_and_that_conditions_can_name() -> None:
    gateway = '<exclusiveGateway id="g-1"/>'
    taken = '<task id="which_way_at_g_1" name="Odd"/>'
    xml = whole(
        A,
        B,
        gateway,
        taken,
        way("begin", "a", "g-1", "b", "which_way_at_g_1", "finish"),
        flow("g-1", "finish"),
    )
    copy = made(xml)

    assert copy.stands_for["which_way_at_g_1_2"] == "g-1"
    assert Run(copy).done("a").open == ["which_way_at_g_1_2"]


def test_ways_with_the_same_words_are_told_apart() -> None:
    ways = flow("g", "b", ' name="Yes"') + flow("g", "c", ' name="Yes"')
    form = made(choosing(ASKED, ways, TO_C)).forms[WHICH]

    assert [each.label for each in form.questions[0].options] == ["Yes", "Yes (way 2)"]


def test_a_way_without_a_name_is_called_after_the_first_thing_with_a_name_that_it_leads_to() -> (
    None
):
    merge = '<exclusiveGateway id="m"/>'
    ways = way("g", "m", "b") + flow("g", "finish")
    form = made(choosing(ASKED, merge, ways, way("c", "m"))).forms[WHICH]

    labels = [each.label for each in form.questions[0].options]
    assert labels == ["To “Send it”", "To “Over”"]


def test_an_arrow_that_is_drawn_twice_is_taken_once() -> None:
    twice = flow("a", "b") + flow("a", "b").replace('id="a_b"', 'id="again"')
    run = Run(made(whole(A, B, flow("begin", "a"), twice, way("b", "finish"))))

    assert run.done("a").open == ["b"]
    assert run.done("b").now.done


def test_two_answers_that_lead_to_the_same_join_do_not_let_it_wait_for_both() -> None:
    xml = whole(
        A,
        '<parallelGateway id="all"/><parallelGateway id="join"/>',
        ASKED,
        way("begin", "all", "a", "join", "finish"),
        way("all", "g", "join"),
        flow("g", "join", ' name="No"').replace('id="g_join"', 'id="no"'),
    )
    run = Run(made(xml)).complete(WHICH, way="no")

    assert run.done("a").now.done


def test_a_choice_with_one_way_is_passed_whatever_its_condition_says() -> None:
    gateway = '<exclusiveGateway id="g"/>'
    xml = whole(A, B, gateway, way("begin", "a", "g"), condition("g", "b", "x"), way("b", "finish"))

    assert Run(made(xml)).done("a").open == ["b"]


def test_a_choice_in_a_loop_is_asked_every_time() -> None:
    xml = whole(
        '<exclusiveGateway id="m"/>',
        A,
        ASKED,
        way("begin", "m", "a", "g", "finish"),
        flow("g", "m"),
    )
    run = Run(made(xml))

    for _ in range(3):
        run.done("a").complete(WHICH, way="g_m")
    assert run.done("a").complete(WHICH, way="g_finish").now.done


def test_a_choice_in_a_sub_process_is_asked_there() -> None:
    inner = (
        '<startEvent id="i"/><exclusiveGateway id="g" name="More?"/><task id="j"/>'
        f'<endEvent id="k"/>{way("i", "g", "j", "k")}{flow("g", "k")}'
    )
    xml = whole(
        f'<subProcess id="s" name="Buy it">{inner}</subProcess>', way("begin", "s", "finish")
    )
    copy = made(xml)

    assert copy.drawing.nodes[WHICH].inside == "s"
    assert Run(copy).complete(WHICH, way="g_k").now.done


def test_the_same_question_step_stands_for_the_step_whose_arrows_are_asked_about() -> None:
    xml = whole(
        A,
        B,
        C,
        flow("begin", "a"),
        condition("a", "b", "${x}"),
        condition("a", "c", "${y}"),
        way("b", "finish"),
        TO_C,
    )
    copy = made(xml)
    (question,) = [step for step in copy.forms if step.startswith("which_way")]

    assert copy.stands_for[question] == "a"
    assert Run(copy).done("a").complete(question, ways=["a_b"]).open == ["b"]


def test_a_drawing_of_one_loose_step_is_a_case_with_one_step() -> None:
    run = Run(made(sketch(A)))

    assert run.open == ["a"]
    assert run.done("a").now.done

"""Steps that are done more than once: for each of several, or again while something is so."""

import pytest

from pathways.bpmn import read_drawing
from pathways.executable import Executable, executable
from pathways.model.node import Several, Step
from tests.pathways.executable.runs import Run
from tests.pathways.executable.sketched import ONE_DAY, A, B, each, edge, whole
from tests.pathways.sketches import simple, way

HOW_MANY = "how_many_for_x"
AGAIN = "again_x"
PEOPLE = 'fingerpost:collection="[&quot;p&quot;, &quot;q&quot;]"'
ZEEBE = '<z:loopCharacteristics xmlns:z="urn:z" inputCollection="= a.people"/>'


def made(xml: bytes) -> Executable:
    copy = executable(read_drawing(xml))
    assert copy.may_run
    return copy


def repeated(marker: str, tag: str = "userTask") -> str:
    return f'<{tag} id="x" name="Ask each">{marker}</{tag}>'


def several(inside: str, attribute: str = "") -> str:
    name = "multiInstanceLoopCharacteristics"
    return f'<{name} xmlns:v="urn:v" {attribute}>{inside}</{name}>'


def read(marker: str) -> Several:
    step = read_drawing(simple(repeated(marker))).nodes["x"]
    assert isinstance(step, Step)
    assert step.several is not None
    return step.several


@pytest.mark.parametrize(
    "marker",
    [
        each("fingerpost:collection", "a.people"),
        each("camunda:collection", "${a.people}"),
        several("<loopDataInputRef>a.people</loopDataInputRef>"),
        several(f"<extensionElements>{ZEEBE}</extensionElements>"),
    ],
)
def test_a_list_is_read_however_it_is_written_and_each_item_is_a_task(marker: str) -> None:
    assert read(marker).collection == "a.people"
    run = Run(made(simple(A, repeated(marker)))).complete("a", done=True)
    assert run.now.done  # nothing was answered, so there is nobody to ask


def test_the_name_of_the_item_is_read_however_it_is_written() -> None:
    declared = '<inputDataItem id="d" name="person"/>'

    assert read(several("", 'fingerpost:item="person"')).item == "person"
    assert read(several("", 'v:elementVariable="person"')).item == "person"
    assert read(several(declared)).item == "person"


def test_a_constant_list_is_gone_through() -> None:
    marker = several("", PEOPLE)
    run = Run(made(simple(repeated(marker), B)))

    assert [task.place for task in run.now.open] == [(("x", "p"),), (("x", "q"),)]
    assert run.done("x", "x").open == ["b"]


def test_without_a_list_a_person_says_how_many_times() -> None:
    run = Run(made(simple(repeated("<multiInstanceLoopCharacteristics/>"), B)))
    assert run.open == [HOW_MANY]

    assert run.complete(HOW_MANY, number=2).open == ["x", "x"]
    assert run.done("x", "x").open == ["b"]


def test_no_times_at_all_is_an_answer_too() -> None:
    run = Run(made(simple(repeated("<multiInstanceLoopCharacteristics/>"), B)))

    assert run.complete(HOW_MANY, number=0).open == ["b"]


def test_what_the_marker_counts_is_not_asked() -> None:
    marker = several("<loopCardinality>3</loopCardinality>")

    assert Run(made(simple(repeated(marker)))).open == ["x", "x", "x"]


def test_rules_inside_of_a_repeated_part_can_name_the_item() -> None:
    inside = (
        '<startEvent id="i"/><exclusiveGateway id="j" default="k_m"/>'
        '<task id="l"/><endEvent id="m"/>'
        f"{way('i', 'j')}"
        '<sequenceFlow id="j_l" sourceRef="j" targetRef="l"><conditionExpression>person = "p"'
        "</conditionExpression></sequenceFlow>"
        '<sequenceFlow id="k_m" sourceRef="j" targetRef="m"/>'
        f"{way('l', 'm')}"
    )
    marker = several("", f'{PEOPLE} fingerpost:item="person"')
    copy = made(simple(f'<subProcess id="x" name="Each">{marker}{inside}</subProcess>', B))

    assert [each_.rule for each_ in copy.findings] == ["nobody_named"]
    run = Run(copy)
    assert [(task.step, task.place) for task in run.now.open] == [("l", (("x", "p"),))]


def test_a_deadline_on_a_repeated_step_takes_all_of_it_away() -> None:
    marker = several("", PEOPLE)
    xml = whole(
        f'<userTask id="a" name="Ask each">{marker}</userTask>',
        edge(ONE_DAY),
        way("begin", "a", "finish"),
    )
    run = Run(made(xml)).done("a")

    assert run.occur("e").open == ["c"]


@pytest.mark.parametrize("before", ["true", "false"])
def test_without_a_condition_a_person_says_whether_it_is_needed_again(before: str) -> None:
    marker = f'<standardLoopCharacteristics testBefore="{before}"/>'
    run = Run(made(simple(repeated(marker), B)))
    if before == "true":
        assert run.open == [AGAIN]
        run.complete(AGAIN, way="again")

    for _ in range(3):
        assert run.complete("x", done=True).open == [AGAIN]
        assert run.complete(AGAIN, way="again").open == ["x"]
    assert run.complete("x", done=True).complete(AGAIN, way="enough").open == ["b"]


def test_a_loop_that_only_says_how_often_at_most_is_done_so_often() -> None:
    run = Run(made(simple(repeated('<standardLoopCharacteristics loopMaximum="2"/>'), B)))

    assert run.complete("x", done=True).open == ["x"]
    assert run.complete("x", done=True).open == ["b"]


def test_a_loop_goes_on_while_an_answer_says_so() -> None:
    marker = (
        "<standardLoopCharacteristics><loopCondition>x.done = true</loopCondition>"
        "</standardLoopCharacteristics>"
    )
    run = Run(made(simple(repeated(marker), B))).complete("x", done=True)

    assert run.open == ["x"]


def test_an_automatic_step_that_goes_on_for_ever_is_refused_by_its_name() -> None:
    marker = (
        "<standardLoopCharacteristics><loopCondition>true</loopCondition>"
        "</standardLoopCharacteristics>"
    )
    copy = executable(
        read_drawing(
            simple(
                f'<businessRuleTask id="x" name="Look" fingerpost:decision="t">{marker}'
                "</businessRuleTask>"
            )
        )
    )

    assert [(f.rule, f.element) for f in copy.findings if f.stops] == [("stuck_at_start", "x")]

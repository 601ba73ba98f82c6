"""Service tasks that name an action: which of them run as they are, and what is said otherwise."""

import pytest

from pathways.bpmn import read_drawing
from pathways.executable import Papers, executable
from pathways.model.node import NamedValue, Step, StepKind
from tests.pathways.executable.runs import Run
from tests.pathways.sketches import simple

VALUE = '<fingerpost:value name="half" from="a.price / 2"/>'


def service(named: str, inside: str = "") -> bytes:
    extensions = f"<extensionElements>{inside}</extensionElements>" if inside else ""
    return simple(
        '<userTask id="a" name="Say what it costs"/>',
        f'<serviceTask id="x" name="Work it out" fingerpost:action="{named}">{extensions}'
        "</serviceTask>",
    )


def papers(*letters: str) -> Papers:
    return Papers(questions={"a": {"price"}}, outputs={}, letters=letters, periods=())


def said(drawn: bytes) -> str:
    found = executable(read_drawing(drawn), papers()).findings
    return next(each.message for each in found if each.rule == "unknown_action")


def test_the_values_of_a_step_are_read_in_their_order() -> None:
    drawing = read_drawing(service("set_values", VALUE + '<fingerpost:value name=" b "/>'))

    assert drawing.nodes["x"].values == (
        NamedValue(name="half", source="a.price / 2"),
        NamedValue(name="b", source=""),
    )


def test_only_so_many_values_are_read() -> None:
    assert len(read_drawing(service("set_values", VALUE * 60)).nodes["x"].values) == 50


def test_a_step_that_writes_values_down_runs_by_itself() -> None:
    made = executable(read_drawing(service("set_values", VALUE)), papers())

    run = Run(made).complete("a", price=7)

    assert run.now.done
    assert [(acted.step, acted.values) for acted in run.now.acted] == [("x", {"half": 7 / 2})]


def test_a_letter_is_sent_by_itself_where_it_is_written() -> None:
    made = executable(read_drawing(service("send_letter")), papers("x"))

    assert made.findings == executable(read_drawing(service("send_letter")), papers("x")).findings
    assert Run(made).complete("a", price=7).now.acted[0].step == "x"


def test_a_letter_that_is_not_written_is_a_step_for_a_person() -> None:
    made = executable(read_drawing(service("send_letter")), papers())

    assert "unwritten_letter" in {each.rule for each in made.findings}
    assert Run(made).complete("a", price=7).open == ["x"]


@pytest.mark.parametrize(
    ("drawn", "says"),
    [
        (service("set_value", VALUE), "Did you mean “set_values”? Write one of these: send_letter"),
        (service("exec"), "Write one of these: send_letter, set_values"),
        (service("set_values"), "does not say which values to write down"),
        (service("set_values", VALUE.replace("a.price / 2", "")), "no rule can read"),
        (service("set_values", VALUE.replace("a.price / 2", "a.prize")), "no rule can read"),
        (service("set_values", VALUE.replace("a.price / 2", "__import__('os')")), "no rule can"),
        (service("set_values", VALUE.replace("half", "half of it")), "which no rule can name"),
        (service("set_values", VALUE.replace("half", "")), "which no rule can name"),
    ],
)
def test_what_cannot_be_done_is_told_and_asked_of_a_person(drawn: bytes, says: str) -> None:
    made = executable(read_drawing(drawn), papers())

    assert said(drawn).startswith("“Work it out”")
    assert says in said(drawn)
    step = made.drawing.nodes["x"]
    assert isinstance(step, Step)
    assert step.kind is StepKind.PLAIN
    assert Run(made).complete("a", price=7).open == ["x"]

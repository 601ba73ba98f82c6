"""What a file says that its data are: types of FEEL, allowed values, components, lists."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from pathways.feel import DaysTimeDuration, Value, YearsMonthsDuration
from pathways.model.decision import Outcome
from pathways.model.finding import PathwayInvalid
from tests.pathways.dmn.models import asked, data, decision, file, item, kinds, needs, text

COLOURS = item("tColour", "string", allowed='"red", "green"')
SMALL = item("tSmall", "number", allowed="[0..10], 99")
PERSON = item("tPerson", components={"Full Name": "string", "age": "tSmall"})
PEOPLE = item("tPeople", "tPerson", many=True)
FEW = item("tFew", "tColour", many=True, constraint="count(?) <= 2")


def given(kind: str, value: object, *types: str, said: str = "X") -> Outcome:
    asks = decision("Asks", text(said), needing=needs(data=["X"]))
    return asked(file(*types, data("X", kind), asks), "Asks", {"X": value})


FITTING: list[tuple[str, object, Value]] = [
    ("string", "a", "a"),
    ("number", 3, Decimal(3)),
    ("number", Decimal("0.10"), Decimal("0.10")),
    ("boolean", True, True),
    ("date", "2027-02-28", date(2027, 2, 28)),
    ("date", date(2027, 2, 28), date(2027, 2, 28)),
    ("time", "09:30:00Z", time(9, 30, tzinfo=UTC)),
    ("date and time", "2027-02-28T09:30:00Z", datetime(2027, 2, 28, 9, 30, tzinfo=UTC)),
    ("dateTime", "2027-02-28T09:30:00Z", datetime(2027, 2, 28, 9, 30, tzinfo=UTC)),
    ("date and time", date(2027, 2, 28), datetime(2027, 2, 28, tzinfo=UTC)),
    ("days and time duration", "P1DT2H", DaysTimeDuration(Decimal(26 * 3_600))),
    ("dayTimeDuration", "P1D", DaysTimeDuration(Decimal(86_400))),
    ("years and months duration", "P1Y2M", YearsMonthsDuration(14)),
    ("yearMonthDuration", "P1Y", YearsMonthsDuration(12)),
    ("feel:number", 3, Decimal(3)),
    ("Any", "2027-02-28", "2027-02-28"),
    ("", "2027-02-28", "2027-02-28"),
    ("number", [3], Decimal(3)),
    ("string", None, None),
]


@pytest.mark.parametrize(("kind", "value", "made"), FITTING)
def test_a_value_is_taken_as_its_type_takes_it(kind: str, value: object, made: Value) -> None:
    outcome = given(kind, value)

    assert (outcome.answer, type(outcome.answer)) == (made, type(made))
    assert outcome.problems == ()


MISFITS: list[tuple[str, object]] = [
    ("string", 3),
    ("number", "3"),
    ("number", True),
    ("boolean", "true"),
    ("date", "28 February"),
    ("date", 20270228),
    ("time", "half past nine"),
    ("date and time", "soon"),
    ("days and time duration", "P1Y"),
    ("years and months duration", "P1D"),
    ("number", [1, 2]),
    ("tColour", "blue"),
    ("tSmall", 11),
    ("tPerson", "Sam"),
    ("tPerson", {"Full Name": 3}),
    ("tPerson", {"Full Name": "Sam (made up)", "age": 50}),
    ("tPeople", [{"age": 50}]),
    ("tFew", ["red", "blue"]),
    ("tFew", ["red", "red", "green"]),
]


@pytest.mark.parametrize(("kind", "value"), MISFITS)
def test_a_value_that_does_not_fit_is_null_and_a_problem_names_it(kind: str, value: object) -> None:
    outcome = given(kind, value, COLOURS, SMALL, PERSON, PEOPLE, FEW)

    assert outcome.answer is None
    assert kinds(outcome) == ["wrong_type"]
    assert outcome.problems[0].message.startswith("“X” is ")


DEFINED: list[tuple[str, object, str, Value]] = [
    ("tColour", "red", "X", "red"),
    ("tSmall", 99, "X", Decimal(99)),
    ("tPerson", {"Full Name": "Sam", "age": 7}, "X.Full Name", "Sam"),
    ("tPerson", {"age": 7}, "X.Full Name", None),
    ("tPeople", [{"age": 7}, {"age": 8}], "X.age", (Decimal(7), Decimal(8))),
    ("tPeople", {"age": 7}, "X.age", (Decimal(7),)),
    ("tPeople", [{"age": 7}, {"age": 8}], "X[age > 7].age", (Decimal(8),)),
    ("tFew", ["red", "green"], "X", ("red", "green")),
    ("tFew", [], "X", ()),
]


@pytest.mark.parametrize(("kind", "value", "said", "made"), DEFINED)
def test_types_that_the_file_defines_have_components_lists_and_allowed_values(
    kind: str, value: object, said: str, made: Value
) -> None:
    outcome = given(kind, value, COLOURS, SMALL, PERSON, PEOPLE, FEW, said=said)

    assert outcome.answer == made
    assert outcome.problems == ()


def test_the_order_in_which_types_are_defined_does_not_matter() -> None:
    assert given("tPeople", [{"age": 7}], PEOPLE, PERSON, SMALL, said="X[1].age").answer == 7


def test_an_answer_is_taken_as_the_type_of_its_decision() -> None:
    one = decision("One", text("[5]"), kind="number")
    listed = decision("Listed", text('"red"'), kind="tFew")
    wrong = decision("Wrong", text('"five"'), kind="number")
    xml = file(COLOURS, FEW, one, listed, wrong)

    assert asked(xml, "One", {}).answer == Decimal(5)
    assert asked(xml, "Listed", {}).answer == ("red",)
    assert asked(xml, "Wrong", {}).answer is None
    assert kinds(asked(xml, "Wrong", {})) == ["wrong_type"]


def test_a_misfit_is_told_once_however_often_it_is_looked_at() -> None:
    one = decision("One", text("X"), needing=needs(data=["X"]))
    two = decision("Two", text("[X, X, One]"), needing=needs(data=["X"], decisions=["One"]))

    outcome = asked(file(data("X", "number"), one, two), "Two", {"X": "a"})

    assert outcome.answer == (None, None, None)
    assert len(outcome.problems) == 1


@pytest.mark.parametrize(
    "types",
    [
        [item("tA", "tA")],
        [item("tA", "tB"), item("tB", "tA")],
        [item("tA", components={"x": "tA"})],
    ],
)
def test_a_type_that_is_made_of_itself_is_a_finding(types: list[str]) -> None:
    with pytest.raises(PathwayInvalid) as refused:
        given("tA", 1, *types)

    assert {finding.rule for finding in refused.value.findings} == {"needs_itself"}


def test_types_that_stand_too_deep_in_one_another_are_a_finding() -> None:
    types = [item(f"t{at}", f"t{at + 1}") for at in range(2_000)]

    with pytest.raises(PathwayInvalid) as refused:
        given("t0", 1, *types)

    assert {finding.rule for finding in refused.value.findings} == {"too_deep"}


def test_allowed_values_that_are_no_tests_are_a_finding_that_names_the_type() -> None:
    with pytest.raises(PathwayInvalid) as refused:
        given("tA", 1, item("tA", "string", allowed='"a" or or'))

    assert "the type “tA”" in str(refused.value)


def test_extra_entries_of_a_context_are_kept() -> None:
    value: Mapping[str, object] = {"age": 7, "also": 1}

    assert given("tPerson", value, SMALL, PERSON, said="X.also").answer == Decimal(1)

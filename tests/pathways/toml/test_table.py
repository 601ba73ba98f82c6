from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

import pytest

from pathways.model.finding import Finding, PathwayInvalid
from pathways.toml import Table, read_toml


class Unit(Enum):
    CALENDAR = "calendar"
    WORKING = "working"


def table(text: str) -> Table:
    return read_toml(text.encode(), file="about.toml")


def noted(top: Table) -> tuple[Finding, ...]:
    try:
        top.close()
    except PathwayInvalid as invalid:
        return invalid.findings
    return ()


def test_each_key_is_answered_in_its_kind() -> None:
    top = table(
        'a = " x "\nb = 2027-03-27\nc = ["p", "q"]\nd = false\ne = "working"\n'
        "f = 2027-01-11T10:00:00+01:00\n"
    )

    assert top.text("a") == "x"
    assert top.day("b") == date(2027, 3, 27)
    assert top.texts("c") == ("p", "q")
    assert top.flag("d", default=True) is False
    assert top.choice("e", Unit) is Unit.WORKING
    assert top.moment("f", default=datetime(2027, 1, 1, tzinfo=UTC)) == datetime(
        2027, 1, 11, 9, tzinfo=UTC
    )
    assert noted(top) == ()


def test_numbers_are_exact() -> None:
    assert table("a = { b = 0.1 }").content("a") == {"b": Decimal("0.1")}


def test_a_missing_key_is_noted_unless_it_may_be_missing() -> None:
    top = table("")

    top.text("name")
    top.text("hint", default="")
    top.day("review_on")

    assert [(f.rule, f.message.split("“")[1].split("”")[0]) for f in noted(top)] == [
        ("missing_key", "name"),
        ("missing_key", "review_on"),
    ]


def test_a_value_of_another_kind_is_noted_with_its_line() -> None:
    top = table("\n\nname = 3\nday = 2027-03-27T09:00:00Z\nlist = [1]\nunit = 'x'\nat = 2027-01-01")

    top.text("name")
    top.day("day")
    top.texts("list")
    top.choice("unit", Unit)
    top.moment("at", default=datetime(2027, 1, 1, tzinfo=UTC))

    assert [finding.line for finding in noted(top)] == [3, 4, 5, 6, 7]


@pytest.mark.parametrize("at", ["2027-01-11T09:00:00", "0001-01-01T00:00:00+14:00"])
def test_a_moment_needs_an_offset_and_a_place_in_the_calendar(at: str) -> None:
    top = table(f"at = {at}")
    usual = datetime(2027, 1, 1, tzinfo=UTC)

    assert top.moment("at", default=usual) == usual
    assert len(noted(top)) == 1


def test_an_empty_text_is_noted() -> None:
    top = table("name = ' '")

    top.text("name")

    assert "empty" in noted(top)[0].message


def test_a_key_that_nobody_asks_for_is_noted_with_the_nearest() -> None:
    top = table("naem = 'x'")

    top.text("name", default="")
    top.end()

    (finding,) = noted(top)
    assert finding.rule == "unknown_key"
    assert "Did you mean “name”?" in finding.message


def test_findings_in_inner_tables_say_which_and_where() -> None:
    top = table("[[move]]\nstep = 'a'\n[[move]]\nstep = 2\n[other]\nstep = 3")

    for inner in top.tables("move"):
        inner.text("step")
    top.table("other").text("step")

    assert [(f.line, f.message.split(":")[0]) for f in noted(top)] == [
        (4, "move 2"),
        (6, "other"),
    ]


@pytest.mark.parametrize(
    "source", [b"a = ", b"a = 1\na = 2", b"\xff", b"a = " + b"[" * 100_000, b"#" * 200_001]
)
def test_what_is_not_toml_is_one_finding(source: bytes) -> None:
    with pytest.raises(PathwayInvalid) as invalid:
        read_toml(source, file="about.toml")

    (finding,) = invalid.value.findings
    assert (finding.rule, finding.file) == ("not_toml", "about.toml")


def test_broken_toml_is_told_with_its_line() -> None:
    with pytest.raises(PathwayInvalid) as invalid:
        read_toml(b"a = 1\nb = oops", file="about.toml")

    assert invalid.value.findings[0].line == 2

"""`fingerpost decide`."""

import json
from pathlib import Path

import pytest

from tests.webapp.cli.command import LIBRARY, fingerpost

TABLE = LIBRARY / "decisions" / "who_decides.dmn"
YOUNG = '{"child": {"over_compulsory_school_age": false}, "ask_for_it": {"deciding": "under_16"}}'


def test_the_answer_the_rules_and_the_reasons_are_told() -> None:
    done = fingerpost("decide", TABLE, "who_decides", "--input", YOUNG)

    answer, rules, because = done.stdout.splitlines()
    assert answer == "parent"
    assert rules.startswith("Rule: 1 (")
    assert because.startswith("Because: The child ")
    assert done.exit_code == 0


def test_programs_get_the_same_as_json() -> None:
    done = fingerpost("decide", TABLE, "who_decides", "--input", YOUNG, "--format", "json")

    told = json.loads(done.stdout)
    assert told["answer"] == "parent"
    assert [rule["number"] for rule in told["rules"]] == [1]
    assert len(told["because"]) == 1


def test_a_decision_is_found_by_its_name_too() -> None:
    by_id = fingerpost("decide", TABLE, "who_decides", "--input", YOUNG)
    by_name = fingerpost("decide", TABLE, "Who decides?", "--input", YOUNG)

    assert by_name.stdout == by_id.stdout


def test_the_file_may_have_any_name(tmp_path: Path) -> None:
    other = tmp_path / "another name.dmn"
    other.write_bytes(TABLE.read_bytes())

    assert fingerpost("decide", other, "who_decides", "--input", YOUNG).exit_code == 0


def test_a_table_that_collects_answers_with_a_list(tmp_path: Path) -> None:
    table = tmp_path / "sizes.dmn"
    table.write_text(COLLECT, encoding="utf-8")

    done = fingerpost("decide", table, "sizes", "--input", '{"n": 5}')
    none = fingerpost("decide", table, "sizes", "--input", '{"n": 0}')

    assert done.stdout.splitlines()[:2] == ['["small", "odd"]', "Rules: 1 (r1), 2 (r2)"]
    assert none.stdout.splitlines() == ["[]", "No rule fits."]


COLLECT = """<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
    namespace="urn:test"><decision id="sizes" name="Sizes"><decisionTable id="t"
    hitPolicy="COLLECT"><input id="i" label="N"><inputExpression id="e" typeRef="number">
    <text>n</text></inputExpression></input><output id="o" name="size" typeRef="string"/>
    <rule id="r1"><description>It is small.</description><inputEntry id="a"><text>[1..10]</text>
    </inputEntry><outputEntry id="b"><text>"small"</text></outputEntry></rule>
    <rule id="r2"><description>It is odd.</description><inputEntry id="c"><text>5</text>
    </inputEntry><outputEntry id="f"><text>"odd"</text></outputEntry></rule>
    </decisionTable></decision></definitions>"""


@pytest.mark.parametrize(
    ("decision", "given", "said"),
    [
        ("nobody", YOUNG, "no decision with the id “nobody”; its decisions are: “who_decides”"),
        ("who_decides", "{}", "Correct the answer"),
    ],
)
def test_what_cannot_be_decided_is_said(decision: str, given: str, said: str) -> None:
    text = fingerpost("decide", TABLE, decision, "--input", given)
    program = fingerpost("decide", TABLE, decision, "--input", given, "--format", "json")

    assert text.exit_code == program.exit_code == 1
    assert said in text.stderr
    assert said in json.loads(program.stdout)["error"]


def test_a_file_that_is_no_table_is_told_of(small: Path, tmp_path: Path) -> None:
    drawing = fingerpost("decide", small, "p")
    absent = fingerpost("decide", tmp_path / "absent.dmn", "p")

    assert drawing.exit_code == 1
    assert "The file is not DMN" in drawing.stderr
    assert absent.exit_code == 2

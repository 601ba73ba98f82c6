"""`fingerpost decide`."""

import json
from pathlib import Path

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


def test_a_decision_that_is_not_there_is_an_error_and_those_that_are_there_are_named() -> None:
    text = fingerpost("decide", TABLE, "nobody", "--input", YOUNG)
    program = fingerpost("decide", TABLE, "nobody", "--input", YOUNG, "--format", "json")

    said = "no decision with the id “nobody”; its decisions are: “who_decides”"
    assert text.exit_code == program.exit_code == 1
    assert said in text.stderr
    assert said in json.loads(program.stdout)["error"]
    assert json.loads(program.stdout)["answer"] is None


def test_where_an_input_is_not_allowed_the_answer_is_null_and_a_problem_says_so() -> None:
    text = fingerpost("decide", TABLE, "who_decides", "--input", "{}")
    program = fingerpost("decide", TABLE, "who_decides", "--input", "{}", "--format", "json")

    told = json.loads(program.stdout)
    assert text.exit_code == program.exit_code == 0
    assert text.stdout.splitlines()[:2] == ["null", "No rule fits."]
    assert told["answer"] is None
    assert [problem["kind"] for problem in told["problems"]] == ["input_not_allowed"]


NEEDING = """<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="d"
    namespace="urn:test">
    <inputData id="born" name="Date of Birth"><variable name="Date of Birth" typeRef="date"/>
    </inputData>
    <decision id="y" name="Year of Birth"><variable name="Year of Birth" typeRef="number"/>
    <informationRequirement id="a"><requiredInput href="#born"/></informationRequirement>
    <literalExpression id="l"><text>Date of Birth.year</text></literalExpression></decision>
    <decision id="next" name="Next Year"><informationRequirement id="b">
    <requiredDecision href="#y"/></informationRequirement>
    <literalExpression id="m"><text>Year of Birth + 1</text></literalExpression></decision>
    </definitions>"""


def test_what_a_decision_requires_is_asked_too_and_texts_become_what_the_file_says(
    tmp_path: Path,
) -> None:
    file = tmp_path / "years.dmn"
    file.write_text(NEEDING, encoding="utf-8")
    born = '{"Date of Birth": "2014-05-06"}'

    text = fingerpost("decide", file, "Next Year", "--input", born)
    program = fingerpost("decide", file, "Next Year", "--input", born, "--format", "json")

    told = json.loads(program.stdout)
    assert text.stdout.splitlines() == ["2015", "On the way: “Year of Birth” is 2014"]
    assert told["answer"] == 2015
    assert [(each["name"], each["answer"]) for each in told["before"]] == [("Year of Birth", 2014)]
    assert told["before"][0]["inputs"] == {"Date of Birth": "2014-05-06"}
    assert told["problems"] == []


def test_a_value_that_is_not_of_its_type_is_null_and_a_problem_says_so(tmp_path: Path) -> None:
    file = tmp_path / "years.dmn"
    file.write_text(NEEDING, encoding="utf-8")
    given = '{"Date of Birth": "soon"}'

    done = fingerpost("decide", file, "Next Year", "--input", given, "--format", "json")

    told = json.loads(done.stdout)
    assert told["answer"] is None
    assert [problem["kind"] for problem in told["problems"]] == ["wrong_type"]
    assert "“Date of Birth” is “soon”" in told["problems"][0]["message"]


def test_a_file_that_is_no_table_is_told_of(small: Path, tmp_path: Path) -> None:
    drawing = fingerpost("decide", small, "p")
    absent = fingerpost("decide", tmp_path / "absent.dmn", "p")

    assert drawing.exit_code == 1
    assert "The file is not DMN" in drawing.stderr
    assert absent.exit_code == 2

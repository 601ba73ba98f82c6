import pytest

from tests.pathways.dmn.samples import A_ROW, a_table
from tests.pathways.dmn.tables import dmn, findings, only, read, the_table


@pytest.mark.parametrize("cell", ["1 <", "import(", '__import__("os")', "x" * 501, "unknown(3)"])
def test_a_cell_that_is_not_feel_is_a_finding_with_decision_rule_column_and_line(cell: str) -> None:
    xml = dmn([A_ROW, ([cell], ['"x"'], "Why.")])

    finding = only(xml)

    assert finding.rule == "not_feel"
    assert finding.message.startswith("“Who decides?”, rule 2, column “In 1”: ")
    assert finding.line == xml.decode().splitlines().index(_line_with(xml, 'id="r2"')) + 1
    assert finding.element == "r2"


def _line_with(xml: bytes, part: str) -> str:
    return next(line for line in xml.decode().splitlines() if part in line)


def test_the_line_of_a_problem_counts_the_lines_inside_the_cell() -> None:
    finding = only(dmn([([">\n\n)"], ['"x"'], "Why.")]))
    first = only(dmn([([")"], ['"x"'], "Why.")]))

    assert finding.line is not None
    assert first.line is not None
    assert finding.line == first.line + 2


def test_an_empty_answer_is_a_finding() -> None:
    finding = only(dmn([(["-"], [""], "Why.")]))

    assert finding.rule == "empty_cell"
    assert "null" in finding.message


def test_an_answer_of_more_than_500_characters_is_a_finding() -> None:
    assert only(dmn([(["-"], ['"' + "x" * 500 + '"'], "Why.")])).rule == "cell_too_long"


@pytest.mark.parametrize(
    ("conditions", "conclusions"), [([], ["1"]), (["-", "-"], ["1"]), (["-"], [])]
)
def test_a_wrong_number_of_cells_is_a_finding(
    conditions: list[str], conclusions: list[str]
) -> None:
    finding = only(dmn([(conditions, conclusions, "Why.")]))

    assert finding.rule == "wrong_cell_count"
    assert "rule 1" in finding.message


def test_all_findings_of_a_file_come_at_once() -> None:
    xml = dmn(
        [(["1 <"], ['"x"'], "Why."), (["-"], [""], ""), (["-", "-"], ["1"], "Broken {place")],
        policy='hitPolicy="BEST"',
    )

    assert {finding.rule for finding in findings(xml)} == {
        "not_feel",
        "empty_cell",
        "rule_without_because",
        "wrong_cell_count",
        "unknown_hit_policy",
    }


def test_a_rule_without_a_reason_is_a_finding() -> None:
    finding = only(dmn([(["-"], ["1"], "  ")]))

    assert finding.rule == "rule_without_because"
    assert "because" in finding.message


def test_the_column_called_because_is_the_reason_whatever_its_case_and_place() -> None:
    xml = dmn([(["-"], ["1"], "Section 49.")]).decode()
    xml = xml.replace('<annotation name="because"/>', _annotations("Source", "BECAUSE"))
    xml = xml.replace("</annotationEntry>", "</annotationEntry>" + _entry("The law says so."), 1)

    assert the_table(read(xml.encode())).rules[0].because == "The law says so."


def test_without_a_column_called_because_the_first_annotation_is_the_reason() -> None:
    xml = dmn([(["-"], ["1"], "The law says so.")]).decode()
    xml = xml.replace('<annotation name="because"/>', _annotations("Notes", "Source"))

    assert the_table(read(xml.encode())).rules[0].because == "The law says so."


def test_without_an_annotation_the_description_is_the_reason() -> None:
    xml = dmn([(["-"], ["1"], "x")]).decode()
    xml = xml.replace(_entry("x"), "").replace('<annotation name="because"/>', "")
    xml = xml.replace('<rule id="r1">', '<rule id="r1"><description>The law\n says.</description>')

    assert the_table(read(xml.encode())).rules[0].because == "The law says."


def test_an_empty_reason_is_not_replaced_by_another_annotation() -> None:
    xml = dmn([(["-"], ["1"], "Section 49.")]).decode()
    xml = xml.replace('<annotation name="because"/>', _annotations("Source", "because"))

    assert only(xml.encode()).rule == "rule_without_because"


def _annotations(*names: str) -> str:
    return "".join(f'<annotation name="{name}"/>' for name in names)


def _entry(text: str) -> str:
    return f"<annotationEntry><text>{text}</text></annotationEntry>"


def test_allowed_values_are_read() -> None:
    xml = a_table(**{"</inputExpression>": "</inputExpression><inputValues><text>[0..25]</text>"
                     "</inputValues>"})  # fmt: skip

    allowed = the_table(read(xml)).inputs[0].allowed

    assert allowed is not None
    assert allowed.text == "[0..25]"


def test_the_allowed_values_of_a_type_that_the_file_defines_count_too() -> None:
    xml = dmn([A_ROW]).decode()
    item = '<itemDefinition name="Age"><typeRef>number</typeRef><allowedValues><text>[0..25]</text>'
    xml = xml.replace("\n<decision ", f"{item}</allowedValues></itemDefinition>\n<decision ")
    xml = xml.replace("<inputExpression>", '<inputExpression typeRef="Age">')

    allowed = the_table(read(xml.encode())).inputs[0].allowed

    assert allowed is not None
    assert allowed.text == "[0..25]"


def test_a_literal_answer_outside_the_allowed_values_is_a_finding() -> None:
    values = '<output id="out_route" name="route"><outputValues><text>"a","b"</text></outputValues>'
    xml = a_table(**{'<output id="out_route" name="route"/>': f"{values}</output>"})

    finding = only(xml)

    assert finding.rule == "value_not_allowed"
    assert "rule 1, column “route”" in finding.message


@pytest.mark.parametrize("cell", ['"a"', '["a", "b"]', "who.wish", 'if 1 < 2 then "a" else "z"'])
def test_an_answer_that_is_allowed_or_known_only_later_is_no_finding(cell: str) -> None:
    values = '<output name="route"><outputValues><text>"a","b"</text></outputValues></output>'
    xml = dmn([(["-"], [cell], "Why.")]).decode()

    assert findings(xml.replace('<output id="out_route" name="route"/>', values).encode()) == ()


@pytest.mark.parametrize(
    ("type_ref", "cell"),
    [("string", "1"), ("number", '"1"'), ("boolean", '"yes"'), ("feel:number", "true")],
)
def test_a_literal_answer_of_another_type_is_a_finding(type_ref: str, cell: str) -> None:
    xml = dmn([(["-"], [cell], "Why.")]).decode()
    xml = xml.replace('name="route"/>', f'name="route" typeRef="{type_ref}"/>')

    assert only(xml.encode()).rule == "wrong_type"


@pytest.mark.parametrize(
    ("type_ref", "cell"),
    [("string", '"1"'), ("number", "1.50"), ("boolean", "false"), ("date", "null"), ("Own", "1")],
)
def test_a_literal_answer_of_its_type_is_no_finding(type_ref: str, cell: str) -> None:
    xml = dmn([(["-"], [cell], "Why.")]).decode()
    xml = xml.replace('name="route"/>', f'name="route" typeRef="{type_ref}"/>')

    assert findings(xml.encode()) == ()

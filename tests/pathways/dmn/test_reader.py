import pytest

from pathways.dmn import read_decision
from pathways.model.decision_table import Aggregator, HitPolicy
from tests.pathways.dmn.samples import A_ROW, a_table
from tests.pathways.dmn.tables import (
    dmn,
    findings,
    only,
    read,
    the_table,
    with_values,
    wrapped,
)

NAMESPACES = [
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "https://www.omg.org/spec/DMN/20230324/MODEL/",
    "https://www.omg.org/spec/DMN/20240513/MODEL/",
]


def test_a_table_is_read_with_its_columns_rules_and_reasons() -> None:
    decision = read(dmn([A_ROW, ([">= 16"], ['"young_person"'], "They decide themselves.")]))

    assert (decision.id, decision.name) == ("t", "Who decides?")
    assert the_table(decision).hit_policy is HitPolicy.UNIQUE
    assert the_table(decision).aggregator is None
    assert [column.label for column in the_table(decision).inputs] == ["In 1"]
    assert [column.name for column in decision.outputs] == ["route"]
    assert [(r.id, r.number, r.because) for r in the_table(decision).rules] == [
        ("r1", 1, "A parent decides."),
        ("r2", 2, "They decide themselves."),
    ]


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_namespace_from_dmn_1_1_to_1_6_is_read(namespace: str) -> None:
    xml = dmn([A_ROW]).decode().replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace)

    assert len(the_table(read(xml.encode())).rules) == 1


def test_another_namespace_is_refused_with_what_to_do() -> None:
    finding = only(dmn([A_ROW]).replace(b"/20191111/MODEL/", b"/2099/MODEL/"))

    assert finding.rule == "not_dmn"
    assert "DMN editor" in finding.message


@pytest.mark.parametrize("policy", list(HitPolicy))
def test_the_seven_hit_policies_are_read(policy: HitPolicy) -> None:
    xml = with_values(dmn([A_ROW], policy=f'hitPolicy="{policy.value}"'), '"parent","nobody"')

    assert the_table(read(xml)).hit_policy is policy


@pytest.mark.parametrize("aggregator", list(Aggregator))
def test_the_four_aggregators_are_read(aggregator: Aggregator) -> None:
    policy = f'hitPolicy="COLLECT" aggregation="{aggregator.value}"'

    assert the_table(read(dmn([(["-"], ["1"], "Why.")], policy=policy))).aggregator is aggregator


@pytest.mark.parametrize("policy", ["BEST", "unique"])
def test_other_hit_policies_are_findings(policy: str) -> None:
    finding = only(dmn([A_ROW], policy=f'hitPolicy="{policy}"'))

    assert finding.rule == "unknown_hit_policy"
    assert policy in finding.message
    assert "UNIQUE, FIRST, PRIORITY, ANY, COLLECT, RULE ORDER, OUTPUT ORDER" in finding.message


@pytest.mark.parametrize("policy", ["PRIORITY", "OUTPUT ORDER"])
def test_a_hit_policy_that_counts_an_order_needs_one(policy: str) -> None:
    finding = only(dmn([A_ROW], policy=f'hitPolicy="{policy}"'))

    assert finding.rule == "no_order"
    assert "output values" in finding.message


def test_an_aggregation_without_collect_is_a_finding() -> None:
    xml = dmn([(["-"], ["1"], "Why.")], policy='hitPolicy="FIRST" aggregation="SUM"')

    assert only(xml).rule == "aggregation_without_collect"


def test_an_unknown_aggregation_is_a_finding() -> None:
    xml = dmn([(["-"], ["1"], "Why.")], policy='hitPolicy="COLLECT" aggregation="AVG"')

    assert only(xml).rule == "unknown_aggregation"


def test_an_aggregation_of_several_outputs_is_a_finding() -> None:
    xml = dmn(
        [(["-"], ["1", "2"], "Why.")],
        outputs=["a", "b"],
        policy='hitPolicy="COLLECT" aggregation="SUM"',
    )

    assert only(xml).rule == "aggregation_of_several_outputs"


def test_a_text_that_would_be_added_up_is_a_finding() -> None:
    xml = dmn([(["-"], ['"x"'], "Why.")], policy='hitPolicy="COLLECT" aggregation="SUM"')

    assert only(xml).rule == "not_a_number"


def test_comments_are_read_over_wherever_they_stand() -> None:
    xml = dmn([A_ROW]).decode()
    for tag in ("<decisionTable", "<input ", "<rule ", "<inputEntry>", "<annotation "):
        xml = xml.replace(tag, f"<!-- a note -->{tag}")
    xml = xml.replace("&lt; 16", "&lt;<!-- not 18 --> 16").replace("A parent", "A<!-- ! --> parent")

    decision = read(xml.encode())

    assert the_table(decision).rules[0].conditions[0].text == "< 16"
    assert the_table(decision).rules[0].because == "A parent decides."


def test_of_several_decisions_the_one_with_the_file_s_name_is_read() -> None:
    other = '<decision id="other" name="Other"><literalExpression/></decision>'
    xml = dmn([A_ROW]).replace(b"<decision id", other.encode() + b"<decision id", 1)

    assert read(xml).id == "t"


def test_a_file_without_a_decision_of_its_name_is_a_finding_that_lists_those_there() -> None:
    finding = only(dmn([A_ROW]).replace(b'decision id="t"', b'decision id="u"'))

    assert finding.rule == "no_such_decision"
    assert "“t”" in finding.message
    assert "“u”" in finding.message


@pytest.mark.parametrize("named", ["t", "Who decides?"])
def test_a_decision_may_be_named_by_its_id_or_its_name_whatever_the_file_is_called(
    named: str,
) -> None:
    assert read_decision(dmn([A_ROW]), file="another.dmn", decision=named).id == "t"


def test_an_id_counts_before_a_name() -> None:
    other = '<decision id="u" name="t"><literalExpression/></decision>'
    xml = dmn([A_ROW]).replace(b"<decision id", other.encode() + b"<decision id", 1)

    assert read_decision(xml, file="another.dmn", decision="t").id == "t"


def test_a_decision_that_is_made_of_nothing_is_a_finding() -> None:
    finding = only(wrapped(""))

    assert finding.rule == "not_a_table"
    assert "Who decides?" in finding.message


def test_a_decision_about_people_that_is_no_table_says_why_in_its_description() -> None:
    expression = "<literalExpression><text>1 + 1</text></literalExpression>"

    assert only(wrapped(expression)).rule == "rule_without_because"
    assert findings(wrapped(f"<description>It is two.</description>{expression}")) == ()


@pytest.mark.parametrize("kind", ["Java", "PMML"])
def test_logic_in_another_language_is_a_finding(kind: str) -> None:
    model = (
        '<businessKnowledgeModel id="points" name="Points">'
        f'<encapsulatedLogic kind="{kind}"><literalExpression><text>1</text></literalExpression>'
        "</encapsulatedLogic></businessKnowledgeModel>"
    )
    xml = needing(f"{model}", "knowledgeRequirement", "requiredKnowledge", "#points")

    finding = only(xml)

    assert finding.rule == "not_run"
    assert finding.message.startswith("“Points”")
    assert kind in finding.message


def needing(beside: str, requirement: str, kind: str, href: str) -> bytes:
    needs = f'<{requirement} id="k"><{kind} href="{href}"/></{requirement}>'
    xml = dmn([A_ROW]).decode().replace("\n<decision ", f"{beside}\n<decision ")
    return xml.replace("<decisionTable", f"{needs}<decisionTable", 1).encode()


@pytest.mark.parametrize(
    ("requirement", "kind"),
    [
        ("informationRequirement", "requiredDecision"),
        ("informationRequirement", "requiredInput"),
        ("knowledgeRequirement", "requiredKnowledge"),
    ],
)
def test_needing_what_the_file_does_not_have_is_a_finding(requirement: str, kind: str) -> None:
    finding = only(needing("", requirement, kind, "#band"))

    assert finding.rule == "needs_nothing"
    assert "“band”" in finding.message


def test_needing_something_of_another_file_is_a_finding_that_names_it() -> None:
    finding = only(needing("", "informationRequirement", "requiredDecision", "urn:other#band"))

    assert finding.rule == "imported"
    assert "urn:other" in finding.message
    assert "“band”" in finding.message


def test_the_namespace_of_the_file_itself_is_no_other_file() -> None:
    data = '<inputData id="age" name="Age"/>'

    assert findings(needing(data, "informationRequirement", "requiredInput", "urn:x#age")) == ()


def test_needing_itself_is_a_finding_that_tells_the_way_around() -> None:
    other = (
        '<decision id="u" name="Another"><informationRequirement><requiredDecision href="#t"/>'
        "</informationRequirement><literalExpression><text>1</text></literalExpression></decision>"
    )
    around = needing(other, "informationRequirement", "requiredDecision", "#u")

    assert only(needing("", "informationRequirement", "requiredDecision", "#t")).rule == (
        "needs_itself"
    )
    assert "“Who decides?”, “Another”, “Who decides?”" in only(around).message


def test_what_is_wrong_in_a_required_decision_is_said_with_its_name() -> None:
    other = (
        '<decision id="u" name="Another"><literalExpression><text>1 +</text>'
        "</literalExpression></decision>"
    )

    finding = only(needing(other, "informationRequirement", "requiredDecision", "#u"))

    assert finding.rule == "not_feel"
    assert finding.message.startswith("“Another”")


def test_what_is_wrong_in_a_decision_that_is_not_required_keeps_nobody_from_the_others() -> None:
    other = (
        '<decision id="u" name="Another"><literalExpression><text>1 +</text>'
        "</literalExpression></decision>"
    )

    assert findings(dmn([A_ROW]).replace(b"\n<decision ", other.encode() + b"\n<decision ")) == ()


def test_a_language_other_than_feel_is_a_finding_for_the_file_and_for_a_cell() -> None:
    xml = dmn([A_ROW]).decode()

    whole = xml.replace('name="D"', 'name="D" expressionLanguage="http://www.java.com/"')
    cell = xml.replace("<inputEntry>", '<inputEntry expressionLanguage="juel">')

    assert only(whole.encode()).rule == "not_feel"
    assert only(cell.encode()).rule == "not_feel"
    assert "rule 1, column “In 1”" in only(cell.encode()).message


@pytest.mark.parametrize(
    "language",
    [
        "feel",
        "https://www.omg.org/spec/DMN/20191111/FEEL/",
        "http://www.omg.org/spec/FEEL/20140401",
    ],
)
def test_feel_may_be_named_by_any_of_its_addresses(language: str) -> None:
    xml = dmn([A_ROW]).decode().replace('name="D"', f'name="D" expressionLanguage="{language}"')

    assert findings(xml.encode()) == ()


def test_a_default_answer_without_a_reason_is_a_finding() -> None:
    default = "<defaultOutputEntry>{}<text>1</text></defaultOutputEntry>"
    xml = {'name="route"/>': f'name="route">{default}</output>'}
    why = "<description>Nobody else may.</description>"

    assert only(a_table(**{old: new.format("") for old, new in xml.items()})).rule == (
        "default_output"
    )
    assert findings(a_table(**{old: new.format(why) for old, new in xml.items()})) == ()


def test_a_single_output_without_a_name_is_called_as_the_decision_s_variable() -> None:
    xml = a_table(
        **{'name="route"/>': "/>", "<decisionTable": '<variable name="who"/><decisionTable'}
    )

    assert read(xml).outputs[0].name == "who"


def test_several_outputs_without_names_are_findings() -> None:
    xml = dmn([(["-"], ["1", "2"], "Why.")], outputs=["a", "b"]).decode()

    assert only(xml.replace('name="b"', "").encode()).rule == "output_without_name"


def test_two_outputs_of_one_name_are_a_finding() -> None:
    xml = dmn([(["-"], ["1", "2"], "Why.")], outputs=["a", "a"])

    assert only(xml).rule == "same_column_twice"


def test_inputs_of_one_label_are_told_apart_by_what_they_look_at() -> None:
    xml = dmn([(["-", "-"], ["1"], "Why.")], inputs=["a.x", "a.y"]).decode()

    labels = [
        column.label for column in the_table(read(xml.replace("In 2", "In 1").encode())).inputs
    ]

    assert labels == ["In 1 (a.x)", "In 1 (a.y)"]


def test_an_input_without_a_label_is_called_by_what_it_looks_at() -> None:
    assert the_table(read(a_table(**{'label="In 1"': ""}))).inputs[0].label == "who.age"


def test_rules_without_ids_get_one_from_their_number() -> None:
    assert [rule.id for rule in the_table(read(a_table(**{' id="r1"': ""}))).rules] == ["rule_1"]


def test_two_rules_of_one_id_are_a_finding() -> None:
    xml = dmn([A_ROW, ([">= 16"], ['"x"'], "Why.")]).replace(b'id="r2"', b'id="r1"')

    assert only(xml).rule == "same_rule_twice"


def test_a_table_without_rules_or_without_outputs_is_a_finding() -> None:
    assert only(dmn([])).rule == "no_rules"
    assert only(dmn([(["-"], [], "Why.")], outputs=[])).rule == "no_output"


@pytest.mark.parametrize(
    "attack",
    [
        b'<!DOCTYPE d [<!ENTITY a "b">]><definitions/>',
        b'<?xml version="1.0"?>\n<!DOCTYPE d SYSTEM "file:///etc/passwd"><definitions/>',
        b"<definitions>" + b"<a>" * 300 + b"</a>" * 300 + b"</definitions>",
        b"<definitions>" + b"<a/>" * 20_001 + b"</definitions>",
        b"<definitions>" + b" " * 2_000_001 + b"</definitions>",
        b"<definitions",
        b"",
        b"\x00\xff",
    ],
)
def test_hostile_or_broken_xml_is_a_finding(attack: bytes) -> None:
    assert len(findings(attack)) == 1

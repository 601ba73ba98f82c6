from decimal import Decimal
from typing import Any

import pytest

from pathways.model.form import OnlyIf, Option, Shown, Widget
from tests.pathways.forms.pages import (
    BOXES,
    DAY,
    EVERY_KIND,
    MONEY,
    TEXT,
    WHOLE,
    YES_NO,
    choice,
    findings,
    only,
    page,
    read,
)


def test_a_form_is_read_with_its_wording() -> None:
    form = read(page({"what": {**TEXT, "description": "A hint"}}, "what", description="Intro"))

    assert (form.step, form.title, form.introduction) == ("ask_for_it", "Ask for it", "Intro")
    (question,) = form.questions
    assert (question.name, question.label, question.hint) == ("what", "What matters?", "A hint")
    assert question.required


def test_a_widget_is_derived_from_the_kind_of_answer() -> None:
    widgets = {question.name: question.widget for question in read(EVERY_KIND).questions}

    assert widgets == {
        "what": Widget.TEXT,
        "story": Widget.TEXTAREA,
        "route": Widget.RADIOS,
        "boxes": Widget.CHECKBOXES,
        "day": Widget.DATE,
        "cost": Widget.MONEY,
        "count": Widget.NUMBER,
        "hours": Widget.NUMBER,
        "agrees": Widget.YES_NO,
        "reasons": Widget.TEXT,
    }


def test_a_widget_that_is_written_is_taken() -> None:
    form = read(page({"what": {**TEXT, "ui": {"widget": "textarea"}}}))

    assert form.questions[0].widget is Widget.TEXTAREA


@pytest.mark.parametrize(
    ("schema", "widget"),
    [
        (TEXT, "money"),
        ({"title": "T", "type": "number"}, "money"),
        (TEXT, "date"),
        (YES_NO, "radios"),
        (TEXT, "radios"),
        (DAY, "text"),
        (BOXES, "radios"),
        (WHOLE, "textarea"),
    ],
)
def test_a_widget_that_does_not_fit_is_a_finding(schema: dict[str, Any], widget: str) -> None:
    finding = only(page({"q": {**schema, "ui": {"widget": widget}}}))

    assert finding.rule == "unfit_widget"
    assert finding.element == "q"
    assert finding.file == "forms/ask_for_it.json"


def test_an_unknown_widget_is_a_finding_that_lists_the_known_ones() -> None:
    finding = only(page({"q": {**TEXT, "ui": {"widget": "slider"}}}))

    assert finding.rule == "unknown_widget"
    assert "textarea" in finding.message


def test_options_are_read_with_wording_and_hint() -> None:
    schema = {
        "title": "Which?",
        "type": "string",
        "oneOf": [{"const": "a", "title": "An A", "description": "Hint"}],
    }

    assert read(page({"q": schema})).questions[0].options == (
        Option(value="a", label="An A", hint="Hint"),
    )


def test_a_plain_enum_offers_its_values_as_they_are() -> None:
    form = read(page({"q": {"title": "Which?", "type": "string", "enum": ["a", "b"]}}))

    assert [option.label for option in form.questions[0].options] == ["a", "b"]


def test_boxes_offer_what_their_items_list() -> None:
    assert [option.value for option in read(page({"q": BOXES})).questions[0].options] == ["a", "b"]


def test_money_is_exact() -> None:
    assert read(page({"q": MONEY})).questions[0].schema["multipleOf"] == Decimal("0.01")


def test_what_a_form_shows_is_read() -> None:
    shows = [{"label": "What matters", "expression": "ask_for_it.what_matters"}]

    assert read(page({}, ui={"shows": shows})).shows == (
        Shown(label="What matters", expression="ask_for_it.what_matters"),
    )


def test_a_question_that_is_asked_only_sometimes_says_when() -> None:
    assert read(EVERY_KIND).question("reasons").only_if == OnlyIf(
        question="route", answers=("not_agree",)
    )


@pytest.mark.parametrize("answers", [[True], [False]])
def test_only_if_looks_at_yes_and_no_too(answers: list[bool]) -> None:
    second = {**TEXT, "ui": {"only_if": {"question": "ok", "answers": answers}}}

    assert read(page({"ok": YES_NO, "why": second})).question("why").only_if == OnlyIf(
        question="ok", answers=tuple(answers)
    )


@pytest.mark.parametrize(
    ("only_if", "rule"),
    [
        ({"question": "routes", "answers": ["agree"]}, "unknown_question"),
        ({"question": "later", "answers": ["agree"]}, "unknown_question"),
        ({"question": "q", "answers": ["agree"]}, "unknown_question"),
        ({"question": "route", "answers": ["maybe"]}, "unknown_answer"),
        ({"question": "route", "answers": [True]}, "unknown_answer"),
        ({"question": "ok", "answers": ["yes"]}, "unknown_answer"),
        ({"question": "ok", "answers": [1]}, "unknown_answer"),
        ({"question": "free", "answers": ["x"]}, "bad_only_if"),
        ({"question": "route", "answers": []}, "bad_only_if"),
        ({"question": "route"}, "bad_only_if"),
        ("route", "bad_only_if"),
        ({"question": "route", "answers": ["agree"], "not": 1}, "unknown_keyword"),
    ],
)
def test_an_only_if_that_cannot_be_honoured_is_a_finding(only_if: object, rule: str) -> None:
    form = page(
        {
            "route": choice("agree", "not_agree"),
            "ok": YES_NO,
            "free": TEXT,
            "q": {**TEXT, "ui": {"only_if": only_if}},
            "later": choice("agree"),
        }
    )

    assert only(form).rule == rule


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"additionalProperties": True}, "open_form"),
        ({"type": "array"}, "not_an_object"),
        ({"title": ""}, "form_without_title"),
        ({"$schema": "http://json-schema.org/draft-07/schema#"}, "other_draft"),
        ({"patternProperties": {"x": {}}}, "unknown_keyword"),
        ({"$ref": "#"}, "unknown_keyword"),
        ({"$defs": {}}, "unknown_keyword"),
        ({"requierd": []}, "unknown_keyword"),
        ({"ui": {"show": []}}, "unknown_keyword"),
        ({"ui": []}, "bad_ui"),
        ({"ui": {"shows": [{"label": "x"}]}}, "bad_shown"),
        ({"required": ["nobody"]}, "unknown_question"),
        ({"properties": []}, "not_a_schema"),
        ({"required": "q"}, "not_a_schema"),
    ],
)
def test_what_a_page_cannot_honour_of_a_form_is_a_finding(
    change: dict[str, Any], rule: str
) -> None:
    assert only({**page({"q": TEXT}), **change}).rule == rule


def test_a_form_that_does_not_refuse_unknown_answers_is_a_finding() -> None:
    form = page({"q": TEXT})
    del form["additionalProperties"]

    assert only(form).rule == "open_form"


@pytest.mark.parametrize(
    ("schema", "rule"),
    [
        ({**TEXT, "minLenght": 3}, "unknown_keyword"),
        ({**TEXT, "$ref": "#/x"}, "unknown_keyword"),
        ({**TEXT, "default": "x"}, "unknown_keyword"),
        ({**TEXT, "minimum": 3}, "unknown_keyword"),
        ({"title": "T", "type": "object", "properties": {}}, "no_type"),
        ({"title": "T", "type": ["string", "null"]}, "no_type"),
        ({"title": "T"}, "no_type"),
        (True, "no_type"),
        ({"type": "string"}, "question_without_title"),
        ({**TEXT, "format": "email"}, "unknown_format"),
        ({**TEXT, "minLength": 5, "maxLength": 3}, "no_answer_fits"),
        ({**TEXT, "minLength": "5"}, "not_a_schema"),
        ({**TEXT, "minLength": -5}, "not_a_schema"),
        ({**TEXT, "pattern": "("}, "unsafe_pattern"),
        ({**TEXT, "pattern": "^(a+)+$"}, "unsafe_pattern"),
        ({**TEXT, "ui": "radios"}, "bad_ui"),
        ({**TEXT, "ui": {"rows": 3}}, "unknown_keyword"),
        ({**YES_NO, "const": False}, "bad_const"),
        ({"title": "T", "type": "array"}, "no_options"),
        ({"title": "T", "type": "array", "items": {"type": "string"}}, "no_options"),
        ({"title": "T", "type": "string", "oneOf": [{"const": "a"}]}, "option_without_title"),
        (
            {"title": "T", "type": "string", "oneOf": [{"const": 1, "title": "x"}]},
            "option_not_text",
        ),
        ({"title": "T", "type": "string", "oneOf": [{"title": "x"}]}, "option_not_text"),
        ({**choice("a"), "oneOf": [{"const": "a", "title": "x", "type": "y"}]}, "not_a_schema"),
        ({**choice("a"), "oneOf": [{"const": "a", "title": "x", "lang": "y"}]}, "unknown_keyword"),
        ({"title": "T", "type": "string", "enum": [1]}, "option_not_text"),
        ({**choice("a", "b"), "enum": ["a", "b"]}, "options_twice"),
    ],
)
def test_what_a_page_cannot_honour_of_a_question_is_a_finding(schema: object, rule: str) -> None:
    finding = only(page({"q": schema}))

    assert finding.rule == rule
    assert finding.element == "q"
    assert "question “q”" in finding.message


def test_two_answers_of_one_value_are_a_finding() -> None:
    rules = {finding.rule for finding in findings(page({"q": choice("a", "a")}))}

    assert rules == {"same_option_twice"}


def test_a_misspelt_keyword_is_told_with_the_nearest_one() -> None:
    assert "Did you mean “minLength”?" in only(page({"q": {**TEXT, "minLenght": 3}})).message


@pytest.mark.parametrize("name", ["What", "1st", "what-for", "a b", "", "x" * 61, "a.b"])
def test_a_name_that_no_condition_could_write_is_a_finding(name: str) -> None:
    assert only(page({name: TEXT})).rule == "bad_name"


def test_a_finding_has_the_line_of_its_question() -> None:
    text = (
        '{\n"title": "T", "type": "object", "additionalProperties": false,\n"properties": {\n'
        '"a": {"title": "T", "type": "string"},\n"b": {"title": "T"}\n}\n}'
    )

    assert only(text).line == 5


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe",
        b'{"title": "a", "title": "b"}',
        b'{"title": NaN}',
        b'{"properties": {"q": {"maximum": 1e400}}}',
        b'{"properties": {"q": {"maximum": ' + b"9" * 5_000 + b"}}}",
        b'{"a":' * 100_000,
        b'{"title": "' + b"x" * 200_000 + b'"}',
    ],
)
def test_what_is_not_json_is_a_finding(source: bytes) -> None:
    assert only(source).rule == "not_json"


def test_broken_json_is_told_with_line_and_column() -> None:
    finding = only(b'{\n  "title": oops\n}')

    assert (finding.line, finding.column) == (2, 12)


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert read(b"\xef\xbb\xbf" + b'{"title":"T","type":"object","additionalProperties":false}')


def test_all_findings_of_a_form_come_at_once() -> None:
    form = page(
        {"a": {"type": "string"}, "b": {**TEXT, "minLenght": 3}, "c": {"title": "T"}},
        "d",
        additionalProperties=True,
    )

    assert {finding.rule for finding in findings(form)} == {
        "question_without_title",
        "unknown_keyword",
        "no_type",
        "unknown_question",
        "open_form",
    }


CONDITION = {
    "if": {"properties": {"route": {"const": "no"}}, "required": ["route"]},
    "then": {"required": ["why"], "properties": {"why": {"minLength": 30}}},
}
ROUTE = {"route": choice("yes", "no"), "why": TEXT}


def test_conditions_between_answers_are_read() -> None:
    assert findings(page(ROUTE, allOf=[CONDITION])) == ()
    assert findings(page(ROUTE, **CONDITION)) == ()
    assert findings(page(ROUTE, dependentRequired={"why": ["route"]})) == ()


@pytest.mark.parametrize(
    ("condition", "rule"),
    [
        ({"if": {}}, "bad_condition"),
        ({"then": {}}, "bad_condition"),
        ({"if": True, "then": {}}, "bad_condition"),
        ({"if": {}, "then": {"properties": {"why": False}}}, "bad_condition"),
        ({"if": {"required": ["rout"]}, "then": {}}, "unknown_question"),
        ({"if": {}, "then": {"required": ["reason"]}}, "unknown_question"),
        ({"if": {}, "then": {"patternProperties": {}}}, "unknown_keyword"),
        ({"if": {}, "then": {"properties": {"why": {"minLenght": 1}}}}, "unknown_keyword"),
        ({"if": {}, "then": {"properties": {"why": {"pattern": "^(a+)+$"}}}}, "unsafe_pattern"),
        ({"if": {"not": {"required": ["rout"]}}, "then": {}}, "unknown_question"),
        ({"oneOf": [{}]}, "unknown_keyword"),
    ],
)
def test_a_condition_that_cannot_be_honoured_is_a_finding(
    condition: dict[str, Any], rule: str
) -> None:
    assert rule in {finding.rule for finding in findings(page(ROUTE, allOf=[condition]))}

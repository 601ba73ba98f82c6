from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.forms import check
from tests.pathways.forms.pages import (
    BOXES,
    DAY,
    EVERY_KIND,
    MONEY,
    NUMBER,
    TEXT,
    WHOLE,
    YES_NO,
    choice,
    page,
    read,
)

RIGHT: dict[str, Any] = {
    "what": "A tablet",
    "story": "It helps her talk.",
    "route": "not_agree",
    "boxes": ["a", "b"],
    "day": "2027-03-27",
    "cost": Decimal("12.50"),
    "count": 3,
    "hours": 1.5,
    "agrees": False,
    "reasons": "No socket there.",
}

FORM = read(EVERY_KIND)
UNKEPT = "contains characters that cannot be kept. Delete them and type the answer again."
CANNOT_BE_KEPT = f"“What matters?” {UNKEPT}"


def said(schema: dict[str, Any], answer: object, *, required: bool = True) -> str | None:
    """Return what a person reads about one answer to one question."""
    form = read(page({"q": schema}, *(["q"] if required else [])))
    problems = check(form, {"q": answer})
    assert set(problems) <= {"q"}
    return problems.get("q")


def unanswered(schema: dict[str, Any]) -> str:
    return check(read(page({"q": schema}, "q")), {})["q"]


def test_right_answers_are_taken() -> None:
    assert check(FORM, RIGHT) == {}


def test_an_optional_question_may_stay_open() -> None:
    assert check(FORM, {"what": "A tablet"}) == {}


@pytest.mark.parametrize(
    ("schema", "sentence"),
    [
        (TEXT, "Enter an answer to “What matters?”."),
        (choice("a"), "Select an answer to “Which?”."),
        (BOXES, "Select at least one answer to “Which of them?”."),
        (DAY, "Enter a date for “When?”, such as 27 3 2027."),
        (MONEY, "Enter an amount in pounds for “How much?”, such as 12.50."),
        (WHOLE, "Enter a number for “How many?”."),
        (YES_NO, "Select yes or no for “Do you agree?”."),
    ],
)
def test_a_required_question_left_open_is_asked_for(schema: dict[str, Any], sentence: str) -> None:
    assert unanswered(schema) == sentence


@pytest.mark.parametrize("blank", ["", "  ", "\n\t"])
def test_blank_text_is_no_answer(blank: str) -> None:
    assert said(TEXT, blank) == "Enter an answer to “What matters?”."
    assert said(TEXT, blank, required=False) is None


def test_no_ticked_box_is_no_answer() -> None:
    assert said(BOXES, []) == "Select at least one answer to “Which of them?”."
    assert said(BOXES, [], required=False) is None


@pytest.mark.parametrize(
    ("schema", "answer", "sentence"),
    [
        (TEXT, 3, "“What matters?” must be text."),
        (TEXT, None, "“What matters?” must be text."),
        ({**TEXT, "maxLength": 2_000}, "x" * 2_001,
         "“What matters?” must be 2,000 characters or fewer."),
        ({**TEXT, "maxLength": 1}, "xx", "“What matters?” must be 1 character or fewer."),
        ({**TEXT, "minLength": 30}, "x", "“What matters?” must be 30 characters or more."),
        (TEXT, "x" * 10_001, "“What matters?” must be 10,000 characters or fewer."),
        ({**TEXT, "pattern": "^[0-9]{6}$", "description": "Six digits."}, "12",
         "Enter “What matters?” in the way that is asked for: Six digits."),
        (TEXT, "a\0b", CANNOT_BE_KEPT),
        (TEXT, "\ud800", CANNOT_BE_KEPT),
        (choice("a", "b"), "c", "Select one of the answers to “Which?”."),
        (choice("a", "b"), ["a"], "Select one of the answers to “Which?”."),
        (BOXES, ["c"], "Select only answers that “Which of them?” offers."),
        (BOXES, "a", "Select only answers that “Which of them?” offers."),
        (BOXES, ["a", "a"], "Select each answer only once for “Which of them?”."),
        ({**BOXES, "maxItems": 1}, ["a", "b"], "Select 1 answer or fewer for “Which of them?”."),
        ({**BOXES, "minItems": 2}, ["a"], "Select 2 answers or more for “Which of them?”."),
        (YES_NO, "yes", "Select yes or no for “Do you agree?”."),
        (YES_NO, 1, "Select yes or no for “Do you agree?”."),
        ({**YES_NO, "const": True}, False, "Answer yes to “Do you agree?” to go on."),
    ],
)  # fmt: skip
def test_every_kind_of_mistake_has_a_sentence(
    schema: dict[str, Any], answer: object, sentence: str
) -> None:
    assert said(schema, answer) == sentence


@pytest.mark.parametrize(
    "answer",
    ["2027-02-29", "2027-13-01", "27/3/2027", "20270327", "2027-W12-6", "2027-3-27", "", "soon",
     "\uff12\uff10\uff12\uff17-03-27", "2027-03-27\n", 20270328],
)  # fmt: skip
def test_a_date_must_be_a_day_of_the_calendar(answer: object) -> None:
    assert said(DAY, answer) == "“When?” must be a real date, such as 27 3 2027."


@pytest.mark.parametrize("answer", ["2027-03-27", "2028-02-29", "0001-01-01"])
def test_a_day_of_the_calendar_is_taken(answer: str) -> None:
    assert said(DAY, answer) is None


@pytest.mark.parametrize("answer", [0, 12, 12.5, 0.1, 0.07, 1.1, 19.99, Decimal("12.50"), 1e9])
def test_pounds_and_pence_are_taken(answer: object) -> None:
    assert said(MONEY, answer) is None


@pytest.mark.parametrize(
    "answer",
    [12.505, Decimal("0.001"), "12.50", "lots", True, float("nan"), float("inf"), 1e30, 10**400,
     Decimal("NaN"), Decimal("sNaN"), Decimal("1E+999999"), Decimal("1E-999999")],
)  # fmt: skip
def test_what_is_not_pounds_and_pence_is_refused(answer: object) -> None:
    assert said(MONEY, answer) == (
        "“How much?” must be an amount in pounds and pence, such as 12.50."
    )


@pytest.mark.parametrize(
    ("bound", "answer", "sentence"),
    [
        ({"minimum": 0}, -1, "“How much?” must be £0 or more."),
        ({"maximum": 2000}, 2000.01, "“How much?” must be £2,000 or less."),
        ({"maximum": 12.5}, 13, "“How much?” must be £12.50 or less."),
        ({"exclusiveMinimum": 0}, 0, "“How much?” must be more than £0."),
        ({"exclusiveMaximum": 5}, 5, "“How much?” must be less than £5."),
    ],
)
def test_bounds_of_money_are_said_in_pounds(
    bound: dict[str, Any], answer: object, sentence: str
) -> None:
    assert said({**MONEY, **bound}, answer) == sentence


@pytest.mark.parametrize(
    ("schema", "answer", "sentence"),
    [
        (WHOLE, 11, "“How many?” must be 10 or less."),
        (WHOLE, -1, "“How many?” must be 0 or more."),
        (WHOLE, 1.5, "“How many?” must be a whole number, such as 12."),
        (WHOLE, "3", "“How many?” must be a whole number, such as 12."),
        (WHOLE, True, "“How many?” must be a whole number, such as 12."),
        (NUMBER, "x", "“How long?” must be a number, such as 12 or 12.5."),
        ({**NUMBER, "multipleOf": 0.25}, 0.3, "“How long?” must be a multiple of 0.25."),
    ],
)
def test_mistakes_with_numbers_have_sentences(
    schema: dict[str, Any], answer: object, sentence: str
) -> None:
    assert said(schema, answer) == sentence


@pytest.mark.parametrize("answer", [3, 3.0, Decimal("3.00")])
def test_a_whole_number_is_whole_however_it_arrives(answer: object) -> None:
    assert said(WHOLE, answer) is None


def test_an_answer_that_was_never_asked_is_refused_by_name() -> None:
    problems = check(FORM, {**RIGHT, "typename": "timedelta"})

    assert problems == {"typename": "This form does not ask “typename”. Leave it out."}


def test_a_flood_of_unknown_answers_is_cut_short() -> None:
    problems = check(FORM, {**RIGHT, **{f"x{n}": 1 for n in range(1_000)}})

    assert 0 < len(problems) <= 10


def test_a_question_that_is_not_asked_must_stay_open() -> None:
    problems = check(FORM, {**RIGHT, "route": "agree"})

    assert problems == {
        "reasons": "“What matters?” is asked only if the answer to “Which?” is “Not_Agree”. "
        "Leave it empty, or change that answer."
    }


def test_a_required_question_is_required_only_where_it_is_asked() -> None:
    form = FORM

    assert check(form, {"what": "x", "route": "agree"}) == {}
    assert check(form, {"what": "x"}) == {}
    assert set(check(form, {"what": "x", "route": "not_agree"})) == {"reasons"}


def test_a_question_behind_a_question_that_is_not_asked_is_not_asked() -> None:
    form = read(
        page(
            {
                "a": YES_NO,
                "b": {**YES_NO, "ui": {"only_if": {"question": "a", "answers": [True]}}},
                "c": {**TEXT, "ui": {"only_if": {"question": "b", "answers": [True]}}},
            },
            "a", "b", "c",
        )
    )  # fmt: skip

    assert check(form, {"a": False}) == {}
    assert set(check(form, {"a": False, "b": True, "c": "x"})) == {"b", "c"}
    assert set(check(form, {"a": True, "b": True})) == {"c"}


def test_a_ticked_box_can_call_for_a_question() -> None:
    other = {**TEXT, "ui": {"only_if": {"question": "boxes", "answers": ["b"]}}}
    form = read(page({"boxes": BOXES, "other": other}, "other"))

    assert check(form, {"boxes": ["a"]}) == {}
    assert set(check(form, {"boxes": ["a", "b"]})) == {"other"}


REASONED = read(
    page(
        {"route": choice("yes", "no"), "why": TEXT, "cost": MONEY},
        "route",
        allOf=[
            {
                "if": {"properties": {"route": {"const": "no"}}, "required": ["route"]},
                "then": {"required": ["why"], "properties": {"why": {"minLength": 30}}},
                "else": {"properties": {"cost": {"maximum": 100}}},
            }
        ],
    )
)


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        ({"route": "yes"}, {}),
        ({"route": "no"}, {"why": "Enter an answer to “What matters?”."}),
        ({"route": "no", "why": "x"}, {"why": "“What matters?” must be 30 characters or more."}),
        ({"route": "no", "why": "x" * 30, "cost": 500}, {}),
        ({"route": "yes", "cost": 500}, {"cost": "“How much?” must be £100 or less."}),
        ({"route": "no", "why": "  "}, {"why": "Enter an answer to “What matters?”."}),
    ],
)
def test_conditions_between_answers_are_told_at_the_question(
    answers: dict[str, Any], problems: dict[str, str]
) -> None:
    assert check(REASONED, answers) == problems


def test_dependent_answers_are_asked_for() -> None:
    form = read(page({"a": TEXT, "b": TEXT}, dependentRequired={"a": ["b"]}))

    assert check(form, {"a": "x"}) == {"b": "Enter an answer to “What matters?”."}


def test_all_mistakes_come_at_once_in_the_order_of_the_form() -> None:
    wrong = {"day": "soon", "cost": "lots", "count": 99, "route": "not_agree"}

    assert list(check(FORM, wrong)) == ["what", "day", "cost", "count", "reasons"]


def test_ten_megabytes_are_refused_at_the_question_they_answer() -> None:
    problems = check(FORM, {**RIGHT, "story": "x" * 10_000_000})

    assert problems == {"story": "“What matters?” must be 2,000 characters or fewer."}


@pytest.mark.parametrize(
    "much",
    [
        {f"x{n}": "y" for n in range(100_000)},
        {"x" * 200_000: 1},
        {"unknown": "x" * 200_000},
        {"unknown": [[[[[[[[1]]]]]]]]},
        {"unknown": {"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}}},
        {"what": "é" * 60_000, "unknown": "é" * 60_000},
    ],
)
def test_too_much_altogether_is_refused_before_anything_else(much: dict[str, Any]) -> None:
    problems = check(FORM, {**RIGHT, **much})

    assert set(problems) <= {"", "what"}
    assert problems


def test_a_pattern_is_never_tried_on_a_text_that_is_too_long() -> None:
    slow = {**TEXT, "pattern": "^[a-z]*[a-z]*1$", "maxLength": 300}

    assert said(slow, "a" * 90_000) == "“What matters?” must be 300 characters or fewer."


@pytest.mark.parametrize("answers", [None, [], "text", 3, True, float("nan")])
def test_what_is_no_set_of_answers_is_refused_as_a_whole(answers: object) -> None:
    assert list(check(FORM, cast("dict[str, Any]", answers))) == [""]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.decimals()
    | st.text()
    | st.text(alphabet=st.characters()),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)
NAMES = st.sampled_from([*RIGHT, "other"])


@settings(max_examples=250, deadline=None)
@given(JSON | st.dictionaries(NAMES, JSON | st.sampled_from(list(RIGHT.values()))))
def test_whatever_json_arrives_is_taken_or_told_about(answers: object) -> None:
    for form in (FORM, REASONED):
        problems = check(form, cast("dict[str, Any]", answers))

        assert all(isinstance(name, str) and told for name, told in problems.items())


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(NAMES, JSON))
def test_strange_answers_never_hide_a_required_question(answers: dict[str, Any]) -> None:
    answers.pop("what", None)

    assert "what" in check(FORM, answers) or "" in check(FORM, answers)

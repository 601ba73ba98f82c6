"""What answers and outcomes are called."""

from datetime import date, time
from decimal import Decimal

from pathways.feel import Value, parse
from tests.webapp.shipped import shipped
from webapp.presenters.labels import Labels, because, in_words, one_of, plain

LABELS = Labels(shipped())


def test_a_code_becomes_words_and_what_is_no_code_stays() -> None:
    assert in_words("not_yet") == "not yet"
    assert in_words("Not_yet") == "Not_yet"
    assert in_words("say: a_b") == "say: a_b"


def test_values_without_a_form_have_plain_words() -> None:
    values: list[tuple[Value, str]] = [
        (True, "yes"),
        (False, "no"),
        (Decimal("1349.50"), "1,349.50"),
        (date(2027, 3, 3), "3 March 2027"),
        (time(9, 30), "09:30"),
        ("young_person", "young person"),
    ]

    assert [plain(value) for value, _ in values] == [words for _, words in values]


def test_several_are_joined_so_that_nobody_takes_two_for_one() -> None:
    assert one_of(["a"]) == "a"
    assert one_of(["a", "a"]) == "a"
    assert one_of(["a", "b"]) == "a or b"
    assert one_of(["a", "b", "c"], "and") == "a, b and c"
    assert one_of(["a, x", "b"]) == "a, x; or b"
    assert one_of(["a or x", "b"]) == "a or x, or b"


def test_a_published_reason_leaves_out_what_each_case_says_there() -> None:
    assert because("It costs £{check_the_plan.price}, {{so}}.") == "It costs £…, {so}."


def test_an_answer_that_no_option_has_keeps_its_plain_words() -> None:
    naming = LABELS.naming(parse("check_the_plan.kind"))

    assert naming("goods") == "a thing, such as equipment or software"
    assert naming("something_new") == "something new"
    assert naming(True) == "yes"


def test_what_is_no_question_is_called_by_its_column_or_its_fact() -> None:
    assert LABELS.calling(("can_i_ask_now", "when")) == "“When”"
    assert LABELS.calling(("child", "born_on")) == "when they were born"
    assert LABELS.calling(("nowhere", "at_all")) == "at all"


def test_only_a_decision_step_has_a_table() -> None:
    decision = LABELS.decision_of("who_decides")

    assert decision is not None
    assert decision.name == "Who decides?"
    assert LABELS.decision_of("ask_for_it") is None
    assert LABELS.decision_of("nowhere") is None

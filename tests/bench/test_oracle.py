"""Our FEEL and feelin answer thousands of expressions alike, but for what is listed."""

import re
from itertools import islice

import pytest

from bench.oracle.comparing import HERE, differences
from bench.oracle.departures import DEPARTURES
from bench.oracle.generator import expressions
from bench.oracle.productions import LARGER, LEAVES
from bench.packages import install
from pathways.feel.functions import FUNCTIONS
from tests.pathways.feel.asking import asked, shown

#: Functions that feelin answers in no way, or whose answer depends on the moment.
_ALONE = {"today", "now", "is defined", "range", "starts", "started by", "finishes"}
_ALONE |= {"finished by", "during", "coincides", "overlaps before", "overlaps after"}


@pytest.fixture(scope="module", autouse=True)
def feelin() -> None:
    install(HERE)


@pytest.mark.parametrize("seed", [20_261_201, 7])
def test_thousands_of_expressions_are_answered_as_feelin_answers_them(seed: int) -> None:
    assert differences(tuple(islice(expressions(seed), 3_000))) == ()


def test_what_is_listed_differs_and_ours_is_what_the_list_says() -> None:
    examples = [departure.example for departure in DEPARTURES]

    assert [one.text for one in differences(examples)] == examples
    assert [shown(asked(text)) for text in examples] == [one.ours for one in DEPARTURES]


def test_expressions_use_every_function_and_every_form_of_expression() -> None:
    made = "\n".join(islice(expressions(1), 3_000))
    forms = [r"\bif\b", r"\bfor\b.*,.* in\b", r"\bsome\b", r"\bevery\b", "partial", "between"]
    forms += [r"\bin \(", r"\[item ", "instance of", "function\\(", r"\]\d", r"\d\[", '@"']

    assert [name for name in FUNCTIONS if f"{name}(" not in made and name not in _ALONE] == []
    assert [form for form in forms if not re.search(form, made)] == []


def test_every_hole_is_of_a_known_type() -> None:
    holes = set(re.findall(r"\{([a-z]+)\}", str(LARGER)))

    assert holes <= LEAVES.keys() == LARGER.keys()

"""Hit policies against a reference that is too simple to be wrong."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.dmn import NoRuleMatched, RulesOverlap, decide, evaluate, read_decision
from pathways.feel import Value
from tests.pathways.dmn.models import asked, data, decision, file, kinds, needs, table
from tests.pathways.dmn.tables import NOW

#: (low, high, answer, other answer): the rule fits from low to high, both included.
Span = tuple[int, int, str, int]
ANSWERS = ("no", "partly", "yes")
RANKING = '"yes","partly","no"'
SPANS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.sampled_from(ANSWERS), st.integers(0, 2)),
    min_size=1,
    max_size=6,
)
NUMBERS = st.tuples(st.integers(0, 6), st.integers(0, 6))
POLICIES = ("UNIQUE", "ANY", "FIRST", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT")
Found = tuple[str, Decimal]


def written(spans: Sequence[Span], policy: str, *, outputs: int, default: str = "") -> bytes:
    columns = [f"answer | string | {RANKING} | {default}", "points | number | 2,1,0"][:outputs]
    rows = [
        [f"[{low}..{high}]", f"<= {high}", f'"{answer}"', str(points)][: 2 + outputs]
        for low, high, answer, points in spans
    ]
    logic = table(["x | number", "y | number"], columns, rows, policy=policy)
    return file(data("x"), data("y"), decision("d", logic, needing=needs(data=["x", "y"])))


def fitting(spans: Sequence[Span], numbers: tuple[int, int]) -> list[Found]:
    x, y = numbers
    return [
        (answer, Decimal(points))
        for low, high, answer, points in spans
        if low <= x <= high and y <= high
    ]


def by_rank(found: list[Found], outputs: int) -> list[Found]:
    """Put answers in order by trying every order of the ranks, what counts most first."""
    ranks = list(product(("yes", "partly", "no"), (Decimal(2), Decimal(1), Decimal(0))))
    if outputs == 1:
        return [each for answer in ("yes", "partly", "no") for each in found if each[0] == answer]
    return [each for rank in ranks for each in found if each == rank]


def expected(found: list[Found], policy: str, outputs: int) -> Value:
    """Say what a policy makes of the answers of the rules that fit (DMN 1.5, 8.2.10)."""

    def shown(one: Found) -> Value:
        return one[0] if outputs == 1 else {"answer": one[0], "points": one[1]}

    listed = tuple(shown(one) for one in found)
    ordered = tuple(shown(one) for one in by_rank(found, outputs))
    agree = len({one[:outputs] for one in found}) == 1
    made: dict[str, Value] = {
        "UNIQUE": listed[0] if len(listed) == 1 else None,
        "ANY": listed[0] if agree else None,
        "FIRST": listed[0] if listed else None,
        "PRIORITY": ordered[0] if ordered else None,
        "RULE ORDER": listed or None,
        "OUTPUT ORDER": ordered or None,
        "COLLECT": listed,
    }
    return made[policy]


@settings(max_examples=400, deadline=None)
@given(SPANS, NUMBERS, st.sampled_from(POLICIES), st.integers(1, 2))
def test_every_hit_policy_answers_as_the_standard_says(
    spans: list[Span], numbers: tuple[int, int], policy: str, outputs: int
) -> None:
    xml = written(spans, policy, outputs=outputs)
    found = fitting(spans, numbers)

    outcome = asked(xml, "d", {"x": numbers[0], "y": numbers[1]})

    assert outcome.answer == expected(found, policy, outputs)
    assert (outcome.answer is None) == bool(outcome.problems)


@settings(max_examples=200, deadline=None)
@given(SPANS, NUMBERS, st.sampled_from(POLICIES), st.integers(1, 2))
def test_where_the_standard_says_null_the_strict_face_raises_and_else_says_the_same(
    spans: list[Span], numbers: tuple[int, int], policy: str, outputs: int
) -> None:
    read = read_decision(written(spans, policy, outputs=outputs), file="d.dmn", decision="d")
    given_ = {"x": numbers[0], "y": numbers[1]}
    loose = evaluate(read, given_, now=NOW)
    found = fitting(spans, numbers)

    if loose.problems:
        with pytest.raises(RulesOverlap if found else NoRuleMatched):
            decide(read, given_, now=NOW)
    else:
        assert decide(read, given_, now=NOW) == loose


@settings(max_examples=150, deadline=None)
@given(SPANS, NUMBERS, st.sampled_from(POLICIES))
def test_a_default_is_answered_where_no_rule_fits_and_nowhere_else(
    spans: list[Span], numbers: tuple[int, int], policy: str
) -> None:
    found = fitting(spans, numbers)
    xml = written(spans, policy, outputs=1, default='"partly"')

    outcome = asked(xml, "d", {"x": numbers[0], "y": numbers[1]})

    assert outcome.answer == (expected(found, policy, 1) if found else "partly")
    assert bool(outcome.rules) == (bool(found) and outcome.answer is not None)


@settings(max_examples=150, deadline=None)
@given(SPANS, NUMBERS, st.sampled_from(["", "SUM", "MIN", "MAX", "COUNT"]))
def test_collect_answers_with_all_that_fit_or_their_aggregate(
    spans: list[Span], numbers: tuple[int, int], aggregation: str
) -> None:
    made: dict[str, Callable[[list[Decimal]], Value]] = {
        "": tuple,
        "SUM": lambda values: sum(values, Decimal()) if values else None,
        "MIN": lambda values: min(values, default=None),
        "MAX": lambda values: max(values, default=None),
        "COUNT": lambda values: Decimal(len(values)),
    }
    rows = [[f"[{low}..{high}]", f"<= {high}", str(points)] for low, high, _, points in spans]
    logic = table(["x", "y"], ["points"], rows, policy="COLLECT", aggregation=aggregation)

    outcome = asked(file(decision("d", logic)), "d", {"x": numbers[0], "y": numbers[1]})

    points = [points for _, points in fitting(spans, numbers)]
    assert outcome.answer == made[aggregation](points)
    assert outcome.problems == ()


def test_unique_is_null_with_a_problem_that_names_the_rules_at_odds() -> None:
    xml = written([(0, 6, "yes", 1), (0, 6, "yes", 1)], "UNIQUE", outputs=1)

    outcome = asked(xml, "d", {"x": 1, "y": 1})

    assert outcome.answer is None
    assert kinds(outcome) == ["rules_overlap"]
    assert outcome.problems[0].rules == ("rule_1", "rule_2")


def test_priority_names_the_rule_that_counts_and_not_the_others() -> None:
    spans = [(0, 6, "no", 1), (0, 6, "yes", 1), (0, 6, "partly", 1)]

    assert asked(written(spans, "PRIORITY", outputs=1), "d", {"x": 1, "y": 1}).rules == ("rule_2",)


def test_output_order_names_the_rules_in_the_order_in_which_they_count() -> None:
    spans = [(0, 6, "no", 1), (0, 6, "yes", 1), (0, 6, "no", 2)]

    outcome = asked(written(spans, "OUTPUT ORDER", outputs=1), "d", {"x": 1, "y": 1})

    assert outcome.rules == ("rule_2", "rule_1", "rule_3")


def test_an_answer_that_is_not_listed_is_null_and_counts_least() -> None:
    spans = [(0, 6, "perhaps", 1), (0, 6, "no", 1)]

    outcome = asked(written(spans, "PRIORITY", outputs=1), "d", {"x": 1, "y": 1})

    assert outcome.answer == "no"
    assert kinds(outcome) == ["wrong_type"]

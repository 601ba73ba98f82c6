"""Hit policies against a reference that is too simple to be wrong."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.dmn import NoRuleMatched, RulesOverlap, decide
from pathways.feel import Value
from tests.pathways.dmn.tables import NOW, Row, dmn, read

#: (low, high, answer): the rule fits from low to high, both included.
Span = tuple[int, int, int]
SPANS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(0, 3)), min_size=1, max_size=6
)
NUMBERS = st.lists(st.integers(0, 6), min_size=2, max_size=2)


def decided(spans: list[Span], policy: str, asked: list[int]) -> Value | str:
    rows: list[Row] = [
        ([f"[{low}..{high}]", f"<= {high}"], [str(answer)], "Why.") for low, high, answer in spans
    ]
    decision = read(dmn(rows, inputs=["a.x", "a.y"], policy=policy))
    try:
        outcome = decide(decision, {"a": {"x": asked[0], "y": asked[1]}}, now=NOW)
    except (NoRuleMatched, RulesOverlap) as refused:
        return type(refused).__name__
    return outcome.outputs["route"]


def fitting(spans: list[Span], asked: list[int]) -> list[Decimal]:
    x, y = asked
    return [Decimal(answer) for low, high, answer in spans if low <= x <= high and y <= high]


@settings(max_examples=150, deadline=None)
@given(SPANS, NUMBERS)
def test_unique_answers_only_where_exactly_one_rule_fits(
    spans: list[Span], asked: list[int]
) -> None:
    fit = fitting(spans, asked)

    expected = fit[0] if len(fit) == 1 else "RulesOverlap" if fit else "NoRuleMatched"

    assert decided(spans, 'hitPolicy="UNIQUE"', asked) == expected


@settings(max_examples=150, deadline=None)
@given(SPANS, NUMBERS)
def test_first_answers_with_the_first_that_fits(spans: list[Span], asked: list[int]) -> None:
    fit = fitting(spans, asked)

    assert decided(spans, 'hitPolicy="FIRST"', asked) == (fit[0] if fit else "NoRuleMatched")


@settings(max_examples=150, deadline=None)
@given(SPANS, NUMBERS)
def test_any_answers_only_where_all_that_fit_agree(spans: list[Span], asked: list[int]) -> None:
    fit = fitting(spans, asked)

    expected = "NoRuleMatched" if not fit else fit[0] if len(set(fit)) == 1 else "RulesOverlap"

    assert decided(spans, 'hitPolicy="ANY"', asked) == expected


@settings(max_examples=150, deadline=None)
@given(SPANS, NUMBERS, st.sampled_from(["", "SUM", "MIN", "MAX", "COUNT"]))
def test_collect_answers_with_all_that_fit_or_their_aggregate(
    spans: list[Span], asked: list[int], aggregation: str
) -> None:
    fit = fitting(spans, asked)
    policy = 'hitPolicy="COLLECT"' + (f' aggregation="{aggregation}"' if aggregation else "")
    made: dict[str, Callable[[list[Decimal]], Value]] = {
        "": tuple,
        "SUM": lambda values: sum(values, Decimal()) if values else None,
        "MIN": lambda values: min(values, default=None),
        "MAX": lambda values: max(values, default=None),
        "COUNT": lambda values: Decimal(len(values)),
    }

    assert decided(spans, policy, asked) == made[aggregation](fit)

"""Whatever stands in a table's file: it is read or refused, and then it answers or says why not."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.dmn import NoRuleMatched, RulesOverlap, decide
from pathways.feel import Refused
from tests.pathways.dmn.tables import NOW, dmn, findings, read

CELLS = st.sampled_from(
    ["-", "", "1", '"a"', "null", "> 1", "[1..3]", 'not("a")', "a.x", "{a.x}", "?", "true",
     'date("2027-01-01")', "[1, 2]", "{a: 1}", "1 +", "for x in 1..3 return x", "route",
     '__import__("os")', "a.x / 0"]
) | st.text(alphabet="()[]{}<>=.,-?\"'ab1 ", max_size=6)  # fmt: skip
ROWS = st.lists(
    st.tuples(
        st.lists(CELLS, min_size=1, max_size=2), st.lists(CELLS, min_size=1, max_size=2), CELLS
    ),
    max_size=3,
)
POLICIES = st.sampled_from(
    ["", 'hitPolicy="ANY"', 'hitPolicy="FIRST"', 'hitPolicy="COLLECT"', 'hitPolicy="X"',
     'hitPolicy="COLLECT" aggregation="SUM"', 'hitPolicy="COLLECT" aggregation="MAX"']
)  # fmt: skip
VALUES = (
    st.none() | st.booleans() | st.integers(0, 4) | st.sampled_from(["a", ("a", "b"), {"x": 1}])
)


@settings(max_examples=200, deadline=None)
@given(ROWS, POLICIES, st.sampled_from(["a.x", "a", "b.y[1]"]), VALUES)
def test_any_table_is_read_or_refused_and_answers_or_says_why_not(
    rows: list[tuple[list[str], list[str], str]], policy: str, asked: str, value: object
) -> None:
    xml = dmn(rows, inputs=[asked], policy=policy)
    found = findings(xml)
    if found:
        assert all(finding.message.startswith("“Who decides?”") for finding in found)
        return

    with suppress(NoRuleMatched, RulesOverlap, Refused):
        outcome = decide(read(xml), {"a": {"x": value}}, now=NOW)

        assert len(outcome.rules) == len(outcome.because)


@settings(max_examples=100, deadline=None)
@given(st.integers(0), st.integers(1, 30), st.binary(max_size=4))
def test_a_damaged_file_is_read_or_refused(place: int, length: int, new: bytes) -> None:
    xml = dmn([(["> 1"], ['"a"'], "Why {a.x}.")])
    place %= len(xml)

    damaged = xml[:place] + new + xml[place + length :]

    assert findings(damaged) or read(damaged).outputs

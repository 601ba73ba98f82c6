"""The bench of decision tables."""

from bench.tables import NOW, milliseconds, questions, rows, table
from pathways.dmn import decide


def test_the_measured_table_has_fifty_rules_and_four_inputs() -> None:
    read = table().table

    assert read is not None
    assert (len(read.rules), len(read.inputs)) == (50, 4)
    assert len(list(rows())) == 50


def test_its_questions_and_its_answers_vary() -> None:
    decision, asked = table(), questions(500)

    outcomes = [decide(decision, scope, now=NOW) for scope in asked]

    assert len({str(scope) for scope in asked}) == 500
    assert len({outcome.answer for outcome in outcomes}) > 40


def test_the_table_that_is_tried_answers_the_same() -> None:
    looked_up, tried = table(), table(tried=True)

    for scope in questions(200):
        answer = decide(looked_up, scope, now=NOW).answer
        assert decide(tried, scope, now=NOW).answer == answer


def test_a_table_is_measured_in_milliseconds() -> None:
    assert 0 < milliseconds(table(), rounds=1, count=50) < 1_000

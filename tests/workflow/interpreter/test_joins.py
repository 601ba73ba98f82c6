"""Joins inside loops: none goes on early, and no decision behind one reads an old round's answer.

The stock library fires early in more than half of such runs, and brings back stale answers.
"""

from collections.abc import Mapping
from datetime import datetime
from random import Random

import pytest
from typing_extensions import override

from pathways.model.decision import Outcome
from tests.workflow.interpreter.catalogue import drawn, feel
from tests.workflow.interpreter.drawings import Process, timer, xml
from tests.workflow.interpreter.drive import Case, FeelRules, dice
from workflow.interpreter import Specification, read_specification

RUNS = 1_000
MOST_ROUNDS = 8
BRANCHES = ("a", "b", "c")


class Reading(FeelRules):
    """Keeps what the decision behind the join could read of the branches."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, object] = {}

    @override
    def decide(self, decision: str, scope: Mapping[str, object], *, now: datetime) -> Outcome:
        self.seen = {step: scope[step] for step in BRANCHES}
        self.tables[decision] = lambda _: {"read": True}
        return super().decide(decision, scope, now=now)


def loop(gateway: str) -> Process:
    """A person asks; branches with and without a person join; a decision reads; round again."""
    p = drawn("head", "ask", "split")
    p.inside = [one for one in p.inside if 'id="split__finish"' not in one]
    p.xor("head")
    p.user("ask")
    p.add(gateway, "split", **({"default": "split_letter"} if "inclusive" in gateway else {}))
    p.add(gateway, "join")
    for step in BRANCHES:
        p.user(step)
        p.flow("split", step, feel("ask", step) if "inclusive" in gateway else None)
        p.flow(step, "join")
    p.send("letter")
    p.flow("split", "letter", id="split_letter")
    p.flow("letter", "join")
    p.boundary("late", "b", timer("P2D"))
    p.send("reminded")
    p.path("late", "reminded", "merge")
    p.inside = [one for one in p.inside if 'id="b__join"' not in one]
    p.xor("merge")
    p.path("b", "merge", "join")
    p.decision("read")
    p.user("check")
    p.xor("out", "out__finish")
    p.path("join", "read", "check", "out", "finish")
    p.flow("out", "head", feel("check", "again"))
    return p


def run(specification: Specification, random: Random, *, all_ways: bool) -> tuple[int, int, int]:
    """Go round at random; return rounds, joins that were early, and answers that were stale."""
    rules = Reading()
    case = Case(specification, rules=rules).start()
    rounds = early = stale = 0
    while not case.last.done:
        rounds += 1
        ways = [step for step in BRANCHES if all_ways or random.random() < 0.5]
        case.complete("ask", {"ways": ways})
        # Without a condition that is true, the way without a person is the default.
        left, given = set(ways), dict.fromkeys(BRANCHES)
        while left:
            early += "check" in case.open
            if "check" in case.open:
                return rounds, early, stale
            step = random.choice(sorted(left))
            left.discard(step)
            if step == "b" and random.random() < 0.3:
                case.occur("late")
            else:
                given[step] = {"word": f"{step}{rounds}"}
                case.complete(step, given[step])
        assert case.open == ["check"]
        stale += rules.seen != given
        again = rounds < MOST_ROUNDS and random.random() < 0.7
        case.complete("check", {"ways": ["again"] if again else []})
    return rounds, early, stale


@pytest.mark.parametrize("gateway", ["parallelGateway", "inclusiveGateway"])
def test_no_join_in_a_loop_goes_on_early_or_reads_an_old_answer(
    gateway: str, capsys: pytest.CaptureFixture[str]
) -> None:
    specification = read_specification(xml(loop(gateway)), "p")
    found = [
        run(specification, dice(seed), all_ways=gateway == "parallelGateway")
        for seed in range(RUNS)
    ]

    rounds, early, stale = (sum(each) for each in zip(*found, strict=True))
    with capsys.disabled():
        print(f"\n{gateway}: {RUNS:,} runs, {rounds:,} rounds, {early} early, {stale} stale")  # noqa: T201 - the counts are what this is about
    assert rounds > 2 * RUNS
    assert (early, stale) == (0, 0)

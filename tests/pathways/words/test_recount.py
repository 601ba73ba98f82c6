"""The recount and the rebuilding find what is wrong: otherwise they would prove nothing."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.corpus import rebuild, recount
from pathways.words import as_json, plain_text
from tests.pathways.sketches import flow, sketch, way
from tests.pathways.words.telling import tell

LEAK = Path(__file__).with_name("test_tell.bpmn").read_bytes()
Processes = list[dict[str, Any]]


def changed(change: Callable[[list[dict[str, Any]]], object]) -> list[str]:
    """Return the problems of words in which something was changed by hand."""
    processes: Processes = copy.deepcopy(as_json(tell(LEAK))["processes"])
    change(processes[0]["steps"])
    return recount.problems(LEAK, processes)


def test_right_words_have_no_problems() -> None:
    assert changed(lambda steps: steps) == []
    assert rebuild.problems(LEAK, plain_text(tell(LEAK))) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda steps: steps.pop(), "is no step"),
        (lambda steps: steps.append(steps[3]), "2 steps have the id"),
        (lambda steps: steps[2].update(number=9), "do not run from 1"),
        (lambda steps: steps[2].update(anchor="report_it"), "2 steps have the anchor"),
        (lambda steps: steps[2].update(anchor="a b"), "is not safe"),
        (lambda steps: steps[5]["next"].pop(), "says the arrows"),
        (lambda steps: steps[5]["next"].append(steps[5]["next"][0]), "says the arrows"),
        (lambda steps: steps[5]["next"][0].update(to="nowhere"), "which is no step"),
        (lambda steps: steps[5]["next"][0].update(to="dry"), "does not lead from"),
        (lambda steps: steps[1]["next"][0]["flows"].pop(), "does not lead from"),
        (lambda steps: steps[1]["next"][0]["flows"].reverse(), "does not lead from"),
        (lambda steps: [step["next"].clear() for step in steps], "is not said"),
    ],
    ids=range(12),
)
def test_what_is_left_out_said_twice_or_wrong_is_a_problem(
    change: Callable[[list[dict[str, Any]]], object], said: str
) -> None:
    found = changed(change)

    assert [problem for problem in found if said in problem] != []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("- If yes, go to step 7.", "- If yes, go to step 9."),
        ("- If yes, go to step 7.\n", ""),
        ("- Then go to step 3.", "- Then go to step 3.\n- Then go to step 4."),
        ("4. Nobody came", "5. Nobody came"),
        ("- Then go to step 3.", "- Then go to step 99."),
        ("4. Nobody came", "4. Somebody came"),
    ],
    ids=range(6),
)
def test_another_graph_in_the_text_is_a_problem(right: str, wrong: str) -> None:
    text = plain_text(tell(LEAK))
    assert right in text

    assert rebuild.problems(LEAK, text.replace(right, wrong, 1)) != []


def test_a_merge_may_be_told_and_a_splitting_gateway_must_be() -> None:
    merge = sketch('<task id="a"/><exclusiveGateway id="m"/><task id="b"/>' + way("a", "m", "b"))
    processes: Processes = as_json(tell(merge))["processes"]
    steps = {step["id"]: step for step in processes[0]["steps"]}

    assert set(steps) == {"a", "b"}
    assert recount.problems(merge, processes) == []
    split = merge.replace(b"</process>", flow("m", "a").encode() + b"</process>")
    assert "The exclusiveGateway m is no step." in recount.problems(split, processes)


def test_elements_without_ids_and_with_repeated_ids_are_counted() -> None:
    twice = sketch('<task id="a"/><task id="a"/><task/>' + way("a", "a"), drawn=False)
    processes: Processes = as_json(tell(twice))["processes"]

    assert recount.problems(twice, processes) == []
    processes[0]["steps"] = [step for step in processes[0]["steps"] if step["id"] != "a_2"]
    assert "2 elements have no id of their own, and only 1 of them are steps." in recount.problems(
        twice, processes
    )

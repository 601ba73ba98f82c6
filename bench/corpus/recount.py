"""Counts a drawing again, from its XML alone, and compares it with the JSON values of its words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from bench.corpus.arrows import Arrow, Arrows, Node, read_arrows

#: What the command line writes for one process or one step.
Values = dict[str, Any]

_ANCHOR = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


def problems(xml: bytes, processes: list[Values]) -> list[str]:
    """Return what the words of a file leave out, say twice or say wrong; empty where all is said.

    Args:
        xml: The file, byte for byte.
        processes: `[{"id", "name", "steps": [{"id", "number", "anchor", "next": [...]}]}]`.
    """
    arrows = read_arrows(xml)
    steps = [step for process in processes for step in process["steps"]]
    return [*_numbering(steps), *_listing(arrows, steps), *_saying(arrows, steps)]


def _numbering(steps: list[Values]) -> Iterator[str]:
    if [step["number"] for step in steps] != list(range(1, len(steps) + 1)):
        yield "The numbers of the steps do not run from 1 without gaps."
    for what in ("id", "anchor"):
        counts = Counter(step[what] for step in steps)
        yield from (
            f"{count} steps have the {what} {name}." for name, count in counts.items() if count > 1
        )
    for step in steps:
        if not _ANCHOR.fullmatch(step["anchor"]):
            yield f"The anchor of {step['id']} is not safe: {step['anchor']!r}."


def _listing(arrows: Arrows, steps: list[Values]) -> Iterator[str]:
    """Every node is a step; only what ways merely pass may be left out."""
    listed = {step["id"] for step in steps}
    known = {node.id for node in arrows.nodes if node.id}
    may_pass = arrows.passed()
    for node in arrows.nodes:
        if node.id and node.id not in listed and node.key not in may_pass:
            yield f"The {node.kind} {node.id} is no step."
    nameless = [node for node in arrows.nodes if not node.id]
    least = sum(node.key not in may_pass for node in nameless)
    extra = len(listed - known)
    if extra < least:
        yield f"{least} elements have no id of their own, and only {extra} of them are steps."


def _saying(arrows: Arrows, steps: list[Values]) -> Iterator[str]:
    """Every arrow is said: at its step, or with every way that passes what it leaves."""
    told = _Told(arrows, steps)
    leaving: dict[str, list[str]] = defaultdict(list)
    said: set[str] = set()
    for step in steps:
        for way in step["next"]:
            said.update(way["flows"])
            leaving[step["id"]].append(way["flows"][0])
            yield from told.wrong(step, way)
    for arrow in arrows.arrows:
        if arrow.id and arrow.id not in said:
            yield f"The arrow {arrow.id} is not said."
    for node in arrows.nodes:
        if node.id in told.steps:
            yield from told.miscounted(node, leaving[node.id])


class _Told:
    """The steps and ways of the words, beside the arrows of the file."""

    def __init__(self, arrows: Arrows, steps: list[Values]) -> None:
        self.steps = {step["id"] for step in steps}
        self._nodes = {node.key: node for node in arrows.nodes}
        self._arrows = {arrow.id: arrow for arrow in arrows.arrows if arrow.id}
        self._leaving: dict[int, list[Arrow]] = defaultdict(list)
        for arrow in arrows.arrows:
            self._leaving[arrow.source].append(arrow)

    def miscounted(self, node: Node, first: list[str]) -> Iterator[str]:
        """Yield a complaint if a step does not say each of its arrows exactly once."""
        drawn = [arrow.id for arrow in self._leaving[node.key]]
        named = Counter(name for name in drawn if name)
        said = Counter(name for name in first if name in self._arrows)
        if len(first) != len(drawn) or said != named:
            yield f"{node.id} says the arrows {sorted(first)}, and has {sorted(drawn)}."

    def wrong(self, step: Values, way: Values) -> Iterator[str]:
        """Yield what is wrong with one way: it is a walk over arrows from step to step."""
        if way["to"] not in self.steps:
            yield f"A way from {step['id']} leads to {way['to']}, which is no step."
        walked = [self._arrows[name] for name in way["flows"] if name in self._arrows]
        if len(walked) != len(way["flows"]):
            return  # an arrow without an id of its own: `miscounted` has counted it
        ends = [self._nodes[walked[0].source], *(self._nodes[arrow.target] for arrow in walked)]
        broken = any(one.target != other.source for one, other in pairwise(walked))
        if broken or self._differs(ends[0], step["id"]) or self._differs(ends[-1], way["to"]):
            yield f"The way {way['flows']} does not lead from {step['id']} to {way['to']}."
        for node in ends[1:-1]:
            if node.id in self.steps:
                yield f"The way {way['flows']} passes {node.id}, which is a step."

    def _differs(self, node: Node, name: str) -> bool:
        return bool(node.id) and node.id != name

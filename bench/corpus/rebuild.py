"""Builds the graph of a drawing again, from the plain text of its words alone, and compares it.

The text has numbers and names, the drawing has ids and names: two graphs are held to be the same
when every node has the same surroundings in both, as far as one can see (colour refinement).

Source: B. Weisfeiler, A. Lehman, The reduction of a graph to canonical form, 1968.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bench.corpus.arrows import Arrows, read_arrows

#: So many gateways in a row, each with one way out, are passed without being told.
LONGEST_ROW = 20
#: Two graphs that differ at all differ long before.
_ROUNDS = 12
_MOST_SHOWN = 3

#: Longer names may be cut.
_LONGEST_NAME = 1_000
#: Somewhere the file has a name in another language, which the text may have in its place.
_OWN_NAME = b'for="name"'
_STEP = re.compile(r"([0-9]+)\. (.*)")
_NUMBER = re.compile(r"[0-9]+")


@dataclass(slots=True)
class Graph:
    """Nodes with names, and how many ways lead from one to another."""

    #: Node -> its name.
    names: dict[int, str] = field(default_factory=dict)
    #: One for each way.
    ways: list[tuple[int, int]] = field(default_factory=list)


def problems(xml: bytes, text: str) -> list[str]:
    """Return how the graph that a text tells differs from the one that a file draws.

    Args:
        xml: The file, byte for byte.
        text: Its words as plain text, in any language: a step begins with its number and a full
            stop; a way on begins with `- ` and ends with the number of the step that it leads to.
    """
    told, drawn = told_graph(text), drawn_graph(read_arrows(xml))
    unnamed = [] if _OWN_NAME in xml else list(_unnamed(drawn, told))
    return [*_unnumbered(told), *unnamed, *_differences(drawn, told)]


def told_graph(text: str) -> Graph:
    """Return the graph that a text tells; nodes are the numbers of its steps."""
    graph = Graph()
    here = 0
    for line in text.splitlines():
        step = _STEP.match(line)
        if step is not None:
            here = int(step[1])
            graph.names[here] = step[2]
        elif line.startswith("- "):
            graph.ways.append((here, int(_NUMBER.findall(line)[-1])))
    return graph


def drawn_graph(arrows: Arrows) -> Graph:
    """Return the graph that a file draws, without the gateways that ways merely pass."""
    following: dict[int, list[int]] = defaultdict(list)
    for arrow in arrows.arrows:
        following[arrow.source].append(arrow.target)
    passed = _left_unsaid(arrows, following)
    graph = Graph(names={node.key: node.name for node in arrows.nodes if node.key not in passed})
    for source in graph.names:
        for target in following[source]:
            while target in passed:
                (target,) = following[target]  # noqa: PLW2901 - the walk goes on
            graph.ways.append((source, target))
    return graph


def _left_unsaid(arrows: Arrows, following: Mapping[int, list[int]]) -> set[int]:
    """One gateway of each circle of mere gateways is told, and one after each long row."""
    passed = set(arrows.passed())
    passed -= {min(circle) for circle in _circles(passed, following)}
    distance: dict[int, int] = {}
    for first in sorted(passed):
        row = []
        at = first
        while at in passed and at not in distance:
            row.append(at)
            (at,) = following[at]
        for each in reversed(row):
            distance[each] = distance.get(at, 0) + 1
            at = each
    return {each for each in passed if distance[each] % (LONGEST_ROW + 1)}


def _circles(passed: Iterable[int], following: Mapping[int, list[int]]) -> Iterator[list[int]]:
    settled: set[int] = set()
    among = set(passed)
    for first in sorted(among):
        path: dict[int, None] = {}
        at = first
        while at in among and at not in settled and at not in path:
            path[at] = None
            (at,) = following[at]
        if at in path:
            walked = list(path)
            yield walked[walked.index(at) :]
        settled |= set(path)


def _unnumbered(told: Graph) -> Iterator[str]:
    if list(told.names) != list(range(1, len(told.names) + 1)):
        yield "The numbers of the steps in the text do not run from 1 without gaps."
    for source, target in told.ways:
        if target not in told.names:
            yield f"The text of step {source} leads to step {target}, which is not there."


def _unnamed(drawn: Graph, told: Graph) -> Iterator[str]:
    lacking = Counter(drawn.names.values()) - Counter(told.names.values())
    for name in lacking:
        if 0 < len(name) < _LONGEST_NAME:
            yield f"No step of the text is called {name!r}."


def _differences(drawn: Graph, told: Graph) -> Iterator[str]:
    names = _comparable(drawn, told)
    colours: dict[object, int] = {}
    seen = {id(graph): _first_colours(graph, names, colours) for graph in (drawn, told)}
    for _ in range(_ROUNDS):
        for graph in (drawn, told):
            seen[id(graph)] = _refined(graph, seen[id(graph)], colours)
    one, other = (Counter(seen[id(graph)].values()) for graph in (drawn, told))
    for what, more, graph in (("drawing", one - other, drawn), ("text", other - one, told)):
        odd = [name for node, name in graph.names.items() if seen[id(graph)][node] in more]
        if odd:
            shown = ", ".join(repr(name) for name in odd[:_MOST_SHOWN])
            yield f"Only the {what} has {len(odd)} nodes with such surroundings: {shown}."


def _comparable(drawn: Graph, told: Graph) -> frozenset[str]:
    """Names that tell nodes apart: a step without a name is called something in the text."""
    one, other = Counter(drawn.names.values()), Counter(told.names.values())
    return frozenset(name for name in one if name and one[name] == other[name])


def _first_colours(
    graph: Graph, names: frozenset[str], colours: dict[object, int]
) -> dict[int, int]:
    return {
        node: colours.setdefault(name if name in names else "", len(colours))
        for node, name in graph.names.items()
    }


def _refined(graph: Graph, before: Mapping[int, int], colours: dict[object, int]) -> dict[int, int]:
    onward: dict[int, list[int]] = defaultdict(list)
    back: dict[int, list[int]] = defaultdict(list)
    for source, target in graph.ways:
        if target in before:
            onward[source].append(before[target])
            back[target].append(before[source])
    return {
        node: colours.setdefault(
            (before[node], tuple(sorted(onward[node])), tuple(sorted(back[node]))), len(colours)
        )
        for node in graph.names
    }

"""Counts the drawing again, from its XML alone, and compares it with what its words say."""

import re
from collections import Counter
from itertools import pairwise
from xml.etree import ElementTree as ET

from pathways.words import Words, plain_text
from tests.pathways.sketches import MODEL

Flows = dict[str, tuple[str, str]]


def flows_of(xml: bytes) -> Flows:
    """Return flow id -> (source, target)."""
    root = ET.fromstring(xml)  # noqa: S314 - our own XML
    found = root.iter(f"{{{MODEL}}}sequenceFlow")
    return {
        each.attrib["id"]: (each.attrib["sourceRef"], each.attrib["targetRef"]) for each in found
    }


def nodes_of(xml: bytes) -> dict[str, str]:
    """Return node id -> its element's name."""
    kinds = re.compile(r".*(Task|task|Event|Gateway|callActivity|subProcess)$")
    root = ET.fromstring(xml)  # noqa: S314 - our own XML
    found = ((each.get("id"), each.tag.rpartition("}")[2]) for each in root.iter())
    return {name: kind for name, kind in found if name and kinds.match(kind)}


def assert_told_once(xml: bytes, told: Words) -> None:
    """Every step has one anchor and number; only gateways with one way out may be left out."""
    outgoing = Counter(source for source, _ in flows_of(xml).values())
    nodes = nodes_of(xml)
    elements = [step.element for step in told.steps]

    assert len(set(elements)) == len(elements)
    assert set(elements) <= set(nodes)
    for name in set(nodes) - set(elements):
        assert nodes[name].endswith("Gateway")
        assert outgoing[name] == 1
    assert [step.number for step in told.steps] == list(range(1, len(elements) + 1))
    anchors = [step.anchor for step in told.steps]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_-]*", anchor) for anchor in anchors)


def assert_every_flow_is_said(xml: bytes, told: Words) -> None:
    """A flow out of a told step is said once, there; one out of a merge with every way by it."""
    flows = flows_of(xml)
    elements = {step.element for step in told.steps}
    first = Counter()
    said = set()
    for step in told.steps:
        for way in step.next:
            ends = [flows[name] for name in way.flows]
            assert ends[0][0] == step.element
            assert all(one[1] == other[0] for one, other in pairwise(ends))
            assert elements & {target for _, target in ends} == {way.to}
            first[way.flows[0]] += 1
            said |= set(way.flows)
    leaving = {name for name, (source, _) in flows.items() if source in elements}
    assert first == dict.fromkeys(leaving, 1)
    assert said == set(flows)


def assert_references_resolve(told: Words) -> None:
    """Every reference names the number and the anchor of one and the same step."""
    numbers = {step.number: step for step in told.steps}
    for step in told.steps:
        for way in step.next:
            (part,) = [part for part in way.sentence if part.anchor is not None]
            assert numbers[part.number or 0].element == way.to
            assert way.back == ((part.number or 0) <= step.number)
        sentences = [*step.notes, *(way.sentence for way in step.next)]
        for part in (part for sentence in sentences for part in sentence):
            if part.anchor is not None:
                assert numbers[part.number or 0].anchor == part.anchor
                assert str(part.number) in part.text


def assert_text_tells_the_same_graph(told: Words) -> None:
    """The plain text alone gives back every way, by number."""
    numbers = {step.element: step.number for step in told.steps}
    expected = Counter((step.number, numbers[way.to]) for step in told.steps for way in step.next)
    found: Counter[tuple[int, int]] = Counter()
    here = 0
    for line in plain_text(told).splitlines():
        heading = re.match(r"(\d+)\. ", line)
        here = int(heading.group(1)) if heading else here
        if line.startswith("   - "):
            (number,) = re.findall(r"step (\d+)", line)
            found[here, int(number)] += 1
    assert found == expected

"""What the engine needs to run a drawing, and which changes nothing that people would notice."""

import re
from dataclasses import replace

from pathways.executable.derived import Derived, Revision
from pathways.executable.made_up import choice, mark
from pathways.executable.reserved import is_reserved
from pathways.model.drawing import Flow
from pathways.model.finding import Severity
from pathways.model.node import Choice, ChoiceKind, Event, Node, Step

_PLAIN = re.compile(r"[\w.\-]+")


def finished(derived: Derived) -> Derived:
    """Return the drawing as the engine can run it."""
    for finish in (_apart, _renamed):
        derived = finish(derived)
    return derived


def _apart(derived: Derived) -> Derived:
    """Keep arrows apart that lead from one place to the same next one."""
    revision = _revision(derived)
    drawing = derived.drawing
    for node in drawing.nodes.values():
        flows = drawing.outgoing(node.id)
        firsts: dict[str, Flow] = {}
        for flow in flows if len(flows) > 1 else ():
            first = firsts.setdefault(flow.target, flow)
            if first is not flow:
                _keep_apart(node, first, flow, revision)
    return revision.derived()


def _keep_apart(node: Node, first: Flow, flow: Flow, revision: Revision) -> None:
    target = revision.drawing.nodes[flow.target]
    joins = isinstance(target, Choice) and target.kind is ChoiceKind.PARALLEL
    if not (isinstance(node, Choice) and node.kind is ChoiceKind.EXCLUSIVE):
        between = mark(revision.fresh_id(f"on_the_way_to_{flow.target}"), near=node)
        revision.make_up(between, for_=node.id)
        revision.redraw(flow, target=between.id)
        revision.connect(between.id, flow.target)
    elif joins:  # it would wait for both, and only one is ever taken
        merged = revision.flows[first.id].target
        if merged == flow.target:
            merge = choice(
                revision.fresh_id(f"ways_into_{flow.target}"), ChoiceKind.EXCLUSIVE, near=node
            )
            revision.make_up(merge, for_=node.id)
            revision.redraw(first, target=merge.id)
            revision.connect(merge.id, flow.target)
            merged = merge.id
        revision.redraw(flow, target=merged)


def _renamed(derived: Derived) -> Derived:
    """Give another id to each node whose own has a meaning in the engine, or none in a file."""
    drawing = derived.drawing
    revision = _revision(derived)
    names = {
        node.id: revision.fresh_id(f"drawn_{node.id}")
        for node in drawing.nodes.values()
        if _cannot_stay(node.id) and not _has_papers(node, derived)
    }
    if not names:
        return derived
    revision.nodes = {
        names.get(node.id, node.id): _moved(node, names) for node in drawing.nodes.values()
    }
    revision.flows = {
        flow.id: replace(
            flow,
            source=names.get(flow.source, flow.source),
            target=names.get(flow.target, flow.target),
        )
        for flow in drawing.flows.values()
    }
    revision.forms = {
        names.get(step, step): replace(form, step=names.get(step, step))
        for step, form in derived.forms.items()
    }
    revision.stands_for = {
        names.get(made, made): drawn for made, drawn in derived.stands_for.items()
    } | {made: derived.drawn(name) for name, made in names.items()}
    return revision.derived()


def _cannot_stay(name: str) -> bool:
    return _PLAIN.fullmatch(name) is None or is_reserved(name)


def _has_papers(node: Node, derived: Derived) -> bool:
    """Whether files of the pathway are called as the node is, so that its id has to stay."""
    papers = derived.papers
    if papers is None or not isinstance(node, Step):
        return False
    return node.id in papers.questions or node.id in papers.outputs or node.id in papers.letters


def _moved(node: Node, names: dict[str, str]) -> Node:
    inside = None if node.inside is None else names.get(node.inside, node.inside)
    moved = replace(node, id=names.get(node.id, node.id), inside=inside)
    if isinstance(moved, Event) and moved.attached_to is not None:
        return replace(moved, attached_to=names.get(moved.attached_to, moved.attached_to))
    return moved


def _revision(derived: Derived) -> Revision:
    return Revision(derived, rule="", severity=Severity.ADVICE)

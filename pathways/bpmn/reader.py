"""BPMN bytes to a drawing."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from pathways.bpmn import ours
from pathways.bpmn.collaboration import Sides, read_messages, read_pools
from pathways.bpmn.diagram import read_planes
from pathways.bpmn.document import Document, read_document
from pathways.bpmn.integrity import (
    note_loose_associations,
    note_repeated_ids,
    whole_associations,
    whole_defaults,
    whole_flows,
    whole_nodes,
)
from pathways.bpmn.looks import read_looks
from pathways.bpmn.names import is_true, name_of
from pathways.bpmn.nodes import documentation
from pathways.bpmn.notebook import Notebook
from pathways.bpmn.scopes import ScopeReader
from pathways.bpmn.standing import called_in, placed
from pathways.bpmn.xml import parse_xml
from pathways.model.drawing import Drawing, Pool, Process
from pathways.model.node import Node, Step

#: The longest language tag that RFC 5646 asks programs to hold (section 4.4.1).
_LONGEST_LANGUAGE = 35
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_drawing(xml: bytes, *, file: str = "pathway.bpmn") -> Drawing:
    """Return everything that a BPMN 2.0 file draws, of whatever vendor.

    What is broken (an arrow that leads nowhere, an id that is there twice, an element that BPMN
    does not have) is read as far as it goes; `Drawing.findings` says what is wrong. Vendors' own
    elements and attributes mean nothing here; they stay in `Drawing.xml`.

    Args:
        xml: The file, byte for byte.
        file: Its path inside the pathway, for findings.

    Raises:
        PathwayInvalid: If it is not well-formed XML, not BPMN 2.0, or dangerous.
    """
    notebook = Notebook(file)
    document = read_document(parse_xml(xml, file=file), notebook)
    note_repeated_ids(document.identities, notebook)
    return _drawing(document, notebook, xml)


def _drawing(document: Document, notebook: Notebook, xml: bytes) -> Drawing:
    pools = read_pools(document, notebook)
    scopes = _scopes(document, notebook)
    nodes = whole_nodes(scopes.nodes, notebook)
    flows = whole_flows(scopes.flows, nodes, notebook)
    nodes = whole_defaults(nodes, flows, notebook)
    messages = read_messages(
        document, Sides(nodes=nodes, pools=pools, lanes=scopes.lanes), notebook
    )
    drawn = {*pools, *scopes.lanes, *nodes, *flows, *messages, *scopes.artifacts}
    associations = whole_associations(
        scopes.associations, {*drawn, *scopes.associations}, scopes.shown
    )
    note_loose_associations(scopes.associations, associations, notebook)
    planes = read_planes(document, {*drawn, *associations}, notebook)
    called = _called(document, nodes.values())
    nodes = called_in(placed(nodes, scopes.lanes, planes), called)
    processes = _processes(document, _by_others(called, nodes))
    main = _main(document, processes, nodes.values(), notebook)
    return Drawing(
        id="" if main is None else main.id,
        name=_name(main, pools),
        documentation="" if main is None else main.documentation,
        language=_language(document),
        processes=MappingProxyType(processes),
        pools=MappingProxyType(pools),
        lanes=MappingProxyType(scopes.lanes),
        nodes=MappingProxyType(nodes),
        flows=MappingProxyType(flows),
        messages=MappingProxyType(messages),
        artifacts=MappingProxyType(scopes.artifacts),
        associations=MappingProxyType(associations),
        planes=planes,
        looks=read_looks(document),
        wordings=MappingProxyType(ours.wordings(document.root, document.identities)),
        silences=MappingProxyType(ours.silences(document.root, document.identities)),
        findings=notebook.findings,
        xml=xml,
    )


def _scopes(document: Document, notebook: Notebook) -> ScopeReader:
    scopes = ScopeReader(document, notebook)
    for process in document.processes:
        scopes.read_process(process)
    choreographies = frozenset(document.processes)
    for collaboration in document.collaborations:
        if collaboration not in choreographies:
            scopes.read_collaboration(collaboration)
    return scopes


def _called(document: Document, nodes: Iterable[Node]) -> dict[str, str]:
    """Return call activity's id -> id of the process of the same file that it calls."""
    processes = {document.identities.of(element) for element in document.processes}
    return {
        node.id: node.calls for node in nodes if isinstance(node, Step) and node.calls in processes
    }


def _by_others(called: Mapping[str, str], nodes: Mapping[str, Node]) -> frozenset[str]:
    """Return the processes that another one calls: to call itself makes none a part."""
    return frozenset(
        process for caller, process in called.items() if nodes[caller].process != process
    )


def _processes(document: Document, called: Collection[str]) -> dict[str, Process]:
    return {
        process.id: process
        for process in (_process(document, element, called) for element in document.processes)
    }


def _process(document: Document, element: Element, called: Collection[str]) -> Process:
    name = document.identities.of(element)
    return Process(
        id=name,
        name=name_of(element),
        documentation=documentation(element),
        called=name in called,
        line=element.sourceline,
    )


def _main(
    document: Document,
    processes: Mapping[str, Process],
    nodes: Iterable[Node],
    notebook: Notebook,
) -> Process | None:
    """The process that a case follows: not called by another, and marked to run if one is."""
    drawn = {node.process for node in nodes}
    if not drawn:
        notebook.note(
            "no_process",
            "The file has no process with steps in it. Draw the steps, then save it again.",
        )
    marked = {
        document.identities.of(element)
        for element in document.processes
        if is_true(element, "isExecutable")
    }
    ranked = sorted(
        processes.values(),
        key=lambda each: (each.id not in drawn, each.called, each.id not in marked),
    )
    return next(iter(ranked), None)


def _name(main: Process | None, pools: Mapping[str, Pool]) -> str:
    """The pathway's name: the process's, or its pool's where the process has none."""
    if main is None or main.name:
        return "" if main is None else main.name
    return next((pool.name for pool in pools.values() if pool.process == main.id), "")


def _language(document: Document) -> str:
    said = document.root.get(_LANGUAGE, "").strip()
    return said if 0 < len(said) <= _LONGEST_LANGUAGE else ours.OWN_LANGUAGE

"""A DMN file to a decision, or to findings that say what to put right."""

from pathlib import PurePosixPath

from lxml.etree import _Element as Element

from pathways.bpmn import parse_xml
from pathways.dmn.graph import Graph, names_of
from pathways.dmn.item_types import read_item_types
from pathways.dmn.names import LOGIC, NAMESPACES, attribute, children, local
from pathways.dmn.notes import Notes, Place
from pathways.dmn.source import Source, entry_names
from pathways.dmn.table import index
from pathways.feel import parse
from pathways.model.boxed import Invocation, Literal
from pathways.model.decision import Decision, DecisionService, InputData, Requirements
from pathways.model.decision_table import Output
from pathways.model.finding import Finding, PathwayInvalid


def read_decision(
    xml: bytes, *, file: str, decision: str = "", for_cases: bool = False
) -> Decision:
    """Read the decision whose id is the file's stem, or the one that is named.

    DMN 1.1 to 1.6; comments and vendors' elements are passed over. What the decision requires is
    read with it; what is wrong with other decisions of the file keeps nobody from it. What cannot
    be run is refused, never half read.

    Args:
        xml: The file, byte for byte.
        file: Its path inside the pathway, e.g. `"decisions/who_decides.dmn"`.
        decision: The id or the name of a decision or a decision service; empty for the decision
            whose id is the file's stem.
        for_cases: Whether it is to decide about people. Then each rule has to say why, and cells
            that are empty or not of their column's type are findings too.

    Raises:
        PathwayInvalid: With every finding of the decision.
    """
    definitions = parse_xml(xml, file=file)
    if local(definitions) != "definitions":
        raise PathwayInvalid((_not_dmn(definitions, file),))
    element = _decision_element(definitions, file, decision)
    name = attribute(element, "name") or attribute(element, "id")
    notes = Notes(file=file, name=name, for_cases=for_cases)
    names = entry_names(definitions)
    types = read_item_types(definitions, notes, names)
    graph = Graph(definitions, Source(notes=notes, types=types, names=names))
    if local(element) == "decisionService":
        read = _of_service(graph.service(element), names)
    else:
        read = graph.root(element)
        _note_silence(read, notes, element)
    notes.close()
    for table in read.tables():
        index(table)
    return read


def _note_silence(read: Decision, notes: Notes, element: Element) -> None:
    drawn = next(children(element, *LOGIC), None) is not None
    if drawn and read.table is None and not read.because:
        notes.add_for_cases(
            "rule_without_because",
            "it does not say why. Write the reason, as the family will read it, into its "
            "description.",
            Place(element=read.id).at(element),
        )


def _of_service(service: DecisionService, names: frozenset[str]) -> Decision:
    """Return a decision that calls a service with all that it takes."""
    given = tuple(
        InputData(id=each.id, name=each.variable, type=each.type) for each in service.decisions
    )
    requires = Requirements(data=(*service.data, *given), services=(service,))
    known = names | frozenset(names_of(requires))
    return Decision(
        id=service.id,
        name=service.name,
        variable=service.name,
        logic=Invocation(
            of=parse(service.name, known),
            bindings=tuple(
                (each.name, Literal(expression=parse(each.name, known))) for each in requires.data
            ),
        ),
        outputs=(Output(name=service.id, label=service.name),),
        requires=requires,
    )


def _decision_element(definitions: Element, file: str, named: str) -> Element:
    wanted = named or PurePosixPath(file).stem
    decisions = list(children(definitions, "decision"))
    services = list(children(definitions, "decisionService")) if named else []
    for kind in ("id", "name") if named else ("id",):
        for element in (*decisions, *services):
            if attribute(element, kind) == " ".join(wanted.split()):
                return element
    there = ", ".join(f"“{attribute(each, 'id')}”" for each in decisions) or "none"
    todo = "Give the decision the id of the file, or rename the file."
    finding = Finding(
        rule="no_such_decision",
        message=(
            f"The file has no decision with the id “{wanted}”; its decisions are: {there}. "
            f"{'Name one of these.' if named else todo}"
        ),
        file=file,
        line=definitions.sourceline,
    )
    raise PathwayInvalid((finding,))


def _not_dmn(root: Element, file: str) -> Finding:
    newest = "https://www.omg.org/spec/DMN/20230324/MODEL/"
    return Finding(
        rule="not_dmn",
        message=(
            "The file is not DMN 1.1 to 1.6: its first element must be “definitions” in one of "
            f"the {len(NAMESPACES)} namespaces of those versions, e.g. {newest}. "
            "Save the table again from a DMN editor."
        ),
        file=file,
        line=root.sourceline,
    )

"""A DMN file to a decision, or to findings that say what to put right."""

from pathlib import PurePosixPath

from lxml.etree import _Element as Element

from pathways.bpmn import parse_xml
from pathways.dmn.columns import read_columns
from pathways.dmn.names import NAMESPACES, attribute, child, children, local
from pathways.dmn.notes import Notes, Place
from pathways.dmn.policy import note_what_cannot_be_added, read_aggregator, read_hit_policy
from pathways.dmn.rules import read_rules
from pathways.dmn.types import named_types
from pathways.dmn.unread import note_what_is_not_read
from pathways.model.decision import Decision
from pathways.model.finding import Finding, PathwayInvalid


def read_decision(xml: bytes, *, file: str, decision: str = "") -> Decision:
    """Read the decision table whose id is the file's stem, or the one that is named.

    DMN 1.1 to 1.5; comments and vendors' elements are passed over. A decision that needs
    anything beyond one table with UNIQUE, FIRST, ANY or COLLECT is refused, never half read.

    Args:
        xml: The file, byte for byte.
        file: Its path inside the pathway, e.g. `"decisions/who_decides.dmn"`.
        decision: The decision's id, or its name; empty for the id that is the file's stem.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    definitions = parse_xml(xml, file=file)
    if local(definitions) != "definitions":
        raise PathwayInvalid((_not_dmn(definitions, file),))
    element = _decision_element(definitions, file, decision)
    name = attribute(element, "name") or attribute(element, "id")
    notes = Notes(file=file, name=name)
    place = Place(element=attribute(element, "id")).at(element)
    note_what_is_not_read(definitions, element, notes, place)
    table = child(element, "decisionTable")
    if table is None:
        raise notes.invalid()
    read = _read_table(definitions, element, table, notes)
    notes.close()
    return read


def _read_table(definitions: Element, element: Element, table: Element, notes: Notes) -> Decision:
    decision_id = attribute(element, "id")
    variable = child(element, "variable")
    named = "" if variable is None else attribute(variable, "name")
    columns = read_columns(table, named_types(definitions), notes, only_output=named or decision_id)
    place = Place(element=attribute(table, "id") or decision_id).at(table)
    rules = read_rules(table, columns, notes)
    aggregator = read_aggregator(table, columns, notes, place)
    note_what_cannot_be_added(aggregator, rules, columns, notes)
    return Decision(
        id=decision_id,
        name=attribute(element, "name") or decision_id,
        hit_policy=read_hit_policy(table, notes, place),
        aggregator=aggregator,
        inputs=tuple(filter(None, columns.inputs)),
        outputs=tuple(column.output for column in columns.outputs),
        rules=rules,
    )


def _decision_element(definitions: Element, file: str, named: str) -> Element:
    wanted = named or PurePosixPath(file).stem
    decisions = list(children(definitions, "decision"))
    for kind in ("id", "name") if named else ("id",):
        for element in decisions:
            if attribute(element, kind) == wanted:
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
            "The file is not DMN 1.1 to 1.5: its first element must be “definitions” in one of "
            f"the {len(NAMESPACES)} namespaces of those versions, e.g. {newest}. "
            "Save the table again from a DMN editor."
        ),
        file=file,
        line=root.sourceline,
    )

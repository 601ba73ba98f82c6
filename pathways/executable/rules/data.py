"""Data drawn beside the way, and scripts hidden in extensions: neither runs."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pathways.bpmn.names import identity, local, spoken, words_of
from pathways.executable.original import Original
from pathways.executable.rules.complaint import FILE, about
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding, Severity

_ASSOCIATIONS = frozenset({"dataInputAssociation", "dataOutputAssociation", "ioSpecification"})
_OBJECTS = frozenset({"dataObjectReference", "dataStoreReference"})
_ASSOCIATED = (
    "{it} takes or gives data along a dotted line, which does not run: every answer of an earlier "
    "step can be read anyway. Delete the line."
)
_SCRIPTED = (
    "{it} hides a script in its extensions (<%s>), and nothing in a pathway is code. Take it out; "
    "a decision table or a form can do it in the open."
)


def data(drawing: Drawing, original: Original) -> Iterator[Finding]:
    """Yield a finding for each data association, data object and hidden script."""
    for element, part in original.parts():
        node = drawing.nodes[identity(element)]
        if local(part) in _ASSOCIATIONS:
            yield about(node, "data_association", _ASSOCIATED)
        if local(part) == "extensionElements":
            for each in original.extension_parts(element):
                if local(each).lower().endswith("script"):
                    yield about(node, "hidden_script", _SCRIPTED.replace("%s", local(each)))
    for element in original.beside():
        if local(element) in _OBJECTS:
            yield _object(element)


def _object(element: Element) -> Finding:
    name = spoken(words_of(element.get("name")), identity(element), "data object")
    return Finding(
        rule="data_object",
        message=(
            f"{name[:1].upper()}{name[1:]} is data drawn beside the way. It stays in the file and "
            "does nothing: the answers of each step are kept anyway."
        ),
        severity=Severity.WARNING,
        file=FILE,
        element=identity(element) or None,
        line=element.sourceline,
    )

"""What the drawn file says beyond the drawing's values: messages, errors, markers."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pathways.bpmn.names import BPMN, NODES, bpmn, identity, is_bpmn, local, ref
from pathways.bpmn.xml import parse_xml
from pathways.model.drawing import Drawing


class Original:
    """The XML of a drawing, looked at by id."""

    def __init__(self, drawing: Drawing) -> None:
        self._root = parse_xml(drawing.xml, file="pathway.bpmn")
        elements = self._root.iter(f"{{{BPMN}}}*")
        self._by_id = {identity(each): each for each in elements if identity(each)}
        self._known = drawing.nodes

    def element(self, element_id: str) -> Element | None:
        """Return the element with this id; None where the file has none."""
        return self._by_id.get(element_id)

    def referred(self, element_id: str, attribute: str) -> Element | None:
        """Return what an element, or the definition of its event, refers to with this attribute."""
        element = self.element(element_id)
        if element is None:
            return None
        for each in (element, *element.iterchildren(f"{{{BPMN}}}*")):
            name = ref(each.get(attribute), self._by_id)
            if name:
                return self.element(name)
        return None

    def by_event(self, element_id: str) -> bool:
        """Whether this is a sub-process that an event starts: no arrow leads to it."""
        element = self.element(element_id)
        return element is not None and element.get("triggeredByEvent") == "true"

    def condition(self, element_id: str) -> str:
        """Return the FEEL that a conditional event waits for; empty where it names none."""
        element = self.element(element_id)
        condition = None if element is None else element.find(f".//{bpmn('condition')}")
        return "" if condition is None else "".join(condition.itertext()).strip()

    def parts(self) -> Iterator[tuple[Element, Element]]:
        """Yield (node or process, part) for everything written inside of the drawing's nodes."""
        for element in self._root.iter(f"{{{BPMN}}}*"):
            if identity(element) in self._known and local(element) in NODES:
                yield from ((element, part) for part in element.iterchildren() if is_bpmn(part))

    def beside(self) -> Iterator[Element]:
        """Yield the elements of processes and sub-processes that are no nodes and no flows."""
        scopes = (bpmn("process"), bpmn("subProcess"))
        for scope in self._root.iter(*scopes):
            yield from (each for each in scope.iterchildren() if is_bpmn(each))

    def extension_parts(self, element: Element) -> Iterator[Element]:
        """Yield every vendor's element inside an element's extensions."""
        extensions = element.find(bpmn("extensionElements"))
        if extensions is not None:
            yield from extensions.iterdescendants("*")

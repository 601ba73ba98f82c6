"""What a BPMN file holds at its top: processes, collaborations, and what events refer to."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from pathways.bpmn.identities import Identities, Sort
from pathways.bpmn.names import BPMN, COLLABORATIONS, PROCESSES, TRIGGERS, bpmn, local, parts
from pathways.bpmn.notebook import Notebook
from pathways.model.finding import PathwayInvalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The parts of a BPMN file, and the ids of its elements."""

    root: Element
    identities: Identities
    #: In the order of the file.
    processes: tuple[Element, ...]
    collaborations: tuple[Element, ...]
    #: Definitions that events refer to, by id.
    shared: dict[str, Element]

    def process(self, reference: str | None) -> str:
        """Return the id of the process of this file that is referred to; empty where there is none.

        Args:
            reference: An id, with or without a prefix.
        """
        found = self.identities.named(reference, Sort.PROCESS)
        if found is None or found.getparent() is not self.root or local(found) not in PROCESSES:
            return ""
        return self.identities.of(found)


def read_document(root: Element, notebook: Notebook) -> Document:
    """Return the parts of a BPMN file.

    Raises:
        PathwayInvalid: If it is no BPMN 2.0 file; the finding says what it is.
    """
    if root.tag != bpmn("definitions"):
        notebook.note("not_bpmn", _not_bpmn(root), root)
        raise PathwayInvalid(notebook.findings)
    identities = Identities(root)
    top = tuple(parts(root))
    return Document(
        root=root,
        identities=identities,
        processes=tuple(element for element in top if local(element) in PROCESSES),
        collaborations=tuple(element for element in top if local(element) in COLLABORATIONS),
        shared={identities.of(each): each for each in top if local(each) in TRIGGERS},
    )


def _not_bpmn(root: Element) -> str:
    if local(root) == "definitions":
        return (
            "This is not a BPMN 2.0 drawing: its outermost element is <definitions> of another "
            f"kind than {BPMN}. Give the drawing that a BPMN editor saves (usually a file that "
            "ends in .bpmn)."
        )
    return (
        f"This is not a BPMN drawing: its outermost element is <{local(root)}>, and a drawing's is "
        "<definitions>. Give the drawing that a BPMN editor saves (usually a file that ends in "
        ".bpmn)."
    )

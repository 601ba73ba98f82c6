"""What is drawn beside the way: notes, frames, data, and the dotted lines to them."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from pathways.bpmn.identities import Identities, Neighbours
from pathways.bpmn.names import (
    ARTIFACTS,
    ASSOCIATIONS,
    LONGEST_NAME,
    LONGEST_TEXT,
    bpmn,
    is_true,
    local,
    name_of,
    parts,
    text_of,
    words_of,
)
from pathways.bpmn.nodes import Place
from pathways.model.drawing import Artifact, ArtifactKind, Association, AssociationKind
from pathways.model.spoken import shortened

_DATA = frozenset({ArtifactKind.DATA_OBJECT, ArtifactKind.DATA_STORE})
_SOURCE = bpmn("sourceRef")
_TARGET = bpmn("targetRef")


class ArtifactReader:
    """Reads what one file draws beside the way."""

    def __init__(self, identities: Identities) -> None:
        self._identities = identities
        #: By id, in the order of the file.
        self.artifacts: dict[str, Artifact] = {}
        #: By id, in the order of the file; an end that is nowhere is empty.
        self.associations: dict[str, Association] = {}
        #: Id of a data object, which is not drawn itself -> the first artifact that draws it.
        self.shown: dict[str, str] = {}

    def read(self, scope: Element, place: Place, near: Neighbours) -> None:
        """Read everything beside the way of a process, sub-process or collaboration."""
        for element in _beside(scope):
            name = local(element)
            if name in ARTIFACTS:
                artifact = self._artifact(element, ARTIFACTS[name], place)
                self.artifacts[artifact.id] = artifact
            elif name in ASSOCIATIONS:
                self._associate(element, ASSOCIATIONS[name], near)

    def _artifact(self, element: Element, kind: ArtifactKind, place: Place) -> Artifact:
        data = self._data(element) if kind in _DATA else None
        if data is not None:
            self.shown.setdefault(self._identities.of(data), self._identities.of(element))
        return Artifact(
            id=self._identities.of(element),
            kind=kind,
            name=self._name(element, kind, data),
            process=place.process,
            inside=place.inside,
            state=_state(element),
            collection=any(
                is_true(each, "isCollection") for each in (element, data) if each is not None
            ),
            line=element.sourceline,
        )

    def _data(self, reference: Element) -> Element | None:
        named = reference.get("dataObjectRef") or reference.get("dataStoreRef")
        return self._identities.named(named)

    def _name(self, element: Element, kind: ArtifactKind, data: Element | None) -> str:
        if kind is ArtifactKind.ANNOTATION:
            texts = (text_of(each) for each in element.iterchildren(bpmn("text")))
            return shortened(words_of(" ".join(texts)), LONGEST_TEXT)
        if kind is ArtifactKind.GROUP:
            category = self._identities.named(element.get("categoryValueRef"))
            value = "" if category is None else words_of(category.get("value"))
            return shortened(value, LONGEST_NAME)
        own = name_of(element)
        return own if own or data is None else name_of(data)

    def _associate(self, element: Element, kind: AssociationKind, near: Neighbours) -> None:
        for number, (source, target) in enumerate(self._ends(element, kind, near)):
            association = Association(
                id=self._identities.another(element) if number else self._identities.of(element),
                kind=kind,
                source=source,
                target=target,
                direction=element.get("associationDirection", "None").strip(),
                line=element.sourceline,
            )
            self.associations[association.id] = association

    def _ends(
        self, element: Element, kind: AssociationKind, near: Neighbours
    ) -> list[tuple[str, str]]:
        """Data associations are written inside of the step, and name its parameters, not itself."""
        if kind is AssociationKind.PLAIN:
            return [(near.meant(element.get("sourceRef")), near.meant(element.get("targetRef")))]
        step = element.getparent()
        own = "" if step is None else self._identities.of(step)
        if kind is AssociationKind.DATA_INPUT:
            return [(near.meant(each.text), own) for each in element.iterchildren(_SOURCE)]
        return [(own, near.meant(each.text)) for each in element.iterchildren(_TARGET)]


def _beside(scope: Element) -> Iterator[Element]:
    """Yield what may stand beside the way: the scope's own, its parameters', its steps'."""
    for child in parts(scope):
        yield child
        if local(child) == "ioSpecification":
            yield from parts(child)
        else:
            yield from child.iterchildren(
                bpmn("dataInputAssociation"), bpmn("dataOutputAssociation")
            )


def _state(element: Element) -> str:
    state = element.find(bpmn("dataState"))
    return "" if state is None else name_of(state)

"""Decisions and all that they require: input data, other decisions, knowledge models, services."""

from collections.abc import Iterator
from contextlib import contextmanager

from lxml.etree import _Element as Element

from pathways.dmn.boxes import Box, read_function, read_logic
from pathways.dmn.cells import is_feel, read_reason
from pathways.dmn.item_types import type_of
from pathways.dmn.names import attribute, child, children, local
from pathways.dmn.notes import Place
from pathways.dmn.source import Source
from pathways.model import boxed
from pathways.model.boxed import Boxed
from pathways.model.decision import (
    Decision,
    DecisionService,
    InputData,
    KnowledgeModel,
    Requirements,
)
from pathways.model.decision_table import DecisionTable, Output
from pathways.model.item_type import ItemType

_KINDS = ("decision", "inputData", "businessKnowledgeModel", "decisionService")
#: How many decisions may lean on one another, one behind the other.
_DEEPEST = 40
_REQUIRED = {
    "informationRequirement": ("requiredDecision", "requiredInput"),
    "knowledgeRequirement": ("requiredKnowledge",),
}
_NOTHING = Requirements()


class Graph:
    """Reads decisions of one file, each once."""

    def __init__(self, definitions: Element, source: Source) -> None:
        self._source = source
        self._namespace = attribute(definitions, "namespace")
        self._language = attribute(definitions, "expressionLanguage")
        self._elements = {attribute(each, "id"): each for each in children(definitions, *_KINDS)}
        self._read: dict[str, Decision | InputData | KnowledgeModel | DecisionService] = {}
        #: Ids of what is being read, outermost first.
        self._under_way: list[str] = []

    def root(self, element: Element) -> Decision:
        """Return a decision with all that it requires; what is wrong goes to the notes."""
        with self._reading(attribute(element, "id")):
            return self._decision(element)

    def _decision(self, element: Element) -> Decision:
        decision_id = attribute(element, "id")
        name = attribute(element, "name") or decision_id
        source = self._source.about(name)
        place = Place(element=decision_id).at(element)
        self._note_language(element, source, place)
        requires = self._requirements(element, source, place)
        known = source.knowing(self._names(element))
        variable = _variable(element)
        only = variable if variable.isidentifier() else decision_id
        box = Box(id=decision_id, name=name, only_output=only, place=place)
        logic = read_logic(element, known, box)
        because = ""
        if not isinstance(logic, DecisionTable):
            said = child(element, "description")
            because = read_reason(said, source.notes, place, names=known.names)
        return Decision(
            id=decision_id,
            name=name,
            variable=variable or name,
            type=self._type(element),
            logic=logic,
            outputs=_outputs(logic, only),
            because=because,
            names=known.names,
            requires=requires,
        )

    def service(self, element: Element) -> DecisionService:
        """Return a decision service; what is wrong goes to the notes."""
        name = _variable(element) or attribute(element, "name")
        source = self._source.about(attribute(element, "name"))
        place = Place(element=attribute(element, "id")).at(element)
        parts: dict[str, list[Element]] = {
            "outputDecision": [],
            "inputDecision": [],
            "inputData": [],
        }
        for part in children(element, *parts):
            found = self._found(part, source, place)
            if found is not None:
                parts[local(part)].append(found)
        return DecisionService(
            id=attribute(element, "id"),
            name=name,
            outputs=tuple(self._decisions(parts["outputDecision"], source, place)),
            data=tuple(self._data(each) for each in parts["inputData"]),
            decisions=tuple(self._decisions(parts["inputDecision"], source, place)),
            type=self._type(element),
        )

    def _decisions(
        self, elements: list[Element], source: Source, place: Place
    ) -> Iterator[Decision]:
        for element in elements:
            read = self._once(element, source, place)
            if isinstance(read, Decision):
                yield read

    def _requirements(self, element: Element, source: Source, place: Place) -> Requirements:
        found: list[object] = []
        for needed in children(element, *_REQUIRED):
            for reference in children(needed, *_REQUIRED[local(needed)]):
                required = self._found(reference, source, place)
                read = None if required is None else self._once(required, source, place)
                if read is not None:
                    found.append(read)
        return Requirements(
            decisions=tuple(each for each in found if isinstance(each, Decision)),
            data=tuple(each for each in found if isinstance(each, InputData)),
            knowledge=tuple(each for each in found if isinstance(each, KnowledgeModel)),
            services=tuple(each for each in found if isinstance(each, DecisionService)),
        )

    def _names(self, element: Element) -> Iterator[str]:
        """Yield what expressions call that which an element requires, even if it cannot be read."""
        for needed in children(element, *_REQUIRED):
            for reference in children(needed, *_REQUIRED[local(needed)]):
                required = self._elements.get(attribute(reference, "href").rpartition("#")[2])
                if required is not None:
                    yield _variable(required) or attribute(required, "name")

    def _found(self, reference: Element, source: Source, place: Place) -> Element | None:
        """Return what a reference leads to; None after a finding."""
        namespace, _, wanted = attribute(reference, "href").rpartition("#")
        if namespace and namespace != self._namespace:
            source.notes.add(
                "imported",
                f"it needs “{wanted}” of another file ({namespace}), and one file is read alone. "
                "Draw what it needs in this file.",
                place.at(reference),
            )
            return None
        found = self._elements.get(wanted)
        if found is None:
            message = f"it needs “{wanted}”, which the file does not have. Draw it, or take the "
            message += "arrow away."
            source.notes.add("needs_nothing", message, place.at(reference))
        return found

    def _once(
        self, element: Element, source: Source, place: Place
    ) -> Decision | InputData | KnowledgeModel | DecisionService | None:
        element_id = attribute(element, "id")
        if element_id in self._under_way:
            around = [*self._under_way[self._under_way.index(element_id) :], element_id]
            said = ", ".join(f"“{self._called(each)}”" for each in around)
            message = f"it needs itself: {said}. Take one of these arrows away."
            source.notes.add("needs_itself", message, place)
            return None
        if len(self._under_way) >= _DEEPEST:
            message = f"more than {_DEEPEST} decisions lean on one another in a row. Join some."
            source.notes.add("too_deep", message, place)
            return None
        if element_id not in self._read:
            with self._reading(element_id):
                self._read[element_id] = self._new(element)
        return self._read[element_id]

    @contextmanager
    def _reading(self, element_id: str) -> Iterator[None]:
        self._under_way.append(element_id)
        yield
        self._under_way.pop()

    def _new(self, element: Element) -> Decision | InputData | KnowledgeModel | DecisionService:
        match local(element):
            case "decision":
                return self._decision(element)
            case "inputData":
                return self._data(element)
            case "decisionService":
                return self.service(element)
        return self._knowledge(element)

    def _data(self, element: Element) -> InputData:
        name = _variable(element) or attribute(element, "name")
        return InputData(id=attribute(element, "id"), name=name, type=self._type(element))

    def _knowledge(self, element: Element) -> KnowledgeModel:
        model_id, name = attribute(element, "id"), _variable(element) or attribute(element, "name")
        source = self._source.about(attribute(element, "name") or model_id)
        place = Place(element=model_id).at(element)
        requires = self._requirements(element, source, place)
        logic = child(element, "encapsulatedLogic")
        if logic is None:
            message = "nothing says what it does. Draw its logic, or take it away."
            source.notes.add("not_a_table", message, place)
            function = boxed.Function(parameters=(), body=boxed.Literal(expression=None))
        else:
            box = Box(id=model_id, name=name, only_output=name, place=place)
            known = source.knowing((*self._names(element), name))
            function = read_function(logic, known, box)
        return KnowledgeModel(id=model_id, name=name, function=function, requires=requires)

    def _type(self, element: Element) -> ItemType | None:
        variable = child(element, "variable")
        return (
            None
            if variable is None
            else type_of(attribute(variable, "typeRef"), self._source.types)
        )

    def _called(self, element_id: str) -> str:
        return attribute(self._elements[element_id], "name") or element_id

    def _note_language(self, element: Element, source: Source, place: Place) -> None:
        tables = children(element, "decisionTable")
        languages = [
            (self._language, element),
            *((attribute(table, "expressionLanguage"), table) for table in tables),
        ]
        for language, where in languages:
            if not is_feel(language):
                message = (
                    f"the file is written in “{language}”, and only FEEL is read. Write its cells "
                    "in FEEL and take the attribute expressionLanguage away."
                )
                source.notes.add("not_feel", message, place.at(where))


def names_of(requires: Requirements) -> Iterator[str]:
    """Yield what expressions call that which is required."""
    yield from (each.name for each in requires.data)
    yield from (each.variable for each in requires.decisions)
    yield from (each.name for each in requires.knowledge)
    yield from (each.name for each in requires.services)


def _variable(element: Element) -> str:
    variable = child(element, "variable")
    return "" if variable is None else attribute(variable, "name")


def _outputs(logic: Boxed, only: str) -> tuple[Output, ...]:
    if isinstance(logic, DecisionTable):
        return logic.outputs
    if isinstance(logic, boxed.Context) and logic.result is None and logic.entries:
        return tuple(Output(name=each.name, label=each.name) for each in logic.entries)
    return (Output(name=only, label=only),)

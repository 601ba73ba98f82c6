"""What a DMN file can hold and is not run: noted, never passed over in silence."""

from lxml.etree import _Element as Element

from pathways.dmn.cells import is_feel
from pathways.dmn.names import OTHER_LOGIC, attribute, child, children, local
from pathways.dmn.notes import Notes, Place


def note_what_is_not_read(
    definitions: Element, element: Element, notes: Notes, place: Place
) -> None:
    """Note everything that this decision leans on and that is not run."""
    table = child(element, "decisionTable")
    if table is None:
        _note_no_table(element, notes, place)
    else:
        _note_language(definitions, table, notes, place)
    _note_models(definitions, notes, place)
    _note_requirements(element, notes, place)


def _note_models(definitions: Element, notes: Notes, place: Place) -> None:
    for model in children(definitions, "businessKnowledgeModel", "decisionService", "import"):
        notes.add(
            "not_run",
            f"the file has a {local(model)} (“{attribute(model, 'name')}”), which is not run. "
            "Write its logic into the table.",
            place.at(model),
        )


def _note_requirements(element: Element, notes: Notes, place: Place) -> None:
    for needed in children(element, "knowledgeRequirement"):
        message = "it calls logic outside the table, which is not run. Write it into the table."
        notes.add("not_run", message, place.at(needed))
    for needed in children(element, "informationRequirement"):
        required = child(needed, "requiredDecision")
        if required is not None:
            other = attribute(required, "href").lstrip("#")
            notes.add(
                "needs_another_decision",
                f"it needs the decision “{other}” of the same file, which is not asked. Draw a "
                f"decision step of its own for it, and refer to its answer as step.output.",
                place.at(needed),
            )


def _note_no_table(element: Element, notes: Notes, place: Place) -> None:
    other = next(children(element, *OTHER_LOGIC), None)
    what = "nothing" if other is None else OTHER_LOGIC[local(other)]
    notes.add(
        "not_a_table",
        f"it is made of {what}, and only decision tables are run. Draw a decision table for it.",
        place.at(other),
    )


def _note_language(definitions: Element, table: Element, notes: Notes, place: Place) -> None:
    for element in (definitions, table):
        language = attribute(element, "expressionLanguage")
        if not is_feel(language):
            message = (
                f"the file is written in “{language}”, and only FEEL is read. Write its cells in "
                "FEEL and take the attribute expressionLanguage away."
            )
            notes.add("not_feel", message, place.at(element))

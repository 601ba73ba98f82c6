"""How often a step is done, as it is written into the copy."""

from lxml import etree
from lxml.etree import _Element as Element

from pathways.bpmn.names import bpmn
from pathways.model.node import Again, Loop, Several, Step


def add_loop(element: Element, step: Step) -> None:
    """Write the loop marker of a step, where it is done more than once."""
    if step.several is not None:
        _add_several(element, step.several, sequential=step.loop is Loop.SEQUENTIAL)
    elif step.again is not None:
        _add_again(element, step.again)


def _add_several(element: Element, several: Several, *, sequential: bool) -> None:
    marker = etree.SubElement(element, bpmn("multiInstanceLoopCharacteristics"))
    marker.set("isSequential", "true" if sequential else "false")
    if several.collection:
        etree.SubElement(marker, bpmn("loopDataInputRef")).text = several.collection
    else:
        etree.SubElement(marker, bpmn("loopCardinality")).text = several.number
    if several.item:
        item = f"item_of_{element.get('id')}"
        etree.SubElement(marker, bpmn("inputDataItem"), id=item, name=several.item)
    if several.until:
        etree.SubElement(marker, bpmn("completionCondition")).text = several.until


def _add_again(element: Element, again: Again) -> None:
    marker = etree.SubElement(element, bpmn("standardLoopCharacteristics"))
    marker.set("testBefore", "true" if again.before else "false")
    if again.most is not None:
        marker.set("loopMaximum", str(again.most))
    if again.condition:
        etree.SubElement(marker, bpmn("loopCondition")).text = again.condition

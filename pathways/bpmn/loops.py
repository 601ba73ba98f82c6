"""How often a step is done: BPMN's loop markers, with what vendors write inside of them."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from pathways.bpmn.names import FINGERPOST, bpmn, is_true, text_of
from pathways.model.node import Again, Loop, Several

_SEVERAL = bpmn("multiInstanceLoopCharacteristics")
_AGAIN = bpmn("standardLoopCharacteristics")
#: What says for what, by local name in any vendor's namespace, and what names the item there.
_COLLECTIONS = ("collection", "inputCollection")
_ITEMS = ("item", "inputElement", "elementVariable")
#: A number with more digits than that is no number of times that anything can be done.
_DIGITS = 6
_WRAPPED = re.compile(r"=\s*(.*)|[$#]\{(.*)\}", re.DOTALL)


def loop_of(step: Element) -> Loop:
    """Return whether a step is done more than once."""
    several = step.find(_SEVERAL)
    if several is not None:
        return Loop.SEQUENTIAL if is_true(several, "isSequential") else Loop.PARALLEL
    return Loop.NONE if step.find(_AGAIN) is None else Loop.STANDARD


def several_of(step: Element) -> Several | None:
    """Return for what a step is done; None where it is not done for several.

    Our own attributes count most, then those of vendors, then BPMN's reference to data, which is
    read as FEEL.
    """
    marker = step.find(_SEVERAL)
    if marker is None:
        return None
    collection = _first(_said(marker, _COLLECTIONS)) or _child(marker, "loopDataInputRef")
    declared = marker.find(bpmn("inputDataItem"))
    named = "" if declared is None else declared.get("name") or declared.get("id") or ""
    return Several(
        collection=collection,
        number="" if collection else _child(marker, "loopCardinality"),
        item=_first(_said(marker, _ITEMS)) or named.strip(),
        until=_child(marker, "completionCondition"),
    )


def again_of(step: Element) -> Again | None:
    """Return how long a step is done again; None where it is not."""
    marker = step.find(_AGAIN)
    if marker is None or step.find(_SEVERAL) is not None:
        return None
    most = marker.get("loopMaximum", "").strip()
    return Again(
        condition=_child(marker, "loopCondition"),
        most=int(most) if most.isascii() and most.isdigit() and len(most) <= _DIGITS else None,
        before=is_true(marker, "testBefore"),
    )


def _child(marker: Element, name: str) -> str:
    child = marker.find(bpmn(name))
    return "" if child is None else _bare(text_of(child))


def _said(marker: Element, names: tuple[str, ...]) -> Iterator[str]:
    """Yield what attributes of these names say: ours first, then those of vendors."""
    yield from (marker.get(f"{{{FINGERPOST}}}{name}", "") for name in names)
    for name in map(str, marker.keys()):
        if name.startswith("{") and name.rpartition("}")[2] in names:
            yield marker.get(name, "")
    for inner in marker.iterdescendants("{*}loopCharacteristics"):
        yield from (inner.get(name, "") for name in names)


def _first(said: Iterator[str]) -> str:
    return next((bare for each in said if (bare := _bare(each))), "")


def _bare(text: str) -> str:
    """Return an expression without the signs that vendors put around it."""
    text = text.strip()
    wrapped = _WRAPPED.fullmatch(text)
    return text if wrapped is None else (wrapped[1] or wrapped[2] or "").strip()

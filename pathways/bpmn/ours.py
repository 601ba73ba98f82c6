"""Our own attributes and elements in a drawing; vendors' are counted, never read."""

from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from lxml.etree import _Element as Element

from pathways.bpmn.identities import Identities
from pathways.bpmn.names import (
    FINGERPOST,
    LONGEST_TEXT,
    bpmn,
    is_bpmn,
    local,
    text_of,
    words_of,
)
from pathways.model.node import NamedValue
from pathways.model.spoken import shortened
from pathways.model.wording import Audience, Silence, Wording

#: The language of words that do not say theirs.
OWN_LANGUAGE = "en"

#: We have a handful; each one is looked for among all attributes of its element.
_MOST_ATTRIBUTES = 50
#: So many values one step may write down or hand on; what comes after them is not read.
MOST_VALUES = 50
_OURS = f"{{{FINGERPOST}}}"
_AUDIENCES = {audience.value: audience for audience in Audience}
_NOTHING: Mapping[str, str] = MappingProxyType({})


def extensions(element: Element) -> Mapping[str, str]:
    """Return an element's attributes in our namespace, by local name."""
    names = [str(name) for name in element.keys() if str(name).startswith(_OURS)]  # noqa: SIM118 - an element's own `in` looks through its children
    found = {
        name.removeprefix(_OURS): element.get(name, "").strip() for name in names[:_MOST_ATTRIBUTES]
    }
    return MappingProxyType(found) if found else _NOTHING


def values(element: Element) -> tuple[NamedValue, ...]:
    """Return our `value` elements that stand directly in an element's extensions."""
    written = (
        each
        for holder in element.iterchildren(bpmn("extensionElements"))
        for each in holder.iterchildren(f"{_OURS}value")
    )
    return tuple(
        NamedValue(name=each.get("name", "").strip(), source=each.get("from", "").strip())
        for each in islice(written, MOST_VALUES)
    )


def foreign(element: Element) -> tuple[str, ...]:
    """Return the local names of everything in an element's extensions that is not ours."""
    return tuple(
        local(each)
        for holder in element.iterchildren(bpmn("extensionElements"))
        for each in holder.iterdescendants("*")
        if not str(each.tag).startswith(_OURS)
    )


def wordings(root: Element, identities: Identities) -> dict[str, tuple[Wording, ...]]:
    """Return our words for the elements of a file, by element id, in the order of the file.

    Words that are empty or for an unknown audience are left out.
    """
    found: dict[str, list[Wording]] = {}
    for element, each in _written(root, "wording"):
        audience = _AUDIENCES.get(each.get("for", "").strip())
        text = shortened(words_of(text_of(each)), LONGEST_TEXT)
        if audience is not None and text:
            language = each.get("lang", "").strip() or OWN_LANGUAGE
            wording = Wording(audience=audience, language=language, text=text)
            found.setdefault(identities.of(element), []).append(wording)
    return {name: tuple(said) for name, said in found.items()}


def silences(root: Element, identities: Identities) -> dict[str, tuple[Silence, ...]]:
    """Return the rules that are silenced in a file, by element id."""
    found: dict[str, list[Silence]] = {}
    for element, each in _written(root, "silence"):
        rule = each.get("rule", "").strip()
        if rule:
            silence = Silence(rule=rule, because=words_of(each.get("because")))
            found.setdefault(identities.of(element), []).append(silence)
    return {name: tuple(silenced) for name, silenced in found.items()}


def _written(root: Element, name: str) -> Iterator[tuple[Element, Element]]:
    """Yield (BPMN element, element of ours that stands directly in its extensions)."""
    for each in root.iter(f"{_OURS}{name}"):
        holder = each.getparent()
        element = None if holder is None else holder.getparent()
        if element is not None and holder is not None and holder.tag == bpmn("extensionElements"):
            yield from [(element, each)] if is_bpmn(element) else []

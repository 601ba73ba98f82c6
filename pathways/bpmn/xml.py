"""XML from a stranger: what is refused before anything else looks at it.

Source of the limits: measured attacks on lxml 6.1 (entity bombs, deep nesting, 200,000 elements).
"""

import re

from lxml import etree
from lxml.etree import _Element as Element

from pathways.model.finding import Finding, PathwayInvalid

MOST_BYTES = 2_000_000
#: Editors write about 75 bytes for each element, comment and instruction, and hardly less than 40.
MOST_MARKUP = 60_000
#: libxml2's own limit.
MOST_DEPTH = 256

#: libxml2's XML_ERR_RESOURCE_LIMIT: too deep, or a single name or value that is far too long.
_RESOURCE_LIMIT = 114
#: The DOCTYPE can stand only before the first element. Atomic, so that it cannot backtrack.
_DOCTYPE = re.compile(
    rb"(?>\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s++|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL
)


def parse_xml(xml: bytes, *, file: str) -> Element:
    """Return the root of an XML file, after everything dangerous or broken has been refused.

    Nothing outside the file is ever read, and no entity is ever replaced.

    Args:
        xml: The file, byte for byte.
        file: Its path inside the pathway, for findings.

    Raises:
        PathwayInvalid: With one finding that has the line and column where there is one.
    """
    problem = _too_much(xml)
    if problem is not None:
        raise PathwayInvalid((_finding(file, *problem),))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        dtd_validation=False,
        strip_cdata=False,
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as broken:
        raise PathwayInvalid((_broken(broken, file),)) from None
    problem = _hidden(root)
    if problem is not None:
        raise PathwayInvalid((_finding(file, *problem),))
    return root


_DOCTYPE_MESSAGE = (
    "The file starts with a <!DOCTYPE> declaration, which can hide harmful content. Take that "
    "declaration out, or save the file again from a BPMN or DMN editor, which never writes one."
)
_HAS_DOCTYPE = ("has_doctype", _DOCTYPE_MESSAGE)
_TOO_MANY = (
    "too_many_elements",
    (
        f"The file has more than {MOST_MARKUP:,} elements, which nobody could read as one "
        "pathway. Split the pathway into smaller ones."
    ),
)


def _too_much(xml: bytes) -> tuple[str, str] | None:
    if len(xml) > MOST_BYTES:
        return "too_big", (
            f"The file has {len(xml):,} bytes; at most {MOST_BYTES:,} are read. Split the pathway "
            "into smaller ones, or take pictures out of the file."
        )
    text = xml.replace(b"\0", b"")  # so that UTF-16 and UTF-32 hide nothing
    if _DOCTYPE.match(text):
        return _HAS_DOCTYPE
    return _TOO_MANY if text.count(b"<") - text.count(b"</") > MOST_MARKUP else None


def _hidden(root: Element) -> tuple[str, str] | None:
    """Look again at what an encoding may have hidden from a look at the bytes."""
    if root.getroottree().docinfo.doctype:
        return _HAS_DOCTYPE
    return _TOO_MANY if root.xpath(f"count(//node()) > {2 * MOST_MARKUP}") else None


def _broken(broken: etree.XMLSyntaxError, file: str) -> Finding:
    line, column = broken.position
    if broken.code == _RESOURCE_LIMIT:
        rule, message = (
            "too_deep",
            (
                f"Elements are nested more than {MOST_DEPTH} deep here, or one value is far too "
                "long. No BPMN or DMN editor writes that: save the file again from an editor."
            ),
        )
    else:
        said = re.sub(r", line \d+, column \d+$", "", broken.msg or "").strip()
        rule, message = (
            "not_xml",
            (
                f"The file is not well-formed XML: {said[:200]}. Put this line right, or save the "
                "file again from a BPMN or DMN editor."
            ),
        )
    return Finding(rule=rule, message=message, file=file, line=max(line, 1), column=max(column, 1))


def _finding(file: str, rule: str, message: str) -> Finding:
    return Finding(rule=rule, message=message, file=file, line=1)

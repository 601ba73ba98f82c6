"""A drawing's XML written back: what nobody changed is canonically the same."""

from lxml import etree

from pathways.bpmn.xml import parse_xml


def rewritten(xml: bytes, *, file: str = "pathway.bpmn") -> bytes:
    """Return a BPMN file as it is written after nothing in it was changed.

    Vendors' extensions, comments, instructions and the diagram part are all in it, so that its
    canonical XML (C14N 1.0 with comments) is the same.

    Raises:
        PathwayInvalid: If it is not well-formed XML, or dangerous.
    """
    tree = parse_xml(xml, file=file).getroottree()
    encoding = tree.docinfo.encoding or "UTF-8"
    alone = True if tree.docinfo.standalone else None  # "no" says nothing where there is no DTD
    return etree.tostring(tree, xml_declaration=True, encoding=encoding, standalone=alone)

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from pathways.bpmn import read_drawing, rewritten
from pathways.model.finding import PathwayInvalid
from tests.pathways.generated import any_drawings, dressed, sound_drawings
from tests.pathways.sketches import sketch

LIBRARY_CARD = Path(__file__).with_name("test_reader.bpmn").read_bytes()
slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def canonical(xml: bytes) -> bytes:
    """Return a file as canonical XML 2.0, comments and instructions included."""
    tree = etree.fromstring(xml, etree.XMLParser(resolve_entities=False)).getroottree()
    return etree.tostring(tree, method="c14n2", with_comments=True)


@pytest.mark.parametrize(
    "xml",
    [
        LIBRARY_CARD,
        b"<?a?><!--b--><a><!--c--><?d e?><![CDATA[<f>&]]>g\r\nh&#13;</a><!--i--><?j?>",
        b'<a b="1&#10;2&#9;3&quot;\'&lt;"> &gt; &amp;\n </a>',
        b'<x:a xmlns:x="urn:x" xmlns="urn:y"><b xmlns=""/><x:c x:d="" d=""/></x:a>',
        b'<?xml version="1.0" standalone="yes"?><a/>',
        b'<?xml version="1.0" encoding="us-ascii"?><a b="&#233;">&#8220;</a>',
        b"\xef\xbb\xbf<a/>",
        b'<a xmlns:rel="../relative"><rel:b/></a>',
    ],
)
def test_what_is_written_back_is_canonically_the_same(xml: bytes) -> None:
    assert canonical(rewritten(xml)) == canonical(xml)


def test_what_is_written_back_twice_is_the_same_byte_for_byte() -> None:
    assert rewritten(rewritten(LIBRARY_CARD)) == rewritten(LIBRARY_CARD)


def test_sections_of_character_data_stay_as_they_are_written() -> None:
    written = rewritten(
        sketch('<task id="a"><documentation><![CDATA[a < b]]></documentation></task>')
    )

    assert b"<![CDATA[a < b]]>" in written


@pytest.mark.parametrize(("said", "kept"), [("yes", True), ("no", False)])
def test_only_a_file_that_stands_alone_says_so(said: str, *, kept: bool) -> None:
    written = rewritten(f'<?xml version="1.0" standalone="{said}"?><a/>'.encode())

    assert (b"standalone" in written) is kept


def test_what_cannot_be_read_cannot_be_written_back() -> None:
    with pytest.raises(PathwayInvalid):
        rewritten(b"<!DOCTYPE d><d/>")


@slow
@given(st.one_of(sound_drawings(), any_drawings()).flatmap(dressed))
def test_any_drawing_is_written_back_canonically_the_same(xml: bytes) -> None:
    assert canonical(rewritten(xml)) == canonical(xml)


@slow
@given(any_drawings())
def test_what_is_written_back_is_read_as_the_same_drawing(xml: bytes) -> None:
    one, other = read_drawing(xml), read_drawing(rewritten(xml))

    assert (list(one.nodes), list(one.flows)) == (list(other.nodes), list(other.flows))
    assert one.planes == other.planes

import pytest

from pathways.bpmn import parse_xml, read_drawing
from pathways.model.finding import Finding, PathwayInvalid
from tests.pathways.sketches import sketch

BOMB = (
    '<!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(10))
    + "]><d>&a9;</d>"
)


def refused(xml: bytes) -> Finding:
    with pytest.raises(PathwayInvalid) as no:
        parse_xml(xml, file="x.bpmn")
    (finding,) = no.value.findings
    assert finding.file == "x.bpmn"
    return finding


@pytest.mark.parametrize(
    "xml",
    [
        BOMB.encode(),
        b'<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>',
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <x> -->\n<!DOCTYPE d><d/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d><d/>'.encode("utf-16"),
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]><d>&x;</d>',
    ],
)
def test_a_doctype_is_refused_before_anything_is_parsed(xml: bytes) -> None:
    assert refused(xml).rule == "has_doctype"


def test_the_word_doctype_inside_of_a_text_is_harmless() -> None:
    assert parse_xml(b"<d><![CDATA[<!DOCTYPE d>]]></d>", file="x").tag == "d"


def test_broken_xml_is_told_with_line_column_and_what_to_do() -> None:
    finding = refused(b"<a>\n  <b>\n</a>")

    assert (finding.rule, finding.line) == ("not_xml", 3)
    assert finding.column
    assert "Put this line right" in finding.message
    assert "line 3" in str(finding)


@pytest.mark.parametrize("xml", [b"", b"hello", b"<a>&unknown;</a>", b"<a>\xff</a>", b"<a"])
def test_what_is_no_xml_is_refused(xml: bytes) -> None:
    assert refused(xml).rule == "not_xml"


def test_a_file_beyond_the_limits_is_refused() -> None:
    assert refused(b"<a>" + b" " * 2_000_000 + b"</a>").rule == "too_big"
    assert refused(b"<a>" + b"<b/>" * 20_000 + b"</a>").rule == "too_many_elements"
    assert refused(b"<a>" * 300 + b"</a>" * 300).rule == "too_deep"
    assert refused(("<a>" + "<b/>" * 20_000 + "</a>").encode("utf-16")).rule == (
        "too_many_elements"
    )


def test_a_file_within_the_limits_is_read() -> None:
    assert len(parse_xml(b"<a>" + b"<b/>" * 19_000 + b"</a>", file="x")) == 19_000
    assert parse_xml(b"<a>" * 250 + b"</a>" * 250, file="x").tag == "a"


def test_a_prolog_full_of_comments_is_looked_through_at_once() -> None:
    assert refused(b"<!---->" * 9_000 + b"<?a?>" * 9_000).rule == "not_xml"


def test_a_drawing_with_script_in_its_names_is_only_text() -> None:
    drawing = read_drawing(sketch('<task id="a" name="&lt;script&gt;alert(1)&lt;/script&gt;"/>'))

    assert drawing.nodes["a"].name == "<script>alert(1)</script>"

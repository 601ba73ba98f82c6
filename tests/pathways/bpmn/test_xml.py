import pytest

from pathways.bpmn import parse_xml
from pathways.model.finding import Finding, PathwayInvalid

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
    assert finding.line
    assert len(finding.message) < 1_000
    return finding


@pytest.mark.parametrize(
    "xml",
    [
        BOMB.encode(),
        b'<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>',
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <x> -->\n<!DOCTYPE d><d/>',
        b"<!-- a --><?b?><!-- c -->\n\n<!DOCTYPE d><d/>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d><d/>'.encode("utf-16"),
        '<?xml version="1.0" encoding="UTF-32"?><!DOCTYPE d><d/>'.encode("utf-32"),
        "<!-- \u2d2d\u3e2d\u2d3e --><!DOCTYPE d><d/>".encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?>' + "<!DOCTYPE d><d/>".encode("utf-7"),
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]><d>&x;</d>',
        b'<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/">%x;]><d/>',
    ],
)
def test_a_doctype_is_refused_wherever_it_hides(xml: bytes) -> None:
    assert refused(xml).rule == "has_doctype"


@pytest.mark.parametrize(
    "xml",
    [
        ("<!-- \u2d2d\u3e2d\u2d3e -->" + BOMB).encode("utf-16"),
        ("<!-- \u2d2d\u3e2d\u2d3e -->" + BOMB.replace("<d>&a9;</d>", '<d e="&a9;"/>')).encode(
            "utf-16"
        ),
        b'<?xml version="1.0" encoding="UTF-7"?>' + BOMB.encode("utf-7"),
    ],
)
def test_a_bomb_that_hides_is_refused(xml: bytes) -> None:
    assert refused(xml).rule in {"has_doctype", "too_deep"}


def test_the_word_doctype_inside_of_a_text_is_harmless() -> None:
    assert parse_xml(b"<d><![CDATA[<!DOCTYPE d>]]></d>", file="x").tag == "d"


def test_broken_xml_is_told_with_line_column_and_what_to_do() -> None:
    finding = refused(b"<a>\n  <b>\n</a>")

    assert (finding.rule, finding.line) == ("not_xml", 3)
    assert finding.column
    assert "Put this line right" in finding.message
    assert "line 3" in str(finding)


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"hello",
        b"<a>&unknown;</a>",
        b"<a>\xff</a>",
        b"<a",
        b"<a>\x00</a>",
        b"<a>&#0;</a>",
        b'<a b="&#8;"/>',
        b"<a/><a/>",
        b"<a b='1' b='2'/>",
        b"\xff\xfe",
        b"PK\x03\x04",
    ],
)
def test_what_is_no_xml_is_refused(xml: bytes) -> None:
    assert refused(xml).rule == "not_xml"


BEYOND = {
    "2 MB of spaces": (b"<a>" + b" " * 2_000_000 + b"</a>", "too_big"),
    "8 MB in one attribute": (b'<a b="' + b"x" * 8_000_000 + b'"/>', "too_big"),
    "60,000 elements": (b"<a>" + b"<b/>" * 60_000 + b"</a>", "too_many_elements"),
    "200,000 elements": (b"<a>" + b"<b/>" * 200_000 + b"</a>", "too_many_elements"),
    "60,000 comments": (b"<a>" + b"<!---->" * 60_000 + b"</a>", "too_many_elements"),
    "in UTF-16": (("<a>" + "<b/>" * 60_000 + "</a>").encode("utf-16"), "too_many_elements"),
    "257 levels": (b"<a>" * 257 + b"</a>" * 257, "too_deep"),
    "1,000 levels": (b"<a>" * 1_000 + b"</a>" * 1_000, "too_deep"),
    "50,000 open elements": (b"<a>" * 50_000, "too_deep"),
}


@pytest.mark.parametrize(("xml", "rule"), BEYOND.values(), ids=BEYOND)
def test_a_file_beyond_the_limits_is_refused(xml: bytes, rule: str) -> None:
    assert refused(xml).rule == rule


def test_elements_that_an_encoding_hides_are_counted_too() -> None:
    hidden = b'<?xml version="1.0" encoding="UTF-7"?><a>' + b"+ADw-b/+AD4-" * 130_000 + b"</a>"

    assert refused(hidden).rule == "too_many_elements"


def test_a_file_within_the_limits_is_read() -> None:
    assert len(parse_xml(b"<a>" + b"<b/>" * 59_000 + b"</a>", file="x")) == 59_000
    assert parse_xml(b"<a>" * 250 + b"</a>" * 250, file="x").tag == "a"
    assert parse_xml(b'<a b="' + b"x" * 1_900_000 + b'"/>', file="x").tag == "a"


def test_a_prolog_full_of_comments_is_looked_through_at_once() -> None:
    assert refused(b"<!---->" * 9_000 + b"<?a?>" * 9_000).rule == "not_xml"
    assert refused(b"<!--" * 9_000).rule == "not_xml"


def test_nothing_outside_of_the_file_is_ever_read() -> None:
    include = b'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/hostname"/>'
    style = b'<?xml-stylesheet href="http://127.0.0.1:9/" type="text/xsl"?>'

    root = parse_xml(style + b"<a>" + include + b"</a>", file="x")

    assert "".join(root.itertext()) == ""
    assert len(root) == 1

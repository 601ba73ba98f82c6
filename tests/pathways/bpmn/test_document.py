"""Files that are written oddly, by old tools or by nobody, and are BPMN all the same."""

import codecs

import pytest

from pathways.bpmn import read_drawing, rewritten
from pathways.model.finding import PathwayInvalid
from tests.pathways.sketches import MODEL, flow, sketch

INSIDE = f'<task id="a" name="Größe – “5”"/><task id="b"/>{flow("a", "b")}'
FILE = f'<definitions xmlns="{MODEL}"><process id="p" name="é">{INSIDE}</process></definitions>'
NAME = "Größe – “5”"


def encoded(encoding: str, *, text: str = FILE) -> bytes:
    return f'<?xml version="1.0" encoding="{encoding}"?>{text}'.encode(encoding)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "UTF-32", "windows-1252", "GB18030"])
def test_a_file_is_read_in_whatever_encoding_it_says(encoding: str) -> None:
    drawing = read_drawing(encoded(encoding))

    assert drawing.nodes["a"].name == NAME
    assert drawing.xml == encoded(encoding)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "UTF-32", "windows-1252", "GB18030"])
def test_a_file_keeps_its_encoding_when_it_is_written_back(encoding: str) -> None:
    written = rewritten(encoded(encoding))

    assert f'<task id="a" name="{NAME}"/>' in written.decode(encoding)
    assert read_drawing(written).nodes["a"].name == NAME


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_byte_order_mark_says_the_encoding_where_nothing_else_does(
    mark: bytes, encoding: str
) -> None:
    assert read_drawing(mark + FILE.encode(encoding)).nodes["a"].name == NAME


def test_a_file_that_is_not_in_the_encoding_that_it_says_is_refused() -> None:
    with pytest.raises(PathwayInvalid, match="not well-formed XML"):
        read_drawing(f'<?xml version="1.0" encoding="UTF-8"?>{FILE}'.encode("windows-1252"))


def test_a_file_in_an_encoding_that_nobody_knows_is_refused() -> None:
    with pytest.raises(PathwayInvalid, match="not well-formed XML"):
        read_drawing(f'<?xml version="1.0" encoding="x-klingon"?>{FILE}'.encode())


def test_a_newer_xml_is_read() -> None:
    assert read_drawing(f'<?xml version="1.1"?>{FILE}'.encode()).nodes["a"].name == NAME


def test_what_stands_around_the_drawing_means_nothing() -> None:
    around = f'<?xml-stylesheet href="x.xsl"?><!-- by hand -->\n{FILE}\n<!-- done --><?end?>'

    assert len(read_drawing(around.encode()).nodes) == 2


@pytest.mark.parametrize("prefix", ["bpmn", "bpmn2", "semantic", "model", "ns0", "_", "é"])
def test_a_drawing_may_have_any_prefix(prefix: str) -> None:
    tags = FILE.replace("<", f"<{prefix}:").replace(f"<{prefix}:/", f"</{prefix}:")
    xml = tags.replace(f'xmlns="{MODEL}"', f'xmlns:{prefix}="{MODEL}"')

    drawing = read_drawing(xml.encode())

    assert (list(drawing.nodes), list(drawing.flows)) == (["a", "b"], ["a_b"])


def test_each_element_may_declare_its_own_prefix() -> None:
    inside = f'<x:task xmlns:x="{MODEL}" id="a"/><task xmlns="{MODEL}" id="b"/>'

    drawing = read_drawing(sketch(f"{inside}{flow('a', 'b')}", drawn=False))

    assert (list(drawing.nodes), drawing.findings) == (["a", "b"], ())


def test_a_prefix_may_mean_something_else_inside() -> None:
    redefined = '<task id="a"/><task xmlns="urn:other" id="b"/>'

    assert list(read_drawing(sketch(redefined, drawn=False)).nodes) == ["a"]


def test_names_and_references_may_be_written_as_character_data() -> None:
    inside = (
        "<laneSet><lane id='l'><flowNodeRef><![CDATA[a]]></flowNodeRef></lane></laneSet>"
        "<task id='a' name='&#x26;&#60;b&#62;&amp;'/>"
    )

    drawing = read_drawing(sketch(inside))

    assert (drawing.nodes["a"].name, drawing.nodes["a"].lane) == ("&<b>&", "l")


@pytest.mark.parametrize("inside", ["", "\n", "<!-- nothing -->", "<import/>", "<process/>"])
def test_empty_definitions_are_a_drawing_of_nothing(inside: str) -> None:
    drawing = read_drawing(f'<definitions xmlns="{MODEL}">{inside}</definitions>'.encode())

    assert (drawing.nodes, drawing.flows, drawing.planes) == ({}, {}, ())
    assert "no_process" in {each.rule for each in drawing.findings}


def test_definitions_of_no_namespace_are_not_bpmn() -> None:
    with pytest.raises(PathwayInvalid, match=r"not a BPMN 2\.0 drawing") as refused:
        read_drawing(FILE.replace(f' xmlns="{MODEL}"', "").encode())

    (finding,) = refused.value.findings
    assert (finding.rule, finding.line) == ("not_bpmn", 1)


def test_a_prefix_that_is_never_declared_is_refused() -> None:
    with pytest.raises(PathwayInvalid, match="not well-formed XML"):
        read_drawing(FILE.replace("<task", "<bpmn:task").encode())


def test_instructions_and_comments_between_anything_are_looked_over() -> None:
    mark = "<!-- why --><?go on?>"
    inside = (
        f"<laneSet>{mark}<lane id='l'>{mark}<flowNodeRef>a{mark}</flowNodeRef></lane></laneSet>"
        f"{mark}<startEvent id='a'>{mark}<timerEventDefinition>{mark}<timeDate>2030{mark}-01"
        f"</timeDate></timerEventDefinition></startEvent>{mark}"
    )

    drawing = read_drawing(sketch(inside))

    assert (drawing.nodes["a"].lane, drawing.findings) == ("l", ())


def test_a_file_full_of_names_that_python_uses_is_read() -> None:
    names = ("__class__", "__proto__", "constructor", "None", "id", "self", "True")
    inside = "".join(f'<task id="{name}" name="{name}"/>' for name in names)

    assert tuple(read_drawing(sketch(inside)).nodes) == names

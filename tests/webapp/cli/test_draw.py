"""`fingerpost draw`."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.pathways.sketches import simple
from tests.webapp.cli.command import LIBRARY, SMALL, fingerpost, last_line

TWO_PLANES = SMALL.replace(
    b"</definitions>",
    b'<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">'
    b'<bpmndi:BPMNShape bpmnElement="ask"><dc:Bounds x="1" y="1" width="100" height="80"/>'
    b"</bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>",
)


def _drawn(folder: Path) -> list[str]:
    pictures = sorted(folder.iterdir())
    for path in pictures:
        assert ET.fromstring(path.read_text("utf-8")).tag.endswith("}svg")  # noqa: S314 - ours
    return [path.name for path in pictures]


def test_a_drawing_becomes_an_svg_file_of_its_name(small: Path, tmp_path: Path) -> None:
    done = fingerpost("draw", small, "-o", tmp_path / "new" / "pictures")

    assert _drawn(tmp_path / "new" / "pictures") == ["small.svg"]
    assert done.stdout == f"{small}: {tmp_path / 'new' / 'pictures' / 'small.svg'}\n"
    assert last_line(done) == "1 file: 1 drawn"
    assert done.exit_code == 0


def test_pictures_go_to_the_current_folder_where_no_other_is_named(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)

    fingerpost("draw", small)

    assert _drawn(here) == ["small.svg"]


def test_each_diagram_of_a_file_is_a_picture(tmp_path: Path) -> None:
    (tmp_path / "two.bpmn").write_bytes(TWO_PLANES)

    fingerpost("draw", tmp_path / "two.bpmn", "-o", tmp_path / "out")

    assert _drawn(tmp_path / "out") == ["two-2.svg", "two.svg"]


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("a b’s way.bpmn", "a b’s way.svg"),
        ("way.bpmn20.xml", "way.svg"),
        ("way.v2.BPMN", "way.v2.svg"),
        ("way.xml", "way.svg"),
        ("way", "way.svg"),
        (".bpmn", ".bpmn.svg"),
        ("-o.bpmn", "-o.svg"),
    ],
)
def test_a_picture_is_named_for_its_drawing(tmp_path: Path, name: str, picture: str) -> None:
    (tmp_path / name).write_bytes(SMALL)

    fingerpost("draw", "-o", tmp_path / "out", "--", tmp_path / name)

    assert _drawn(tmp_path / "out") == [picture]


def test_a_pathway_gives_a_picture_of_its_folders_name(tmp_path: Path) -> None:
    fingerpost("draw", LIBRARY, "-o", tmp_path)

    assert _drawn(tmp_path) == ["quick_one_off.svg"]


def test_drawings_of_one_name_do_not_write_over_each_other(tmp_path: Path) -> None:
    files = [tmp_path / folder / "way.bpmn" for folder in "abc"]
    for file in files:
        file.parent.mkdir()
        file.write_bytes(SMALL if file.parent.name != "b" else TWO_PLANES)

    done = fingerpost("draw", *files, "-o", tmp_path / "out")

    assert _drawn(tmp_path / "out") == ["way.svg", "way_2-2.svg", "way_2.svg", "way_3.svg"]
    assert f"{files[2]}: {tmp_path / 'out' / 'way_3.svg'}" in done.stdout


def test_a_picture_never_replaces_a_file_that_was_given(tmp_path: Path) -> None:
    drawing = tmp_path / "odd.svg"
    drawing.write_bytes(SMALL)
    (tmp_path / "odd.bpmn").write_bytes(SMALL)

    fingerpost("draw", tmp_path / "odd.bpmn", drawing, "-o", tmp_path)

    assert drawing.read_bytes() == SMALL


def test_a_file_without_a_diagram_part_is_told_of(tmp_path: Path) -> None:
    bare = tmp_path / "bare.bpmn"
    bare.write_bytes(simple('<task id="t"/>').split(b"<bpmndi:")[0] + b"</definitions>")

    done = fingerpost("draw", bare, "-o", tmp_path / "out")

    assert done.exit_code == 1
    assert "bare.bpmn: The file has no diagram part" in done.stderr


def test_a_file_that_places_nothing_where_it_can_be_drawn_is_told_of(tmp_path: Path) -> None:
    far = tmp_path / "far.bpmn"
    huge = re.sub(rb' width="[^"]*"', b' width="1e9"', simple('<task id="t"/>'))
    far.write_bytes(re.sub(rb"<bpmndi:BPMNEdge.*</bpmndi:BPMNEdge>", b"", huge))

    done = fingerpost("draw", far, "-o", tmp_path / "out")

    assert done.exit_code == 1
    assert "no diagram part that can be drawn" in done.stderr
    assert "places them all where no picture reaches" in done.stderr
    assert last_line(done) == "1 file: 0 drawn, 1 could not be drawn"
    assert _drawn(tmp_path / "out") == []


def test_a_folder_that_cannot_be_made_is_told_of(small: Path) -> None:
    done = fingerpost("draw", small, "-o", small / "below")

    assert done.exit_code == 1
    assert "cannot be made" in done.stderr


def test_a_picture_that_cannot_be_written_is_told_of(small: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "small.svg").mkdir(parents=True)

    done = fingerpost("draw", small, "-o", tmp_path / "out")

    assert done.exit_code == 1
    assert "small.svg cannot be written" in done.stderr

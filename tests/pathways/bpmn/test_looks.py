"""What only the picture needs is read as it is written."""

from pathways.bpmn import read_drawing
from pathways.model.looks import Looks
from tests.pathways.sketches import condition, flow, sketch


def looks(inside: str, before: str = "") -> Looks:
    return read_drawing(sketch(inside, before=before)).looks


def test_names_and_notes_keep_their_spaces_and_line_breaks() -> None:
    note = "<textAnnotation id='n'><text>\n  first\nsecond</text></textAnnotation>"

    found = looks(f'<task id="a" name="one&#10;two"/><task id="b" name="a  b"/>{note}')

    assert found.written == {"a": "one\ntwo", "b": "a  b", "n": "\n  first\nsecond"}


def test_names_on_one_line_are_not_kept_twice() -> None:
    assert looks('<task id="a" name="One name"/>').written == {}


def test_a_group_is_called_what_its_category_is_called() -> None:
    category = '<category id="c"><categoryValue id="v" value="To&#10;gether"/></category>'

    assert looks('<group id="g" categoryValueRef="v"/>', category).written == {"g": "To\ngether"}


def test_a_message_with_a_letter_carries_an_envelope_and_borrows_its_name() -> None:
    sides = (
        '<message id="l" name="Letter"/><collaboration id="c"><participant id="x"/>'
        '<participant id="y"/><messageFlow id="m" messageRef="l" sourceRef="x" targetRef="y"/>'
        '<messageFlow id="n" name="Named" sourceRef="y" targetRef="x"/></collaboration>'
    )

    found = looks("", sides)

    assert found.envelopes == {"m": "Letter"}
    assert found.borrowed == {"m"}


def test_data_borrows_a_name_where_it_has_none() -> None:
    data = '<dataObject id="d" name="Data"/><dataObjectReference id="r" dataObjectRef="d"/>'

    assert looks(data).borrowed == {"r"}


def test_arrows_with_a_condition_are_known_even_if_it_is_empty() -> None:
    ways = condition("a", "b", "x") + condition("b", "a", "") + flow("a", "a")

    assert looks(f'<task id="a"/><task id="b"/>{ways}').conditional == {"a_b", "b_a"}


def test_a_step_that_begins_a_case_is_known() -> None:
    steps = '<receiveTask id="a" instantiate="true"/><receiveTask id="b"/>'

    assert looks(steps).beginning == {"a"}


def test_lines_without_way_points_are_known() -> None:
    xml = sketch(f'<task id="a"/>{flow("a", "a")}').decode()
    bare = xml.partition("<di:waypoint")[0] + xml.rpartition('y="1"/>')[2]

    assert read_drawing(bare.encode()).looks.straight == {"a_a"}

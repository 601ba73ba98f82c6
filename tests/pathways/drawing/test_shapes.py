"""What each element looks like: sizes and places are those that people know from BPMN editors."""

import math
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from pathways.bpmn import read_drawing
from pathways.drawing import standalone
from pathways.model.drawing import Drawing
from tests.pathways.drawing.gallery import GATEWAYS, TASKS, TRIGGERS, gallery, pools
from tests.pathways.drawing.svg import SVG, boxes, classes, having, parsed, words


@cache
def read(file: str) -> Drawing:
    return read_drawing({"gallery": gallery, "pools": pools}[file]())


@cache
def drawn(file: str) -> ET.Element:
    return parsed(standalone(read(file)))


def group_of(name: str, file: str = "gallery") -> ET.Element:
    """Return what is drawn for an element: the group that begins where its shape does."""
    at = read(file).shapes[name].bounds
    place = f"translate({at.x:g} {at.y:g})"
    found = [each for each in drawn(file).iter(f"{SVG}g") if each.get("transform") == place]
    return found[-1]


def look(name: str, file: str = "gallery") -> list[tuple[str, ...]]:
    """Return everything that is drawn for an element but its words."""
    return [
        (each.tag.removeprefix(SVG), *(f"{key}={value}" for key, value in sorted(each.items())))
        for each in group_of(name, file).iter()
        if each.tag not in {f"{SVG}text", f"{SVG}tspan"}
    ]


def signs(name: str) -> list[str | None]:
    """Return the ways of everything in a shape but its outline."""
    drawn = group_of(name).iter()
    return [each.get("d") or each.get("r") for each in drawn if "fp-shape" not in classes(each)]


def test_a_step_is_a_box_with_round_corners() -> None:
    (box,) = having(group_of("task"), "fp-shape")

    assert [box.get(each) for each in ("width", "height", "rx")] == ["100", "80", "10"]


@pytest.mark.parametrize("tag", TASKS[1:])
def test_every_kind_of_task_has_a_sign_of_its_own(tag: str) -> None:
    assert signs(tag) not in [signs(other) for other in TASKS if other != tag]


@pytest.mark.parametrize("tag", TASKS[1:8])
def test_the_sign_of_a_task_is_in_its_upper_left_corner(tag: str) -> None:
    task = read("gallery").shapes[tag].bounds
    inside = [
        box for box in boxes(group_of(tag)) if not {"fp-shape", "fp-name"} & {*box.css.split()}
    ]

    assert 0 < min(box.left for box in inside) - task.x < 9
    assert max(box.right for box in inside) - task.x < 29
    assert max(box.bottom for box in inside) - task.y < 25


@pytest.mark.parametrize("loop", ["again", "together", "in_turn"])
@pytest.mark.parametrize("tag", ["task", "subProcess", "adHocSubProcess"])
def test_markers_stand_side_by_side_at_the_bottom(tag: str, loop: str) -> None:
    plain, both = f"{tag}_{loop}_false", f"{tag}_{loop}_true"

    assert len(having(group_of(both), "fp-marker")) == len(having(group_of(plain), "fp-marker")) + 1
    places = [marker_place(each) for each in having(group_of(both), "fp-marker")]
    assert {y for _, y in places} == {67}
    across = sorted(x for x, _ in places)
    assert all(other - one == 18 for one, other in pairwise(across))


def marker_place(marker: ET.Element) -> tuple[float, float]:
    x, y = (marker.get("transform") or "")[len("translate(") : -1].split()
    return float(x), float(y)


def test_a_folded_sub_process_has_a_plus_and_an_open_one_none() -> None:
    assert having(group_of("folded_whole"), "fp-marker")
    assert not having(group_of("open"), "fp-marker")


def test_the_name_of_an_open_sub_process_is_at_its_top() -> None:
    top, middle = (
        next(box for box in boxes(group_of(name)) if "fp-name" in box.css)
        for name in ("open", "folded_whole")
    )

    assert top.bottom - read("gallery").shapes["open"].bounds.y == pytest.approx(17.8)
    folded = read("gallery").shapes["folded_whole"].bounds
    assert middle.bottom - folded.y == pytest.approx(43.6)


def test_a_transaction_has_two_borders_and_a_call_a_thick_one() -> None:
    (inner,) = having(group_of("whole"), "fp-inner")

    assert [inner.get(each) for each in ("x", "width", "rx")] == ["3", "254", "7"]
    assert "fp-call" in classes(group_of("callActivity"))


def test_a_sub_process_by_an_event_is_dotted_and_shows_its_start_when_folded() -> None:
    assert having(group_of("by_event"), "fp-by-event")
    for name, dashed in (("folded_true", False), ("folded_false", True)):
        ring = next(each for each in having(group_of(name), "fp-icon") if each.get("r") == "10")
        assert ("fp-small-dashed" in classes(ring)) is dashed


@pytest.mark.parametrize("position", ["startEvent", "intermediateCatchEvent", "boundary"])
def test_every_trigger_has_a_sign_of_its_own(position: str) -> None:
    names = {
        "boundary": [f"edge_{trigger}_true" for trigger in TRIGGERS],
    }.get(position, [f"{position}_{trigger}" for trigger in (*TRIGGERS, "all")])

    looks = [str(signs(name)) for name in names]

    assert len(set(looks)) == len(names)


@pytest.mark.parametrize("trigger", ["signal", "escalation", "error", "cancel", "link", "many"])
def test_what_is_thrown_is_filled_and_what_is_caught_is_not(trigger: str) -> None:
    assert having(group_of(f"endEvent_{trigger}"), "fp-solid")
    assert having(group_of(f"intermediateThrowEvent_{trigger}"), "fp-solid")
    assert not having(group_of(f"intermediateCatchEvent_{trigger}"), "fp-solid")


def test_an_event_that_interrupts_nothing_is_dashed() -> None:
    assert having(group_of("edge_timer_false"), "fp-dashed")
    assert having(group_of("startEventbeside_timer"), "fp-dashed")
    assert not having(group_of("edge_timer_true"), "fp-dashed")


def test_events_on_the_way_have_two_circles_three_pixels_apart() -> None:
    (outer,) = having(group_of("edge_none_true"), "fp-shape")
    (inner,) = having(group_of("edge_none_true"), "fp-ring")

    assert (outer.get("r"), inner.get("r")) == ("18", "15")
    assert not having(group_of("startEvent_none"), "fp-ring")


def test_a_sign_is_as_large_as_its_event() -> None:
    def width(name: str) -> float:
        return max(box.right - box.left for box in boxes(group_of(name)) if "fp-icon" in box.css)

    assert width("large") == pytest.approx(width("startEvent_message") * 60 / 36, abs=0.02)


@pytest.mark.parametrize("tag", [*GATEWAYS, "marked", "begins_one", "begins_all"])
def test_every_choice_is_a_diamond_with_a_sign_of_its_own(tag: str) -> None:
    (diamond,) = having(group_of(tag), "fp-shape")

    assert diamond.get("points") == "25,0 50,25 25,50 0,25"
    others = {*GATEWAYS, "marked", "begins_one", "begins_all"} - {tag}
    assert signs(tag) not in [signs(other) for other in others]


def test_an_exclusive_choice_shows_its_x_only_where_the_file_says_so() -> None:
    assert having(group_of("marked"), "fp-solid")
    assert len(look("exclusiveGateway")) == 2


def test_data_is_a_sheet_that_says_whether_it_is_given_made_or_several() -> None:
    sheets = [group_of(name) for name in ("paper", "papers", "given", "made", "all_given")]
    looks = {tuple((each.get("class"), each.get("d")) for each in sheet) for sheet in sheets}
    assert len(looks) == 5
    (sheet,) = [box for box in boxes(group_of("paper")) if "fp-shape" in box.css]
    assert sheet.right - sheet.left == pytest.approx(36, abs=1)
    assert sheet.bottom - sheet.top == pytest.approx(50, abs=1)


def test_a_note_has_a_bracket_and_its_own_lines() -> None:
    (note,) = having(group_of("note"), "fp-note")

    lines = [(each.text or "").strip() for each in note]
    assert lines == ["A note about it", "in two lines, the second", "of which is long"]
    assert having(group_of("note"), "fp-bracket")


def test_a_pool_has_a_strip_with_its_name_turned_or_upright() -> None:
    across, upright = group_of("across", "pools"), group_of("upright", "pools")

    assert [each.get("d") for each in having(across, "fp-edge")] == []
    lines = [each.get("d") for each in having(drawn("pools"), "fp-edge")]
    assert lines == ["M30 0L30 300", "M0 30L240 30"]
    named = {words(each): "rotate" in str([*map(ET.tostring, each)]) for each in (across, upright)}
    assert named == {"The council, from left to right": True, "From top to bottom": False}


def test_a_closed_pool_has_its_name_in_the_middle() -> None:
    closed = read("pools").shapes["closed"].bounds
    (name,) = [box for box in boxes(group_of("closed", "pools")) if "fp-name" in box.css]

    assert (name.left + name.right) / 2 == pytest.approx(closed.x + closed.width / 2)
    turned = read("pools").shapes["closed_upright"].bounds
    (name,) = [box for box in boxes(group_of("closed_upright", "pools")) if "fp-name" in box.css]
    assert (name.top + name.bottom) / 2 == pytest.approx(turned.y + turned.height / 2)
    assert name.bottom - name.top > name.right - name.left


def test_lanes_in_lanes_are_not_tinted_again() -> None:
    tinted = [css for each in having(drawn("pools"), "fp-band") for css in classes(each)]

    outer = sorted(css for css in tinted if css.startswith("fp-lane-"))
    assert outer == ["fp-lane-1", "fp-lane-2", "fp-lane-3", "fp-lane-4"]
    assert tinted.count("fp-inner-lane") == 2


def test_arrows_say_under_which_condition_they_are_taken() -> None:
    root = drawn("gallery")

    assert len(having(root, "fp-flow")) == 3
    (diamond,) = [box for box in boxes(root) if box.css == "fp-if"]
    assert (diamond.left, diamond.right) == (141, 157)
    (slash,) = [box for box in boxes(root) if box.css == "fp-slash"]
    assert (slash.left, slash.right) == (146, 150)


def test_the_head_of_an_arrow_ends_where_the_arrow_does() -> None:
    (head,) = [box for box in boxes(drawn("gallery")) if box.css == "fp-head" and box.right == 400]

    assert (head.left, head.top, head.bottom) == (390, 1655, 1665)


def test_arrows_turn_round_corners() -> None:
    way = next(
        each for each in having(drawn("gallery"), "fp-flow") if "300 1720" in str(each.get("d"))
    )

    assert (
        way.get("d") == "M140 1720L295 1720Q300 1720 300 1725L300 1735Q300 1740 305 1740L650 1740"
    )


def test_a_message_carries_an_envelope_dark_where_it_is_an_answer() -> None:
    envelopes = having(drawn("pools"), "fp-envelope")

    assert [words(each) for each in envelopes] == ["Letter", "Letter"]
    assert [bool(having(each, "fp-block")) for each in envelopes] == [True, False]
    assert [each.get("transform") for each in envelopes] == [
        "translate(550 395)",
        "translate(755 290)",
    ]
    assert len(having(drawn("pools"), "fp-message-start")) == 3


def test_dotted_lines_have_heads_only_where_they_lead_somewhere() -> None:
    assert len(having(drawn("gallery"), "fp-dots")) == 4
    assert len(having(drawn("gallery"), "fp-open-head")) == 4


def test_signs_stay_inside_of_their_shapes() -> None:
    for name in [*GATEWAYS, "marked", *(f"endEvent_{trigger}" for trigger in TRIGGERS)]:
        at = read("gallery").shapes[name].bounds
        middle, radius = (at.x + at.width / 2, at.y + at.height / 2), at.width / 2
        for box in boxes(group_of(name)):
            far = max(abs(box.left - middle[0]), abs(box.right - middle[0]))
            assert math.ceil(far) <= radius

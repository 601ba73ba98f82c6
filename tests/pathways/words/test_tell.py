from datetime import date
from pathlib import Path

import pytest

from pathways.bpmn import read_drawing
from pathways.model.pathway import About, Pathway, Period, PeriodBound, PeriodUnit
from pathways.words import Words, drawing_words, words
from tests.pathways.sketches import simple, sketch, way
from tests.pathways.words.laws import assert_words_say_all_of
from tests.pathways.words.telling import notes_of, tell, ways_of

LEAK = Path(__file__).with_suffix(".bpmn").read_bytes()
REPORT = Period(
    code="REPORT",
    duration="P10D",
    unit=PeriodUnit.WORKING,
    bound=PeriodBound.AT_MOST,
    words="10 working days",
    source="House rules, section 4",
    in_force_on=date(2026, 1, 1),
)


@pytest.fixture
def leak() -> Words:
    return drawing_words(read_drawing(LEAK), periods={"REPORT": REPORT})


def test_all_of_the_drawing_is_told() -> None:
    assert_words_say_all_of(LEAK)


def test_steps_are_told_along_the_main_way_with_side_ways_where_they_leave(leak: Words) -> None:
    assert [step.element for step in leak.steps] == [
        "leak_seen",
        "report_it",
        "look_at_it",
        "nobody_came",
        "send_the_plumber",
        "is_it_bad",
        "all_at_once",
        "turn_off_the_water",
        "tell_the_neighbours",
        "mend_it",
        "still_wet",
        "bring_a_bucket",
        "bucket_brought",
        "is_it_dry",
        "dry",
        "wait_a_day",
        "left_alone",
    ]


def test_a_step_says_what_it_is_who_does_it_how_long_and_why(leak: Words) -> None:
    step = leak.step("report_it")

    assert (step.number, step.anchor, step.name) == (2, "report_it", "Report it")
    assert (step.kind, step.who) == ("Somebody does this", "Tenant")
    assert (step.how_long, step.how_long_source) == (
        "within 10 working days",
        "House rules, section 4",
    )
    assert step.family == "You say where it drips."
    assert ways_of(step) == ["Then go to step 3."]


def test_a_choice_says_its_answers_the_one_that_is_left_last(leak: Words) -> None:
    assert ways_of(leak.step("is_it_bad")) == [
        "If yes, go to step 7.",
        "Otherwise (no), go to step 16.",
    ]


def test_a_loop_is_said_as_going_back(leak: Words) -> None:
    choice = leak.step("is_it_dry")

    assert ways_of(choice) == ["If it is dry, go to step 15.", "Otherwise, go back to step 3."]
    assert [way.back for way in choice.next] == [False, True]
    assert choice.next[1].flows == ("is_it_dry_no", "f3")


def test_what_happens_at_the_same_time_waits_where_it_comes_together(leak: Words) -> None:
    assert ways_of(leak.step("all_at_once")) == [
        "At the same time, step 8 begins.",
        "At the same time, step 9 begins.",
    ]
    assert ways_of(leak.step("tell_the_neighbours")) == [
        "Then go to step 10, when the other ways that lead there are done too."
    ]


def test_deadlines_are_said_at_their_step(leak: Words) -> None:
    assert notes_of(leak.step("look_at_it")) == [
        "If this is not done after 1 week, it is stopped and step 4 follows."
    ]
    assert notes_of(leak.step("mend_it")) == [
        "If this is not done after 36 hours, step 11 follows, and this stays open."
    ]
    edge = leak.step("nobody_came")
    assert (edge.kind, edge.how_long) == ("A deadline", "after 1 week")
    assert notes_of(edge) == ["This can happen during step 3."]


def test_an_end_beside_the_way_is_not_a_way_in_which_it_can_end(leak: Words) -> None:
    assert leak.step("bucket_brought").kind == "This side way ends; the rest goes on"
    assert ways_of(leak.step("bring_a_bucket")) == ["Then this side way ends: step 13."]
    assert leak.step("dry").kind == "This is how it can end"
    assert leak.summary == "17 steps. 3 groups of people take part. It can end in 2 ways."


def test_anchors_are_in_reading_order(leak: Words) -> None:
    assert list(leak.anchors)[:3] == ["leak_seen", "report_it", "look_at_it"]
    with pytest.raises(KeyError):
        leak.step("come_back")


def test_a_pathway_is_told_under_its_own_name() -> None:
    about = About(
        name="Leaks",
        summary="",
        who_it_is_for="",
        owner="",
        sources=(),
        review_on=date(2027, 1, 1),
    )
    pathway = Pathway(
        key="leak",
        about=about,
        drawing=read_drawing(LEAK),
        decisions={},
        forms={},
        letters={},
        periods={"REPORT": REPORT},
        sources={},
    )

    assert words(pathway).name == "Leaks"
    assert words(pathway).step("report_it").how_long == "within 10 working days"


def test_a_sub_process_is_told_right_after_it_says_where_it_begins() -> None:
    inside = (
        '<startEvent id="x"/><userTask id="y"/><endEvent id="z"/>'
        '<sequenceFlow id="f" sourceRef="x" targetRef="y"/>'
        '<sequenceFlow id="g" sourceRef="y" targetRef="z"/>'
    )

    told = tell(simple(f'<subProcess id="s">{inside}</subProcess>'))

    assert [step.element for step in told.steps] == ["begin", "s", "x", "y", "z", "finish"]
    assert notes_of(told.step("s")) == ["It begins with step 3."]
    assert notes_of(told.step("z")) == ["What follows is told at step 2."]
    assert told.step("z").kind == "This part ends here"
    assert told.summary == "6 steps. It can end in 1 way."


@pytest.mark.parametrize(
    ("drawn", "anchor"),
    [
        ("ask_for_it", "ask_for_it"),
        ("a b", "a-20-b"),
        ("7th", "step-7th"),
        ("it's", "it-27-s"),
        ("Ä", "step-c4"),
    ],
)
def test_an_anchor_is_safe_in_pages_and_addresses(drawn: str, anchor: str) -> None:
    told = tell(simple(f'<task id="{drawn}"/>'))

    assert told.step(drawn).anchor == anchor


def test_anchors_that_would_be_the_same_are_told_apart() -> None:
    told = tell(simple('<task id="a b"/>', '<task id="a-20-b"/>'))

    assert told.anchors["a-20-b"] == "a-20-b"
    assert told.anchors["a b"] == "a-20-b-2"


def test_an_id_as_long_as_a_book_has_a_short_anchor() -> None:
    told = tell(simple(f'<task id="{"a" * 500}"/>', f'<task id="{"a" * 501}"/>'))

    anchors = list(told.anchors.values())
    assert max(len(anchor) for anchor in anchors) < 110
    assert len(set(anchors)) == 4


def test_a_circle_of_mere_merges_is_told_at_the_first_of_them() -> None:
    merges = '<exclusiveGateway id="a"/><exclusiveGateway id="b"/>'
    xml = sketch(merges + way("b", "a", "b"))

    told = tell(xml)

    (step,) = told.steps
    assert step.element == "a"
    assert step.next[0].flows == ("a_b", "b_a")
    assert ways_of(step) == ["Then go back to step 1."]
    assert_words_say_all_of(xml)


def test_a_gateway_with_no_way_in_is_told_and_one_with_no_way_out_too() -> None:
    gateways = '<exclusiveGateway id="x"/><exclusiveGateway id="y"/>'
    xml = sketch('<task id="a"/>' + gateways + way("x", "a", "y"))

    told = tell(xml)

    assert [(step.element, step.kind) for step in told.steps] == [
        ("x", "Ways come together here"),
        ("a", "Somebody does this"),
        ("y", "Ways come together here"),
    ]
    assert_words_say_all_of(xml)


def test_a_row_of_merges_longer_than_anybody_draws_is_told_in_between() -> None:
    merges = "".join(f'<exclusiveGateway id="g{count}"/>' for count in range(250))
    row = way("a", *(f"g{count}" for count in range(250)), "z")
    xml = sketch(f'<task id="a"/><task id="z"/>{merges}{row}', drawn=False)

    told = tell(xml)

    assert 10 < len(told.steps) < 16
    assert max(len(way.flows) for step in told.steps for way in step.next) == 21
    assert_words_say_all_of(xml)


def test_a_step_after_which_nothing_is_drawn_says_so() -> None:
    told = tell(sketch('<task id="a"/>'))

    assert notes_of(told.steps[0]) == ["Nothing is drawn after this."]
    assert told.summary == "1 step. No end is drawn."


def test_a_drawing_without_anything_is_told_as_that() -> None:
    told = tell(sketch(""))

    assert told.steps == ()
    assert told.name == "Sketch"
    assert told.summary == "0 steps. No end is drawn."
    assert notes_of(told.processes[0]) == ["No steps are drawn."]


def test_a_pathway_that_calls_itself_still_begins_and_ends() -> None:
    calls = '<callActivity id="again" calledElement="p"/><endEvent id="over"/>'
    told = tell(sketch(f'<startEvent id="s"/>{calls}{way("s", "again", "over")}'))

    assert [step.kind for step in told.steps if step.element != "again"] == [
        "This is how it begins",
        "This is how it can end",
    ]
    assert told.summary == "3 steps. It can end in 1 way."


def test_a_drawing_in_which_only_another_side_ends_is_not_said_to_have_no_end() -> None:
    other = '<process id="other"><startEvent id="t"/><endEvent id="over"/></process>'
    xml = sketch('<startEvent id="s"/>').replace(
        b"</definitions>", other.encode() + b"</definitions>"
    )

    assert tell(xml).summary == "3 steps. 2 parts."

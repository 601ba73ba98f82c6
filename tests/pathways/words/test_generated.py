from hypothesis import HealthCheck, given, settings

from pathways.bpmn import read_drawing
from pathways.words import drawing_words
from tests.pathways.generated import sound, tangled
from tests.pathways.words.recount import (
    assert_every_flow_is_said,
    assert_references_resolve,
    assert_text_tells_the_same_graph,
    assert_told_once,
)

slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_words_say_all_of(xml: bytes) -> None:
    told = drawing_words(read_drawing(xml))

    assert_told_once(xml, told)
    assert_every_flow_is_said(xml, told)
    assert_references_resolve(told)
    assert_text_tells_the_same_graph(told)


@slow
@given(sound())
def test_the_words_of_a_sound_drawing_say_every_flow_once(xml: bytes) -> None:
    assert_words_say_all_of(xml)


@slow
@given(tangled())
def test_the_words_of_a_tangled_drawing_say_every_flow_once(xml: bytes) -> None:
    assert_words_say_all_of(xml)


@slow
@given(sound())
def test_in_a_sound_drawing_only_loops_lead_back(xml: bytes) -> None:
    told = drawing_words(read_drawing(xml))

    backs = [way for step in told.steps for way in step.next if way.back]

    assert all(way.when == "“true”" for way in backs)
    assert told.steps[0].kind == "This is how it begins"


@slow
@given(tangled())
def test_words_are_the_same_every_time(xml: bytes) -> None:
    assert drawing_words(read_drawing(xml)) == drawing_words(read_drawing(xml))

import pytest
from hypothesis import HealthCheck, given, settings

from pathways.bpmn import read_drawing
from pathways.words import catalogue, drawing_words, html_fragment, languages, markdown, plain_text
from tests.pathways.generated import any_drawings, sound, sound_drawings, tangled
from tests.pathways.words.laws import assert_words_say_all_of

slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow
@given(sound())
def test_the_words_of_nested_blocks_say_every_flow_once(xml: bytes) -> None:
    assert_words_say_all_of(xml)


@slow
@given(tangled())
def test_the_words_of_a_tangled_drawing_say_every_flow_once(xml: bytes) -> None:
    assert_words_say_all_of(xml)


@slow
@given(sound_drawings())
def test_the_words_of_pools_lanes_and_sub_processes_say_every_flow_once(xml: bytes) -> None:
    assert_words_say_all_of(xml)


@slow
@given(any_drawings())
def test_the_words_of_any_drawing_at_all_say_every_flow_once(xml: bytes) -> None:
    assert_words_say_all_of(xml)


@slow
@given(sound())
def test_in_nested_blocks_only_loops_lead_back(xml: bytes) -> None:
    told = drawing_words(read_drawing(xml))

    backs = [way for step in told.steps for way in step.next if way.back]

    assert all(way.when == "“true”" for way in backs)
    assert told.steps[0].kind == "This is how it begins"


@pytest.mark.parametrize("language", languages())
@slow
@given(any_drawings())
def test_words_are_the_same_every_time_and_can_always_be_written(language: str, xml: bytes) -> None:
    say = catalogue(language)
    told = drawing_words(read_drawing(xml), say=say)

    assert told == drawing_words(read_drawing(xml), say=say)
    assert all(write(told) for write in (plain_text, markdown, html_fragment))

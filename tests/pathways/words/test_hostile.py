"""Drawings that are meant to do harm: words stay bounded, and nothing is left unsaid."""

import pytest

from pathways.words import html_fragment, markdown, plain_text
from tests.pathways.sketches import flow, sketch, way
from tests.pathways.words.laws import assert_references_resolve
from tests.pathways.words.telling import tell

LONG = "long " * 40_000


def tasks(count: int) -> str:
    return "".join(f'<task id="t{number}"/>' for number in range(count))


def lane_of_a_book(count: int) -> str:
    lane = "".join(f"<flowNodeRef>t{number}</flowNodeRef>" for number in range(count))
    return f'<laneSet id="l"><lane id="o" name="{LONG}">{lane}</lane></laneSet>{tasks(count)}'


def note_at_everything(count: int) -> str:
    lines = "".join(
        f'<association id="a{number}" sourceRef="n" targetRef="t{number}"/>'
        for number in range(count)
    )
    return f'<textAnnotation id="n"><text>{LONG}</text></textAnnotation>{tasks(count)}{lines}'


def calls_of_many_starts(count: int) -> str:
    starts = "".join(f'<startEvent id="s{number}"/>' for number in range(count))
    calls = "".join(f'<callActivity id="c{number}" calledElement="p"/>' for number in range(count))
    return starts + calls


def events_awaited_by_all(count: int) -> str:
    gates = "".join(
        f'<eventBasedGateway id="g{number}"/>' + flow(f"g{number}", "e") + flow(f"g{number}", "f")
        for number in range(count)
    )
    events = "".join(f'<intermediateCatchEvent id="{name}" name="{LONG}"/>' for name in "ef")
    return gates + events


def merges_behind_everything(count: int) -> str:
    merges = "".join(f'<exclusiveGateway id="m{number}"/>' for number in range(count))
    into = "".join(flow(f"t{number}", "m0") for number in range(count))
    return tasks(count) + merges + into + way(*(f"m{number}" for number in range(count)))


@pytest.mark.parametrize(
    "drawn",
    [
        lane_of_a_book,
        note_at_everything,
        calls_of_many_starts,
        events_awaited_by_all,
        merges_behind_everything,
    ],
)
def test_what_is_drawn_once_is_not_written_a_thousand_times(drawn: object) -> None:
    assert callable(drawn)
    told = tell(sketch(drawn(1000), drawn=False))

    assert_references_resolve(told)
    for text in (plain_text(told), html_fragment(told), markdown(told)):
        assert len(text) < 2_500_000


def test_twenty_thousand_elements_are_told() -> None:
    count = 4800
    gates = "".join(f'<exclusiveGateway id="g{number}"/>' for number in range(count))
    ways = way(*(f"g{number}" for number in range(count)))
    jumps = "".join(flow(f"g{number}", f"g{(number * 7919) % count}") for number in range(count))

    told = tell(sketch(gates + ways + jumps, drawn=False))

    assert len(told.steps) >= count - 1
    assert_references_resolve(told)

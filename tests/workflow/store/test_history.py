from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workflow.store.history import (
    BEFORE_ALL,
    Entry,
    Link,
    content_hash,
    details_text,
    event_hash,
    verify,
)

NOON = datetime(2027, 1, 11, 12, tzinfo=UTC)

entries = st.builds(
    Entry,
    case_id=st.just("case-1"),
    sequence=st.just(0),
    at=st.datetimes(timezones=st.just(UTC)),
    kind=st.sampled_from(["CaseOpened", "TaskCompleted", "DecisionMade"]),
    by_account=st.none() | st.text(max_size=3),
    by_name=st.text(max_size=3),
    step=st.none() | st.text(max_size=3),
    details=st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=3), max_size=2),
    content_hash=st.none() | st.just("0" * 64),
)
histories = st.lists(entries, min_size=1, max_size=8)


def _chain(history: list[Entry]) -> list[Link]:
    links, previous = list[Link](), BEFORE_ALL
    for sequence, entry in enumerate(history, start=1):
        numbered = replace(entry, sequence=sequence)
        links.append(
            Link(entry=numbered, previous_hash=previous, hash=event_hash(numbered, previous))
        )
        previous = links[-1].hash
    return links


def _broken(links: list[Link], whole: list[Link]) -> int | None:
    """Return where a history is broken, by what the case said when it was whole."""
    return verify(links, length=len(whole), head=whole[-1].hash)


@given(histories)
def test_a_history_as_it_was_written_is_whole(history: list[Entry]) -> None:
    links = _chain(history)

    assert _broken(links, links) is None


def test_a_case_without_events_is_whole() -> None:
    assert verify([], length=0, head=BEFORE_ALL) is None


_CHANGES: dict[str, Any] = {
    "case_id": "case-2",
    "at": NOON,
    "kind": "CaseCompleted",
    "by_account": "mallory",
    "by_name": "Mallory",
    "step": "another_step",
    "details": {"another": "detail"},
    "content_hash": "1" * 64,
}


@given(histories, st.data(), st.sampled_from(sorted(_CHANGES)))
def test_an_event_that_was_edited_is_found(
    history: list[Entry], data: st.DataObject, column: str
) -> None:
    links = _chain(history)
    where = data.draw(st.integers(0, len(links) - 1))
    assume(getattr(links[where].entry, column) != _CHANGES[column])

    edited = list(links)
    entry = replace(links[where].entry, **{column: _CHANGES[column]})
    edited[where] = replace(links[where], entry=entry)

    assert _broken(edited, links) == where + 1


@given(histories, st.data())
def test_an_event_that_was_edited_and_hashed_anew_is_found(
    history: list[Entry], data: st.DataObject
) -> None:
    links = _chain(history)
    where = data.draw(st.integers(0, len(links) - 1))
    assume(links[where].entry.by_name != "Mallory")

    edited = list(links)
    entry = replace(links[where].entry, by_name="Mallory")
    edited[where] = replace(
        links[where], entry=entry, hash=event_hash(entry, links[where].previous_hash)
    )

    assert _broken(edited, links) == min(where + 2, len(links))


@given(histories, st.data())
def test_a_history_that_was_rewritten_from_an_event_on_is_found_by_its_head(
    history: list[Entry], data: st.DataObject
) -> None:
    links = _chain(history)
    where = data.draw(st.integers(0, len(links) - 1))
    assume(history[where].by_name != "Mallory")
    history[where] = replace(history[where], by_name="Mallory")

    assert _broken(_chain(history), links) == len(links)


@given(histories, st.data())
def test_an_event_that_was_deleted_is_found(history: list[Entry], data: st.DataObject) -> None:
    links = _chain(history)
    where = data.draw(st.integers(0, len(links) - 1))

    assert _broken(links[:where] + links[where + 1 :], links) == where + 1


@given(st.lists(entries, min_size=2, max_size=8), st.data())
def test_events_that_were_swapped_are_found(history: list[Entry], data: st.DataObject) -> None:
    links = _chain(history)
    one = data.draw(st.integers(0, len(links) - 2))
    other = data.draw(st.integers(one + 1, len(links) - 1))

    swapped = list(links)
    swapped[one], swapped[other] = links[other], links[one]

    assert _broken(swapped, links) == one + 1


@given(histories, st.data())
def test_a_history_that_was_cut_short_is_found(history: list[Entry], data: st.DataObject) -> None:
    links = _chain(history)
    kept = data.draw(st.integers(0, len(links) - 1))

    assert _broken(links[:kept], links) == kept + 1


@given(histories, entries)
def test_an_event_that_was_added_at_the_end_is_found(history: list[Entry], addition: Entry) -> None:
    links = _chain(history)

    assert _broken(_chain([*history, addition]), links) == len(links) + 1


def test_the_same_moment_in_another_zone_has_the_same_hash() -> None:
    entry = Entry(
        case_id="case-1",
        sequence=1,
        at=NOON,
        kind="CaseOpened",
        by_account=None,
        by_name="Ada",
        step=None,
        details={"b": 1, "a": [2]},
        content_hash=None,
    )
    in_paris = replace(entry, at=NOON.astimezone(timezone(timedelta(hours=1))))
    in_another_order = replace(entry, details={"a": [2], "b": 1})

    told = {event_hash(one, BEFORE_ALL) for one in (entry, in_paris, in_another_order)}

    # The number itself is part of the promise: a release that changes it breaks every old chain.
    assert told == {"978638414d011100c139ba57f8ee81f75bc0a64964714da1f3d1679655151725"}
    with pytest.raises(ValueError, match="time zone"):
        event_hash(replace(entry, at=NOON.replace(tzinfo=None)), BEFORE_ALL)


def test_details_are_kept_in_one_order() -> None:
    assert details_text({"b": 1, "a": {"d": "x", "c": None}}) == '{"a":{"c":null,"d":"x"},"b":1}'


def test_content_is_vouched_for_as_it_was_sealed() -> None:
    assert content_hash(b"abc").startswith("ba7816bf8f01cfea")

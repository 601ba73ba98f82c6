"""The record is asked for little, late, and at most once."""

from collections.abc import Iterable

from workflow.interpreter import Record, Row
from workflow.interpreter.scope import Scope


class Rows:
    def __init__(self, **rows: list[Row]) -> None:
        self.kept = rows
        self.asked: list[str] = []

    def __call__(self, step: str) -> Iterable[Row]:
        self.asked.append(step)
        return iter(self.kept.get(step, []))


def scope(record: Record, *steps: str, here: tuple = ()) -> Scope:
    return Scope(record, here, lambda *_: "", steps=dict.fromkeys(steps), items={})


def test_nothing_is_loaded_before_it_is_read() -> None:
    rows = Rows()
    record = Record({}, rows)

    record.put("a", (), "", {"n": 1})

    assert rows.asked == []


def test_a_step_is_loaded_once() -> None:
    rows = Rows(a=[Row((), "", {"n": 1})])
    record = Record({}, rows)

    assert record.rows("a") is record.rows("a")
    assert rows.asked == ["a"]


def test_the_newest_answers_of_a_place_and_round_hide_the_older() -> None:
    rows = Rows(a=[Row((), "1", {"n": 1}), Row((), "2", {"n": 2}), Row((), "2", {"n": 3})])
    record = Record({}, rows)
    record.put("a", (("m", "x"),), "2", {"n": 4})

    assert record.rows("a") == {
        (): {"1": {"n": 1}, "2": {"n": 3}},
        (("m", "x"),): {"2": {"n": 4}},
    }


def test_what_is_put_counts_before_and_after_loading() -> None:
    rows = Rows(a=[Row((), "", {"n": 1})])
    record = Record({}, rows)
    record.put("a", (), "", {"n": 2})
    assert record.rows("a") == {(): {"": {"n": 2}}}

    record.put("a", (), "", {"n": 3})

    assert record.rows("a") == {(): {"": {"n": 3}}}


def test_a_scope_is_a_mapping_of_steps_and_facts() -> None:
    record = Record({"child": {"n": 1}}, Rows(a=[Row((), "", {"n": 1})]))
    seen = scope(record, "a", "b")

    assert dict(seen) == {"child": {"n": 1}, "a": {"n": 1}, "b": None}
    assert len(seen) == 3
    assert "nothing" not in seen
    assert seen.get("nothing", 7) == 7


def test_facts_do_not_load_anything() -> None:
    rows = Rows()

    assert scope(Record({"child": 1}, rows), "a")["child"] == 1
    assert rows.asked == []


def test_from_another_item_nothing_is_seen() -> None:
    record = Record({}, Rows(a=[Row((("m", "x"),), "", {"n": 1})]))

    assert scope(record, "a", here=(("m", "y"),))["a"] is None
    assert scope(record, "a", here=(("m", "x"),))["a"] == {"n": 1}
    assert scope(record, "a", here=(("other", "x"),))["a"] == {"x": {"n": 1}}

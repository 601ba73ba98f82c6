"""What steps do by themselves: the closed set of actions that a service task can name."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest

from pathways.model.action import Action
from tests.fakes import FakeTime
from tests.pathways.sketches import condition, flow, way
from tests.workflow.contents import everything
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.made import action, element, end, form, lanes, letter, pathway, user, value
from workflow.engine.actions import ACTIONS
from workflow.model.case import CaseFile
from workflow.model.errors import PathwayFault
from workflow.store import events

KEY = "sums"
BEGIN, FINISH = element("startEvent", "begin"), end("finish")
SMALL = end("small")
NUMBER, TEXT = {"type": "number"}, {"type": "string", "maxLength": 200}
ASKS = form("Ask", hours=NUMBER, rate=NUMBER, note=TEXT)
LANES = lanes(family="begin ask", case_officer="work_out go_on look small finish")

Build = Callable[[Mapping[str, bytes]], SmallHouse]


@pytest.fixture
def build(tmp_path: Path, time: FakeTime) -> Iterator[Build]:
    built: list[SmallHouse] = []

    def built_with(files: Mapping[str, bytes]) -> SmallHouse:
        built.append(build_small_house(tmp_path / str(len(built)), time, files))
        return built[-1]

    yield built_with
    for house in built:
        house.workflow.stop()


def sums(*values: str) -> dict[str, bytes]:
    """Ask, work out, then go one way or the other by what was worked out."""
    return pathway(
        KEY,
        [
            LANES,
            *(BEGIN, FINISH, SMALL, user("ask"), user("look")),
            action("work_out", "set_values", "".join(values)),
            '<exclusiveGateway id="go_on" name="How much is it?" default="go_on_small"/>',
            way("begin", "ask", "work_out", "go_on"),
            condition("go_on", "look", "work_out.total &gt; 100"),
            flow("go_on", "small"),
            way("look", "finish"),
        ],
        forms={"ask": ASKS, "look": form("Look", seen=TEXT)},
    )


TOTAL = value("total", "ask.hours * ask.rate")


def asked(house: SmallHouse, **answers: object) -> CaseFile:
    engine = house.workflow.engine
    task = engine.open_case(house.family, KEY, house.child_id, key=str(uuid4())).task
    assert task is not None
    house.complete(task, answers)
    return engine.case_file(house.officer, task.case_id)


def test_the_engine_does_every_action_that_a_drawing_can_name() -> None:
    assert set(ACTIONS) == set(Action)


def test_values_are_worked_out_and_the_next_rule_reads_them(build: Build) -> None:
    house = build(sums(TOTAL))

    much = asked(house, hours=10, rate=Decimal("12.50"))
    little = asked(house, hours=2, rate=Decimal("12.50"))

    assert [task.step for task in much.open_tasks] == ["look"]
    assert little.case.outcome == "small"


def test_what_is_worked_out_is_in_the_record_typed_and_by_the_house(build: Build) -> None:
    words = value("said", "&quot;It is for &quot; + child.preferred_name")
    days = value("until", "date(&quot;2027-03-01&quot;)") + value("many", "[1, true, null]")
    long = value("long", "duration(&quot;P3D&quot;)") + value("both", "{a: 1, b: [ask.note]}")
    file = asked(build(sums(TOTAL, words, days, long)), hours=1, rate=Decimal("0.10"), note="Hm")

    _, row = file.record

    assert (row.step, row.by, row.by_itself) == ("work_out", "Fingerpost", True)
    assert row.answers["total"] == Decimal("0.10")
    assert row.answers["said"] == "It is for Ada"
    assert row.answers["until"] == date(2027, 3, 1)
    assert row.answers["many"] == (1, True, None)
    assert str(row.answers["long"]) == "P3D"
    assert row.answers["both"] == {"a": 1, "b": ("Hm",)}


def test_what_is_worked_out_is_still_read_later_from_the_database(build: Build) -> None:
    house = build(
        pathway(
            KEY,
            [
                lanes(family="begin ask", case_officer="work_out look finish small go_on"),
                *(BEGIN, FINISH, SMALL, user("ask"), user("look")),
                action("work_out", "set_values", TOTAL),
                '<exclusiveGateway id="go_on" name="How much is it?" default="go_on_small"/>',
                way("begin", "ask", "work_out", "look", "go_on"),
                condition("go_on", "finish", "work_out.total = 40"),
                flow("go_on", "small"),
            ],
            forms={"ask": ASKS, "look": form("Look", seen=TEXT)},
        )
    )

    file = asked(house, hours=4, rate=10)
    house.complete(file.open_tasks[0], {})

    assert house.workflow.engine.case_file(house.officer, file.case.id).case.outcome == "finish"


def test_the_history_tells_of_it_and_holds_nothing_that_was_written(build: Build) -> None:
    house = build(sums(value("secret", "ask.note"), TOTAL))

    file = asked(house, hours=1, rate=1, note="Ada bites")

    (told,) = [event for event in file.history if event.kind == "ValuesWritten"]
    assert (told.step, told.by, told.details) == ("work_out", "Fingerpost", {})
    assert not [row for row in everything(house.workflow.store)["event"] if "bites" in repr(row)]
    with house.workflow.store.read() as tx:
        assert events.first_break(tx, file.case.id) is None


@pytest.mark.parametrize(
    ("source", "complains"),
    [
        ("[1..5]", "range or a function"),
        ("function(x) x", "range or a function"),
        (
            'for i in 1..200 return string join([ask.note, "%s"])' % ("x" * 1000),
            "written down at once",
        ),
    ],
)
def test_what_cannot_be_kept_is_the_authors_fault_and_nothing_is_written(
    build: Build, source: str, complains: str
) -> None:
    house = build(sums(value("odd", source.replace('"', "&quot;")), TOTAL))
    engine = house.workflow.engine
    task = engine.open_case(house.family, KEY, house.child_id, key=str(uuid4())).task
    assert task is not None
    before = everything(house.workflow.store)

    with pytest.raises(PathwayFault, match=f"Work out.*{complains}"):
        house.complete(task, {"hours": 1, "rate": 1, "note": "x"})

    assert everything(house.workflow.store) == before


def test_a_letter_is_sent_as_a_send_task_sends_it(build: Build) -> None:
    house = build(
        pathway(
            KEY,
            [
                lanes(family="begin ask", case_officer="tell finish"),
                *(BEGIN, FINISH, user("ask"), action("tell", "send_letter")),
                way("begin", "ask", "tell", "finish"),
            ],
            forms={"ask": ASKS},
            letters={"tell": letter("We heard you", "You said: {ask.note}")},
        )
    )

    file = asked(house, note="Hello")

    (written,) = file.letters
    assert (written.step, written.to_name, written.body) == (
        "tell",
        "Ada’s father",
        "You said: Hello",
    )


def test_a_step_that_is_done_for_each_works_out_a_value_for_each(build: Build) -> None:
    marker = (
        '<multiInstanceLoopCharacteristics fingerpost:collection="[1, 2, 3]" fingerpost:item="n"/>'
    )
    each = action("square", "set_values", value("it", "n * n")).replace(
        "</serviceTask>", f"{marker}</serviceTask>"
    )
    house = build(
        pathway(
            KEY,
            [
                lanes(family="begin ask", case_officer="square work_out finish"),
                *(BEGIN, FINISH, user("ask"), each),
                action("work_out", "set_values", value("all", "square")),
                way("begin", "ask", "square", "work_out", "finish"),
            ],
            forms={"ask": ASKS},
        )
    )

    file = asked(house)

    assert file.record[-1].answers["all"] == {
        "1": {"it": 1},
        "2": {"it": 4},
        "3": {"it": 9},
    }

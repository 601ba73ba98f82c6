"""Decisions that require others, in a case: kept with all reasons, or nothing is written."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest

from tests.fakes import FakeTime
from tests.pathways.dmn.models import decision, file, model, needs, table, text
from tests.pathways.sketches import condition, flow, way
from tests.workflow.contents import everything
from tests.workflow.house import SmallHouse, build_small_house
from tests.workflow.made import element, end, form, lanes, pathway, user
from webapp.presenters.decided import decisions
from workflow.model.case import CaseFile
from workflow.model.errors import PathwayFault

KEY = "bands"
COST = decision("Weekly Cost", text("ask.hours * ask.rate"), kind="number")
SHARE = model(
    "Share of",
    {"cost": "number"},
    table(
        ["cost"],
        ["share"],
        [["< 100", "0"], [">= 100", "10"]],
        why=["Small costs are carried whole.", "From 100 pounds on a tenth is shared."],
    ),
)
BAND = decision(
    "Which band?",
    table(
        ["Weekly Cost | number", "Share of(Weekly Cost)"],
        ["route | string", "share"],
        [["< 100", "-", '"low"', "0"], ["[100..1000)", "> 0", '"high"', "Share of(Weekly Cost)"]],
        why=["It costs {Weekly Cost} pounds.", "It costs {Weekly Cost} pounds, {share} shared."],
    ),
    needing=needs(decisions=["Weekly Cost"], models=["Share of"]),
    id_="band",
)


def files(*parts: str) -> dict[str, bytes]:
    """Ask, decide by a table that requires others, then go one way or the other."""
    drawn = pathway(
        KEY,
        [
            lanes(family="begin ask", case_officer="band go_on look small finish"),
            *(element("startEvent", "begin"), end("finish"), end("small")),
            *(user("ask"), user("look")),
            element("businessRuleTask", "band", "Find the band"),
            '<exclusiveGateway id="go_on" name="Which band?" default="go_on_small"/>',
            way("begin", "ask", "band", "go_on"),
            condition("go_on", "look", 'band.route = "high"'),
            flow("go_on", "small"),
            way("look", "finish"),
        ],
        forms={
            "ask": form("Ask", hours={"type": "number"}, rate={"type": "number"}),
            "look": form("Look", seen={"type": "string", "maxLength": 20}),
        },
    )
    return {**drawn, "decisions/band.dmn": file(*parts)}


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> Iterator[SmallHouse]:
    built = build_small_house(tmp_path, time, files(COST, SHARE, BAND))
    yield built
    built.workflow.stop()


def asked(house: SmallHouse, **answers: object) -> CaseFile:
    engine = house.workflow.engine
    task = engine.open_case(house.family, KEY, house.child_id, key=str(uuid4())).task
    assert task is not None
    house.complete(task, answers)
    return engine.case_file(house.officer, task.case_id)


def test_the_record_keeps_everything_that_was_decided_on_the_way(house: SmallHouse) -> None:
    outcome = asked(house, hours=10, rate=15).record[-1].outcome

    assert outcome is not None
    assert outcome.outputs == {"route": "high", "share": Decimal(10)}
    assert outcome.because == ("It costs 150 pounds, 10 shared.",)
    cost, share = outcome.before
    assert (cost.name, cost.answer) == ("Weekly Cost", Decimal(150))
    assert cost.inputs == {"ask.hours": Decimal(10), "ask.rate": Decimal(15)}
    assert (share.name, share.rules) == ("Share of", ("rule_2",))
    assert share.because == ("From 100 pounds on a tenth is shared.",)


def test_what_was_decided_is_read_by_the_rules_that_follow(house: SmallHouse) -> None:
    much = asked(house, hours=10, rate=20)
    little = asked(house, hours=1, rate=20)

    assert [task.step for task in much.open_tasks] == ["look"]
    assert little.case.outcome == "small"


def test_a_case_page_tells_what_was_decided_on_the_way_and_because_of_what(
    house: SmallHouse,
) -> None:
    told = decisions(asked(house, hours=10, rate=15))

    assert [one.title for one in told] == ["Which band?", "Share of", "Weekly Cost"]
    assert told[1].by.endswith("on the way to “Which band?”")
    assert told[1].by.startswith("A table decided")
    assert told[2].by.startswith("It was worked out")
    assert told[1].because == ("From 100 pounds on a tenth is shared.",)
    assert told[1].rules == "Row 2 fitted."
    assert [str(fact.value) for fact in told[2].outputs] == ["150"]


def test_no_empty_answer_on_the_way_decides_about_anybody(house: SmallHouse) -> None:
    engine = house.workflow.engine
    task = engine.open_case(house.family, KEY, house.child_id, key=str(uuid4())).task
    assert task is not None
    before = everything(house.workflow.store)

    with pytest.raises(PathwayFault) as refused:
        house.complete(task, {"hours": 100, "rate": 10})

    assert str(refused.value).startswith(
        "At “Find the band”: “Which band?”: no rule fits “Weekly Cost” 1000"
    )
    assert everything(house.workflow.store) == before


@pytest.mark.parametrize(
    ("answer", "said"),
    [("[1..3]", "range"), ('for i in 1..9000 return "a word more"', "More than")],
)
def test_what_cannot_be_kept_is_not_decided(
    tmp_path: Path, time: FakeTime, answer: str, said: str
) -> None:
    unkept = decision("Which band?", text(answer), id_="band", why="Because.")
    source = files(unkept)
    drawn = source["pathway.bpmn"].replace(b"band.route", b"band.band")
    house = build_small_house(tmp_path, time, {**source, "pathway.bpmn": drawn})

    with pytest.raises(PathwayFault, match=f"At “Find the band”: .*{said}"):
        asked(house, hours=1, rate=1)
    house.workflow.stop()

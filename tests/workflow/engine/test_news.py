"""Messages that people say have come, signals to every case, and conditions that become true."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import FakeTime
from tests.pathways.sketches import flow, way
from tests.workflow.audit import faults
from tests.workflow.contents import everything
from tests.workflow.made import element, end, form, lanes, pathway, user
from tests.workflow.twins import TEXT, Twins, build_twins
from workflow.engine import delivering
from workflow.model.actor import Actor
from workflow.model.case import CaseStatus
from workflow.model.errors import InvalidAnswers, NewsNotAwaited, NewsNotFound
from workflow.store import accounts

Build = Callable[..., Twins]
REPLY = form("The reply", says={"type": "string", "maxLength": 20}, by_post={"type": "boolean"})
MESSAGE = "<messageEventDefinition/>"


@pytest.fixture
def build(tmp_path: Path, time: FakeTime) -> Iterator[Build]:
    built: list[Twins] = []

    def built_with(*pathways: Mapping[str, bytes]) -> Twins:
        built.append(build_twins(tmp_path / str(len(built)), time, *pathways))
        return built[-1]

    yield built_with
    for twins in built:
        assert faults(twins.house.workflow) == []
        twins.house.workflow.stop()


def with_event(tag: str, definition: str, *more: str, **forms: bytes) -> dict[str, bytes]:
    """Ask, then wait for something in the officer's lane, then look."""
    waits = element(tag, "reply", "The school’s reply").replace(
        f"</{tag}>", f"{definition}</{tag}>"
    )
    return pathway(
        "waits",
        [
            lanes(family="begin ask", case_officer="reply look finish stop"),
            *(element("startEvent", "begin"), user("ask"), waits, user("look"), end("finish")),
            way("begin", "ask", "reply", "look", "finish"),
            *more,
        ],
        before='<signal id="s" name="Budget set"/>',
        forms={"ask": form("Ask", what=TEXT), "look": form("Look", seen=TEXT), **forms},
    )


RECEIVE = with_event("receiveTask", "", reply=REPLY)
CATCH = with_event("intermediateCatchEvent", MESSAGE, reply=REPLY)


@pytest.mark.parametrize("files", [RECEIVE, CATCH])
def test_an_officer_says_that_it_has_come_with_what_the_event_asks(
    build: Build, files: Mapping[str, bytes]
) -> None:
    twins = build(files)
    case_id = twins.open("waits")
    (wait,) = twins.file(case_id).news
    engine, officer = twins.house.workflow.engine, twins.house.officer

    sheet = engine.news_sheet(officer, wait.id)
    engine.receive(officer, wait.id, {"says": "Yes", "by_post": True}, key="once")

    assert sheet.form.title == "The reply"
    assert sheet.line.name == "The school’s reply"
    file = twins.file(case_id)
    assert [task.step for task in file.open_tasks] == ["look"]
    assert file.news == ()
    row = file.record[-1]
    assert (row.step, row.by, row.by_itself) == ("reply", "Officer Ash", False)
    assert row.answers == {"says": "Yes", "by_post": True}
    told = next(e for e in file.history if e.kind == "MessageReceived")
    assert (told.by, told.step) == ("Officer Ash", "reply")


def test_an_event_without_a_form_asks_nothing(build: Build) -> None:
    twins = build(with_event("receiveTask", ""))
    case_id = twins.open("waits")
    (wait,) = twins.file(case_id).news
    engine, officer = twins.house.workflow.engine, twins.house.officer

    assert engine.news_sheet(officer, wait.id).form.questions == ()
    with pytest.raises(InvalidAnswers):
        engine.receive(officer, wait.id, {"says": "Yes"}, key="wrong")
    engine.receive(officer, wait.id, {}, key="right")

    assert twins.open_steps(case_id) == ["look"]


def test_wrong_answers_are_told_and_nothing_is_written(build: Build) -> None:
    twins = build(RECEIVE)
    (wait,) = twins.file(twins.open("waits")).news
    before = everything(twins.house.workflow.store)

    with pytest.raises(InvalidAnswers) as wrong:
        twins.house.workflow.engine.receive(
            twins.house.officer, wait.id, {"says": "x" * 21}, key="once"
        )

    assert set(wrong.value.problems) == {"says"}
    assert everything(twins.house.workflow.store) == before


def test_the_same_form_twice_is_the_same_news_and_another_comes_too_late(build: Build) -> None:
    twins = build(RECEIVE)
    case_id = twins.open("waits")
    (wait,) = twins.file(case_id).news
    engine, officer = twins.house.workflow.engine, twins.house.officer

    assert engine.receive(officer, wait.id, {}, key="once") == case_id
    assert engine.receive(officer, wait.id, {}, key="once") == case_id
    with pytest.raises(NewsNotAwaited, match="Somebody has already said"):
        engine.receive(officer, wait.id, {}, key="another")

    assert twins.kinds(case_id).count("MessageReceived") == 1


def test_nobody_else_can_say_it_or_see_that_it_is_waited_for(build: Build) -> None:
    twins = build(RECEIVE)
    (wait,) = twins.file(twins.open("waits")).news
    engine, house = twins.house.workflow.engine, twins.house
    with house.workflow.store.write() as tx:
        other = accounts.insert(tx, "Other", email=None, password_hash=None, at=house.time.now())
    stranger = Actor(id=other, name="Other")

    for actor in (stranger, house.family):
        with pytest.raises(NewsNotFound):
            engine.news_sheet(actor, wait.id)
        with pytest.raises(NewsNotFound):
            engine.receive(actor, wait.id, {}, key="never")
        assert engine.news(actor) == ()
    assert [line.awaited.id for line in engine.news(house.officer)] == [wait.id]


def test_the_lane_of_the_event_and_the_case_officer_can_say_it(build: Build) -> None:
    families = {
        name: source.replace(
            b"<flowNodeRef>ask</flowNodeRef>",
            b"<flowNodeRef>ask</flowNodeRef><flowNodeRef>reply</flowNodeRef>",
        ).replace(b'"Case officer"><flowNodeRef>reply</flowNodeRef>', b'"Case officer">')
        for name, source in RECEIVE.items()
    }
    for name in ("family", "officer"):
        twins = build(families)
        case_id = twins.open("waits")
        (wait,) = twins.file(case_id).news
        assert wait.role == "family"

        actor = twins.house.family if name == "family" else twins.house.officer
        twins.house.workflow.engine.receive(actor, wait.id, {}, key="once")

        assert twins.open_steps(case_id) == ["look"]


def test_a_message_on_an_edge_interrupts_or_not_and_comes_again(build: Build) -> None:
    event = element(
        "boundaryEvent", "call", "They call", 'attachedToRef="look" cancelActivity="false"'
    ).replace("</boundaryEvent>", f"{MESSAGE}</boundaryEvent>")
    twins = build(
        with_event(
            "receiveTask",
            "",
            event,
            user("note"),
            end("noted"),
            way("call", "note", "noted"),
            note=form("Note", said=TEXT),
        )
    )
    case_id = twins.open("waits")
    engine, officer = twins.house.workflow.engine, twins.house.officer
    engine.receive(officer, twins.file(case_id).news[0].id, {}, key="reply")

    for number in (1, 2):
        (wait,) = twins.file(case_id).news
        engine.receive(officer, wait.id, {}, key=f"call {number}")

    assert sorted(twins.open_steps(case_id)) == ["look", "note", "note"]
    assert len(twins.file(case_id).news) == 1


def test_of_several_events_behind_a_gateway_the_first_counts(build: Build) -> None:
    one, other = (
        element("intermediateCatchEvent", name).replace(
            "</intermediateCatchEvent>", f"{MESSAGE}</intermediateCatchEvent>"
        )
        for name in ("by_post", "by_telephone")
    )
    twins = build(
        pathway(
            "waits",
            [
                lanes(family="begin ask", case_officer="g by_post by_telephone look stop finish"),
                *(element("startEvent", "begin"), user("ask"), one, other, user("look")),
                '<eventBasedGateway id="g" name="What comes first?"/>',
                *(end("finish"), end("stop")),
                way("begin", "ask", "g", "by_post", "look", "finish"),
                way("g", "by_telephone", "stop"),
            ],
            forms={"ask": form("Ask", what=TEXT), "look": form("Look", seen=TEXT)},
        )
    )
    case_id = twins.open("waits")
    post, telephone = sorted(twins.file(case_id).news, key=lambda wait: wait.step)
    engine, officer = twins.house.workflow.engine, twins.house.officer

    engine.receive(officer, telephone.id, {}, key="called")

    assert twins.file(case_id).case.outcome == "stop"
    with pytest.raises(NewsNotAwaited, match="gone on"):
        engine.receive(officer, post.id, {}, key="too late")


SIGNAL = '<signalEventDefinition signalRef="s"/>'
LISTENS = with_event("intermediateCatchEvent", SIGNAL)
GIVES = {
    "pathway.bpmn": LISTENS["pathway.bpmn"]
    .replace(b"waits", b"gives")
    .replace(b"intermediateCatchEvent", b"intermediateThrowEvent"),
    **{name: source for name, source in LISTENS.items() if name != "pathway.bpmn"},
}


def test_a_signal_reaches_every_case_that_waits_for_it_at_that_moment(
    build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivering, "BATCH", 2)
    twins = build(LISTENS, GIVES)
    before = [twins.open("waits", child) for child in ("", twins.ben, "", twins.ben, "")]
    twins.house.time.moment += timedelta(minutes=1)

    twins.open("gives")
    twins.house.time.moment += timedelta(minutes=1)
    later = twins.open("waits")
    twins.tick()

    assert [twins.open_steps(case) for case in before] == [["look"]] * 5
    assert twins.open_steps(later) == []
    assert all(twins.kinds(case).count("SignalReceived") == 1 for case in before)


def test_a_signal_is_told_only_to_those_who_wait_for_its_name(build: Build) -> None:
    other = {
        **LISTENS,
        "pathway.bpmn": LISTENS["pathway.bpmn"].replace(b'"Budget set"', b'"Budget gone"'),
    }
    twins = build(other, GIVES)
    case_id = twins.open("waits")
    twins.house.time.moment += timedelta(minutes=1)

    twins.open("gives")
    twins.tick()

    assert twins.open_steps(case_id) == []


def test_a_person_can_say_that_a_signal_was_given(build: Build) -> None:
    twins = build(LISTENS)
    case_id = twins.open("waits")
    (wait,) = twins.file(case_id).news

    twins.house.workflow.engine.receive(twins.house.officer, wait.id, {}, key="once")

    assert twins.open_steps(case_id) == ["look"]
    assert "SignalReceived" in twins.kinds(case_id)


def becomes(text: str) -> dict[str, bytes]:
    condition = f"<conditionalEventDefinition><condition>{text}</condition>"
    return with_event("intermediateCatchEvent", f"{condition}</conditionalEventDefinition>")


def test_a_condition_is_looked_at_again_on_each_new_day_and_nothing_is_told_until_it_is_so(
    build: Build,
) -> None:
    twins = build(becomes("today() &gt;= date(&quot;2027-01-14&quot;)"))
    case_id = twins.open("waits")
    history = twins.kinds(case_id)

    for _ in range(2):
        twins.house.time.moment += timedelta(days=1)
        twins.tick()
        assert twins.kinds(case_id) == history

    twins.house.time.moment += timedelta(days=1)
    twins.tick()

    assert twins.open_steps(case_id) == ["look"]
    assert twins.kinds(case_id)[len(history)] == "ConditionMet"


def test_a_condition_on_what_is_known_of_the_child_comes_true_with_the_child(
    build: Build,
) -> None:
    twins = build(becomes("child.over_compulsory_school_age"))
    case_id = twins.open("waits")
    (wait,) = twins.file(case_id).news
    twins.house.time.moment = twins.house.time.moment.replace(year=2032, month=6, day=26)
    twins.tick()

    assert twins.open_steps(case_id) == ["look"]
    with pytest.raises(NewsNotFound):
        twins.house.workflow.engine.receive(twins.house.officer, wait.id, {}, key="never")


def test_a_condition_is_looked_at_after_every_command(build: Build) -> None:
    edge = element("boundaryEvent", "late", "Seen", 'attachedToRef="look"').replace(
        "</boundaryEvent>",
        "<conditionalEventDefinition><condition>note.said = &quot;stop&quot;</condition>"
        "</conditionalEventDefinition></boundaryEvent>",
    )
    twins = build(
        pathway(
            "waits",
            [
                lanes(family="begin ask", case_officer="both look note finish stop"),
                *(element("startEvent", "begin"), user("ask"), user("look"), user("note"), edge),
                '<parallelGateway id="both"/>',
                *(end("finish"), end("stop"), end("noted")),
                way("begin", "ask", "both", "look", "finish"),
                way("both", "note", "noted"),
                flow("late", "stop"),
            ],
            forms={
                "ask": form("Ask", what=TEXT),
                "look": form("Look", seen=TEXT),
                "note": form("Note", said=TEXT),
            },
        )
    )
    case_id = twins.open("waits")
    note = next(task for task in twins.file(case_id).open_tasks if task.step == "note")

    twins.house.complete(note, {"said": "stop"})

    assert twins.file(case_id).case.status is CaseStatus.COMPLETED

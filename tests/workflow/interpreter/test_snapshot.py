"""What is kept between two commands: small, without answers, and refused when it is not ours."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.interpreter.catalogue import DRAWINGS, Says, feel
from tests.workflow.interpreter.drawings import Process, each, timer, xml
from tests.workflow.interpreter.drive import MONDAY, Case, dice
from workflow.interpreter import Look, Record, SnapshotRefused, advance, read_specification
from workflow.interpreter.parts import Case as Running
from workflow.interpreter.snapshot import Names, save
from workflow.interpreter.surroundings import Engine, Surroundings

SECRET = "the cat is called Marmalade"


@pytest.mark.parametrize("draw", DRAWINGS, ids=lambda draw: draw.__name__)
def test_no_answer_is_ever_in_a_snapshot(draw: Callable[[Says], bytes]) -> None:
    random = dice(7)
    case = Case(read_specification(draw(feel), "p"), facts={"child": {"name": SECRET}}).start()

    for _ in range(25):
        if not case.open:
            break
        ways = [way for way in "12" if random.random() < 0.5]
        case.complete(random.choice(case.open), {"ways": ways, "word": SECRET, SECRET: 1})
        assert "Marmalade" not in case.snapshot
        assert len(case.snapshot) < 700


def test_a_token_that_holds_data_is_never_saved() -> None:
    case = Case(DRAWINGS[0](feel))
    surroundings = Surroundings(case.specification, case.rules, Record({}), now=MONDAY)
    running = Running(case.specification, Engine(surroundings))
    running.task_tree.data["word"] = SECRET

    with pytest.raises(RuntimeError, match="holds data"):
        save(running, Names(), surroundings, "p@1")


def long_loop() -> bytes:
    p = Process("p")
    p.start()
    p.end()
    p.end("reminded")
    for gateway in ("fork", "join"):
        p.parallel(gateway)
    for step in ("ask", "a", "b", "check", "remind"):
        p.user(step)
    p.xor("head")
    p.xor("enough", "enough__finish")
    p.path("begin", "head", "ask", "fork", "a", "join", "check", "enough", "finish")
    p.path("fork", "b", "join")
    p.flow("enough", "head", feel("check", "1"))
    p.boundary("late", "a", timer("P5D"), interrupting=False)
    p.path("late", "remind", "reminded")
    return xml(p)


def test_two_thousand_completions_leave_the_case_alive_and_the_snapshot_small() -> None:
    case = Case(long_loop()).start()
    case.load = lambda step: case.rows.get(step, [])[-1:]

    for n in range(2000):
        case.complete(case.open[n % len(case.open)], {"ways": ["1"]})
        assert len(case.snapshot) < 300
        assert not case.last.done

    assert len(case.rows["ask"]) == 500
    assert case.rows["ask"][-1].round == "500"
    while not case.last.done:
        case.complete(case.open[0], {"ways": []})
    assert case.ended == ["finish"]


def test_work_does_not_grow_with_the_history(monkeypatch: pytest.MonkeyPatch) -> None:
    from SpiffWorkflow.task import Task  # noqa: PLC0415 - counted only here

    made: list[int] = []
    begin = Task.__init__

    def counting(self: Task, *args: object, **kwargs: object) -> None:
        made[-1] += 1
        begin(self, *args, **kwargs)

    monkeypatch.setattr(Task, "__init__", counting)
    case = Case(long_loop())
    made.append(0)
    case.start()
    for n in range(800):
        made.append(0)
        case.complete(case.open[n % len(case.open)], {"ways": ["1"]})

    assert max(made[-100:]) == max(made[100:200])
    assert max(made) < 25


def test_sixty_parallel_blocks_cost_no_more_than_where_the_tokens_are() -> None:
    p = Process("p")
    p.start()
    p.end()
    path = ["begin"]
    for n in range(60):
        p.parallel(f"f{n}")
        p.parallel(f"j{n}")
        for branch in "abc":
            p.user(f"{branch}{n}")
            p.path(f"f{n}", f"{branch}{n}", f"j{n}")
        p.flow(path[-1], f"f{n}")
        path.append(f"j{n}")
    p.flow(path[-1], "finish")
    case = Case(xml(p)).start()

    sizes = [len(case.snapshot)]
    while not case.last.done:
        case.complete(case.open[0])
        sizes.append(len(case.snapshot))

    assert len(sizes) == 181
    assert max(sizes) < 250


def test_a_repeated_step_with_a_thousand_items_stays_within_bounds() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("view", each("child.people"))
    p.path("begin", "view", "finish")
    people = [f"p{n}" for n in range(1000)]
    case = Case(xml(p), facts={"child": {"people": people}}).start()

    assert len(case.last.open) == 1000
    assert len(case.snapshot) < 50_000
    case.complete("view", item="p500")
    assert len(case.last.open) == 999


def refused(snapshot: str) -> None:
    case = Case(DRAWINGS[0](feel)).start()
    with pytest.raises(SnapshotRefused):
        advance(
            snapshot,
            case.specification,
            version="p@1",
            rules=case.rules,
            record=Record({}),
            command=Look(),
            now=MONDAY,
        )


def changed(**fields: object) -> str:
    case = Case(DRAWINGS[0](feel)).start()
    return json.dumps(json.loads(case.snapshot) | fields)


@pytest.mark.parametrize(
    "snapshot",
    [
        "",
        "null",
        "{}",
        "[]",
        '{"format": 1}',
        "not a snapshot",
        '{"py/object": "os.system"}',
        '{"serializer_version": "1.1", "typename": "timedelta"}',
        "[" * 100_000,
        "\x80\x04\x95",
        changed(format=2),
        changed(format="1"),
        changed(version="p@2"),
        changed(parts=[["", "1", {}, [["1", "no_such_step", 16, 0, {}]]]]),
        changed(parts=[["", "1", {}, [["1", "a", 16, 9, {}]]]]),
        changed(parts=[["5", "1", {}, []]]),
        changed(parts=[["", "1", {}, [["1", "a", 16, 0, {}]]], ["1", "2", {}, []]]),
        changed(parts=[["", "1", {"due": "later"}, []]]),
        changed(turns=[["a", 1]]),
    ],
)
def test_what_is_not_ours_is_refused(snapshot: str) -> None:
    refused(snapshot)


@given(st.text())
def test_no_text_is_taken_for_a_snapshot(text: str) -> None:
    refused(text)


def test_a_snapshot_of_another_version_is_refused() -> None:
    case = Case(DRAWINGS[0](feel)).start()

    with pytest.raises(SnapshotRefused, match="p@1"):
        advance(
            case.snapshot,
            case.specification,
            version="p@2",
            rules=case.rules,
            record=Record({}),
            command=Look(),
            now=MONDAY,
        )


def test_looking_changes_nothing() -> None:
    for draw in DRAWINGS:
        case = Case(draw(feel)).start()
        before = case.last

        assert case.look().snapshot == before.snapshot
        assert (case.last.open, case.last.awaited) == (before.open, before.awaited)


#: Written by format 1; every format that ever shipped still loads.
FORMAT_1 = (
    '{"format":1,"version":"p@1","last":12,"turns":[[[],"","head",3]],"parts":[["","2",{},'
    '[["7","join",8,0,{"source":"b"}],["","a.BoundaryEventSplit",64,0,{}],["5","a",16,2,{}],'
    '["6","late",8,2,{"due":{"late":"2027-01-16T09:00:00+00:00"}}],["8","remind",16,0,{"turns":{"head":2}}]]]]}'
)


def test_a_snapshot_of_format_1_still_loads_and_finishes() -> None:
    case = Case(long_loop()).start()
    case.snapshot = FORMAT_1
    case.look()
    assert [(task.step, task.round) for task in case.last.open] == [("a", "3"), ("remind", "2")]

    case.complete("a")
    case.complete("check", {"ways": []})
    case.complete("remind")

    assert case.last.done

"""Nothing drawn is run as code, nothing reads the clock, and threads share what never changes."""

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from copy import deepcopy
from datetime import datetime
from pathlib import Path

import pytest
from SpiffWorkflow.bpmn.script_engine import python_engine, python_environment
from SpiffWorkflow.bpmn.specs.event_definitions import timer as stock_timer
from typing_extensions import override

from pathways.feel import NotFeel
from tests.workflow.interpreter.catalogue import DRAWINGS, feel
from tests.workflow.interpreter.drawings import Process, again, cycle, each, timer, times, when, xml
from tests.workflow.interpreter.drive import MONDAY, Case, FeelRules, dice
from tests.workflow.interpreter.test_snapshot import long_loop
from workflow.interpreter import InterpreterError, Record, Unrunnable, read_specification
from workflow.interpreter.items import keyed
from workflow.interpreter.parts import Case as Running
from workflow.interpreter.surroundings import Engine, Surroundings


def test_nothing_reads_the_clock_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stopped(datetime):
        @classmethod
        @override
        def now(cls, tz: object = None) -> datetime:
            raise AssertionError("the clock was read")

        utcnow = today = now

    drawings = [draw(feel) for draw in DRAWINGS]
    for name, module in list(sys.modules.items()):
        if name.startswith(("SpiffWorkflow", "workflow.")) and hasattr(module, "datetime"):
            monkeypatch.setattr(module, "datetime", Stopped, raising=False)
    assert stock_timer.datetime is Stopped

    p = Process("p")
    p.start()
    p.end()
    p.end("other")
    p.user("a")
    p.boundary("late", "a", timer("P5D"), interrupting=False)
    p.boundary("daily", "a", cycle("R3/P1D"), interrupting=False)
    p.path("begin", "a", "finish")
    p.path("late", "other")
    p.path("daily", "other")
    case = Case(xml(p)).start()
    case.occur("daily")
    case.occur("late")
    assert case.complete("a").done
    for drawing in drawings:
        Case(drawing).start()


def test_the_librarys_own_evaluation_is_never_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("evaluated as Python")

    for method in ("evaluate", "execute"):
        monkeypatch.setattr(python_environment.TaskDataEnvironment, method, never)
    for method in ("evaluate", "execute", "call_service", "validate"):
        monkeypatch.setattr(python_engine.PythonScriptEngine, method, never)
    random = dice(3)

    for draw in DRAWINGS:
        case = Case(draw(feel)).start()
        for _ in range(15):
            if case.open:
                ways = [way for way in "12" if random.random() < 0.5]
                case.complete(random.choice(case.open), {"ways": ways})


def test_the_engine_in_the_librarys_place_runs_nothing() -> None:
    specification = read_specification(DRAWINGS[0](feel), "p")
    surroundings = Surroundings(specification, FeelRules(), Record({}), now=MONDAY)
    engine = Engine(surroundings)
    token = Running(specification, engine).task_tree

    for attempt in (
        lambda: engine.evaluate(token, "1 + 1"),
        lambda: engine.execute(token, "x = 1"),
        lambda: engine.call_service(token, operation_name="x"),
        lambda: surroundings.evaluate("1 + 1", {}),
        lambda: surroundings.execute("x = 1", {}),
        lambda: surroundings.call_service({}, operation_name="x"),
    ):
        with pytest.raises(RuntimeError, match="ever run as code"):
            attempt()


HOSTILE = [
    "__import__('os').system('touch {file}')",
    "open('{file}', 'w')",
    "().__class__.__base__.__subclasses__()",
    "exec('import os')",
    "[x for x in (1).__class__.__mro__]",
    "9**9**9",
    "a.__class__",
    "lambda: 1",
    '"' * 3,
    "{{{{",
    "\x00",
]


def line(second: str = "") -> Process:
    """Two steps, the second with a marker."""
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.user("b", second)
    p.path("begin", "a", "b", "finish")
    return p


def on_the_edge(event: str) -> Process:
    p = line()
    p.boundary("edge", "b", event)
    p.path("edge", "finish")
    return p


def at_a_gateway(kind: str, text: str) -> Process:
    p = line()
    p.inside = [each_ for each_ in p.inside if 'id="a__b"' not in each_]
    p.add(kind, "which", default="other")
    p.path("a", "which")
    p.flow("which", "finish", text)
    p.flow("which", "b", id="other")
    return p


def places(text: str) -> list[Process]:
    """Every place of a drawing where an expression or a moment can stand."""
    markers = (
        each(text),
        each("a", until=text),
        times(text),
        again(text),
        again(text, before=True),
    )
    events = (timer(text), cycle(text), cycle(f"R2/{text}"), when(text))
    gateways = ("exclusiveGateway", "inclusiveGateway")
    return [
        *map(line, markers),
        *map(on_the_edge, events),
        *(at_a_gateway(kind, text) for kind in gateways),
    ]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_do_nothing_wherever_they_are_drawn(hostile: str, tmp_path: Path) -> None:
    file = tmp_path / "written"
    text = hostile.replace("{file}", str(file))

    for process in places(text):
        with suppress(InterpreterError, Unrunnable):
            case = Case(xml(process)).start()
            case.complete("a", {"ways": []})
            if "b" in case.open:
                case.complete("b")

    assert not file.exists()


@pytest.mark.parametrize(
    "id_",
    [
        "__class__",
        "__init__",
        "os.system",
        "a' or '1'='1",
        "data",
        "internal_data",
        "x" * 5000,
        "é ü",
        "名前",
        "[child",
        "0",
    ],
)
def test_hostile_ids_are_only_names(id_: str) -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user(id_)
    p.boundary("late", id_, timer("P5D"))
    p.path("begin", id_, "finish")
    p.path("late", "finish")
    case = Case(xml(p)).start()

    assert case.open == [id_]
    assert case.complete(id_, {"typename": "timedelta", "__class__": "x"}).done


@pytest.mark.parametrize("key", ["__class__", "a.b", "", " ", "é", '"', "\\", "\u2028", "x" * 3000])
def test_hostile_keys_of_items_are_only_keys(key: str) -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("view", each("child.people", "person"))
    p.path("begin", "view", "finish")
    case = Case(xml(p), facts={"child": {"people": [key, "other"]}}).start()

    (hostile,) = keyed([key])
    assert case.last.open[0].place == (("view", hostile),)
    case.complete("view", item="other")
    assert case.complete("view", item=hostile).done


def test_threads_share_a_specification() -> None:
    specification = read_specification(long_loop(), "p")
    before = shape(specification)

    def run(seed: int) -> list[list[str]]:
        random = dice(seed)
        case = Case(specification).start()
        stops = []
        for _ in range(60):
            case.complete(random.choice(case.open), {"ways": ["1"]})
            stops.append(case.open)
        return stops

    alone = [run(seed) for seed in range(24)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        together = list(pool.map(run, range(24)))

    assert together == alone
    assert shape(specification) == before


def shape(specification: object) -> object:
    """Everything of a specification that could be changed by running it."""
    return deepcopy(
        {
            name: (
                sorted(vars(spec)),
                [each_.name for each_ in spec.inputs],
                [each_.name for each_ in spec.outputs],
                spec.completed_event.n_subscribers(),
            )
            for name, spec in specification.process.task_specs.items()
        }
    )


def test_a_specification_read_anew_goes_on_with_a_snapshot() -> None:
    case = Case(long_loop()).start()
    for _ in range(40):
        case.specification = read_specification(long_loop(), "p")
        case.complete(case.open[-1], {"ways": ["1"]})

    assert case.rows["ask"][-1].round == "10"


def test_feel_that_cannot_be_parsed_is_a_failed_rule() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.xor("which", "other")
    p.path("begin", "which")
    p.flow("which", "finish", "if then", "one")
    p.flow("which", "finish", id="other")

    with pytest.raises(InterpreterError) as failed:
        Case(xml(p)).start()

    assert isinstance(failed.value.__cause__, NotFeel)

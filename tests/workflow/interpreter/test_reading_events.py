"""Events that would do nothing where they are drawn are refused while they are read."""

import pytest

from tests.workflow.interpreter.drawings import Process, xml
from workflow.interpreter import Unrunnable, read_specification


@pytest.mark.parametrize("kind", ["compensate", "link", "timer"])
def test_ends_that_would_do_nothing_are_refused(kind: str) -> None:
    p = Process("p")
    p.start()
    p.end("last", f"<bpmn:{kind}EventDefinition/>")
    p.path("begin", "last")

    with pytest.raises(Unrunnable, match="last"):
        read_specification(xml(p), "p")


@pytest.mark.parametrize("kind", ["error", "escalation"])
def test_parts_that_nothing_inside_can_begin_are_refused(kind: str) -> None:
    inner = Process("inside")
    inner.start("heard", f"<bpmn:{kind}EventDefinition/>")
    inner.end("inside_end")
    inner.path("heard", "inside_end")
    p = Process("p")
    p.start()
    p.end()
    p.sub(inner)
    p.path("begin", "inside", "finish")

    with pytest.raises(Unrunnable, match="heard"):
        read_specification(xml(p), "p")


def test_only_a_transaction_can_be_called_off_at_its_edge() -> None:
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.boundary("off", "a", "<bpmn:cancelEventDefinition/>")
    p.path("begin", "a", "finish")
    p.path("off", "finish")

    with pytest.raises(Unrunnable, match="off"):
        read_specification(xml(p), "p")


def test_event_sub_processes_that_would_never_begin_are_refused() -> None:
    inner = Process("beside")
    inner.start("heard", "<bpmn:compensateEventDefinition/>")
    inner.end("beside_end")
    inner.path("heard", "beside_end")
    p = Process("p")
    p.start()
    p.end()
    p.sub(inner, triggeredByEvent="true")
    p.path("begin", "finish")

    with pytest.raises(Unrunnable, match="heard"):
        read_specification(xml(p), "p")


def test_an_event_sub_process_that_waits_for_nothing_is_refused() -> None:
    inner = Process("beside")
    inner.start("heard")
    inner.end("beside_end")
    inner.path("heard", "beside_end")
    p = Process("p")
    p.start()
    p.end()
    p.sub(inner, triggeredByEvent="true")
    p.path("begin", "finish")

    with pytest.raises(Unrunnable, match="beside"):
        read_specification(xml(p), "p")

"""Small drawings that several tests run."""

from tests.workflow.interpreter.catalogue import feel
from tests.workflow.interpreter.drawings import Process, timer, xml


def line(*steps: str) -> Process:
    """A process of user tasks, one after another."""
    p = Process("p")
    p.start()
    p.end()
    for step in steps:
        p.user(step)
    p.path("begin", *steps, "finish")
    return p


def with_deadline(*, interrupting: bool, event: str = "") -> Process:
    p = line("a", "b")
    p.user("c")
    p.end("other")
    p.boundary("late", "a", event or timer("P5D"), interrupting=interrupting)
    p.path("late", "c", "other")
    return p


def a_decision() -> bytes:
    p = Process("p")
    p.start()
    p.end("yes_end")
    p.end("no_end")
    p.user("ask")
    p.decision("rule", "which_table")
    p.xor("which", "which_no")
    p.send("yes_letter")
    p.send("no_letter")
    p.path("begin", "ask", "rule", "which")
    p.flow("which", "yes_letter", "rule.answer = true", "which_yes")
    p.flow("which", "no_letter", id="which_no")
    p.path("yes_letter", "yes_end")
    p.path("no_letter", "no_end")
    return xml(p)


TABLES = {"which_table": lambda scope: {"answer": scope["ask"]["age"] >= 18}}


def no_default(gateway: str) -> bytes:
    p = Process("p")
    p.start()
    p.end()
    p.user("a")
    p.add(gateway, "which")
    p.user("b")
    p.path("begin", "a", "which")
    p.flow("which", "b", feel("a", "1"))
    p.flow("which", "finish", feel("a", "2"))
    p.path("b", "finish")
    return xml(p)

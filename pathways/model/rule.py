"""A rule of the checks: what it looks for, and how bad it is when it finds it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pathways.model.drawing import Drawing, Flow
from pathways.model.finding import Finding, Severity
from pathways.model.node import Node
from pathways.model.pathway import Pathway
from pathways.model.spoken import called, called_flow, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is looked at: a drawing, alone or with everything else of its pathway."""

    drawing: Drawing
    #: None where the drawing is checked alone.
    pathway: Pathway | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One place where a rule is broken."""

    #: Whole sentences, in the words of the drawing: what is wrong and what to do.
    message: str
    #: The BPMN or DMN id that it is about, or None where there is none.
    element: str | None = None
    #: The file inside the pathway.
    file: str = "pathway.bpmn"
    #: Line in the file, counted from 1.
    line: int | None = None

    def finding(self, rule: str, severity: Severity) -> Finding:
        """Return what is told of it under the name of a rule."""
        return Finding(
            rule=rule,
            message=self.message,
            severity=severity,
            file=self.file,
            element=self.element,
            line=self.line,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: one module, one page of documentation."""

    #: E.g. `"dead_end"`: the module's name, and its page's.
    name: str
    #: How bad it is, where the pathway does not say otherwise.
    severity: Severity
    #: One plain sentence that states the rule: `"Every way ends at an end."`
    title: str
    look: Callable[[Subject], Iterable[Complaint]]
    #: Whether no drawing may silence it and no pathway may say that it matters less: what breaks it
    #: cannot be read or cannot run.
    fixed: bool = False


def about(node: Node, message: str) -> Complaint:
    """Return a complaint about a node; `{it}` in the message becomes what people call the node."""
    said = sentence(message.replace("{it}", called(node)))
    return Complaint(message=said, element=node.id, line=node.line)


def about_flow(flow: Flow, drawing: Drawing, message: str) -> Complaint:
    """Return a complaint about an arrow; `{it}` in the message becomes what people call it."""
    said = sentence(message.replace("{it}", called_flow(flow, drawing)))
    return Complaint(message=said, element=flow.id, line=flow.line)

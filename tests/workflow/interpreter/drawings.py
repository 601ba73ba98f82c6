"""Drawings for the tests, written as a few lines of Python and turned into BPMN."""

from dataclasses import dataclass, field
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

HEAD = (
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:spiffworkflow="http://spiffworkflow.org/bpmn/schema/1.0/core"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:test">'
)


def _attributes(given: dict[str, object]) -> str:
    names = {"source": "sourceRef", "target": "targetRef", "on": "attachedToRef"}
    return "".join(f" {names.get(k, k)}={quoteattr(str(v))}" for k, v in given.items())


@dataclass
class Process:
    """One process or sub-process being drawn."""

    id: str
    inside: list[str] = field(default_factory=list)
    #: (id, source, target)
    flows: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, tag: str, step: str, content: str = "", **given: object) -> str:
        self.inside.append(
            f"<bpmn:{tag} id={quoteattr(step)}{_attributes(given)}>{content}</bpmn:{tag}>"
        )
        return step

    def start(self, step: str = "begin", content: str = "", **given: object) -> str:
        return self.add("startEvent", step, content, **given)

    def end(self, step: str = "finish", content: str = "") -> str:
        return self.add("endEvent", step, content)

    def user(self, step: str, content: str = "") -> str:
        return self.add("userTask", step, content)

    def send(self, step: str) -> str:
        return self.add("sendTask", step)

    def decision(self, step: str, table: str | None = None) -> str:
        named = f"<spiffworkflow:calledDecisionId>{table or step}</spiffworkflow:calledDecisionId>"
        return self.add(
            "businessRuleTask", step, f"<bpmn:extensionElements>{named}</bpmn:extensionElements>"
        )

    def xor(self, step: str, default: str | None = None) -> str:
        return self.add("exclusiveGateway", step, **({"default": default} if default else {}))

    def inclusive(self, step: str, default: str | None = None) -> str:
        return self.add("inclusiveGateway", step, **({"default": default} if default else {}))

    def parallel(self, step: str) -> str:
        return self.add("parallelGateway", step)

    def first_of(self, step: str) -> str:
        return self.add("eventBasedGateway", step)

    def catch(self, step: str, content: str) -> str:
        return self.add("intermediateCatchEvent", step, content)

    def boundary(self, step: str, on: str, content: str, *, interrupting: bool = True) -> str:
        cancel = "true" if interrupting else "false"
        return self.add("boundaryEvent", step, content, on=on, cancelActivity=cancel)

    def call(self, step: str, process: str, content: str = "") -> str:
        return self.add("callActivity", step, content, calledElement=process)

    def sub(
        self, inner: "Process", content: str = "", *, tag: str = "subProcess", **given: object
    ) -> str:
        return self.add(tag, inner.id, content + "".join(inner.inside), **given)

    def flow(
        self,
        source: str,
        target: str,
        condition: str | None = None,
        id: str | None = None,  # noqa: A002 - the attribute's name
    ) -> str:
        name = id or f"{source}__{target}"
        self.flows.append((name, source, target))
        inner = ""
        if condition is not None:
            inner = (
                '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">'
                f"{escape(condition)}</bpmn:conditionExpression>"
            )
        return self.add("sequenceFlow", name, inner, source=source, target=target)

    def path(self, *steps: str) -> None:
        for source, target in pairwise(steps):
            self.flow(source, target)

    def text(self) -> str:
        inside = "".join(self.inside)
        return f'<bpmn:process id="{self.id}" isExecutable="true">{inside}</bpmn:process>'


def xml(*processes: Process, more: str = "") -> bytes:
    return (HEAD + more + "".join(p.text() for p in processes) + "</bpmn:definitions>").encode()


def _timer(how: str, text: str) -> str:
    inner = f"<bpmn:{how}>{escape(text)}</bpmn:{how}>"
    return f"<bpmn:timerEventDefinition>{inner}</bpmn:timerEventDefinition>"


def timer(duration: str) -> str:
    return _timer("timeDuration", duration)


def timer_at(moment: str) -> str:
    return _timer("timeDate", moment)


def cycle(text: str) -> str:
    return _timer("timeCycle", text)


def when(condition: str) -> str:
    inner = f"<bpmn:condition>{escape(condition)}</bpmn:condition>"
    return f"<bpmn:conditionalEventDefinition>{inner}</bpmn:conditionalEventDefinition>"


def message(name: str) -> str:
    return f'<bpmn:messageEventDefinition messageRef="{name}"/>'


def raised(kind: str, code: str = "") -> str:
    """An error, escalation or signal by its code or name; without one, any or a nameless one."""
    reference = f' {kind}Ref="{kind}_{code}"' if code else ""
    return f"<bpmn:{kind}EventDefinition{reference}/>"


def shared(kind: str, *codes: str) -> str:
    """The errors, escalations or signals that events refer to."""
    attribute = "name" if kind == "signal" else f"{kind}Code"
    return "".join(f'<bpmn:{kind} id="{kind}_{code}" {attribute}="{code}"/>' for code in codes)


def messages(*names: str) -> str:
    return "".join(f'<bpmn:message id="{name}" name="{name}"/>' for name in names)


TERMINATE = "<bpmn:terminateEventDefinition/>"


def each(collection: str, item: str = "", *, sequential: bool = False, until: str = "") -> str:
    """A multi-instance marker over a collection."""
    named = f'<bpmn:inputDataItem id="item_{item}" name="{item}"/>' if item else ""
    stop = f"<bpmn:completionCondition>{escape(until)}</bpmn:completionCondition>" if until else ""
    return (
        f'<bpmn:multiInstanceLoopCharacteristics isSequential="{str(sequential).lower()}">'
        f"<bpmn:loopDataInputRef>{escape(collection)}</bpmn:loopDataInputRef>{named}{stop}"
        "</bpmn:multiInstanceLoopCharacteristics>"
    )


def times(number: str, *, sequential: bool = False) -> str:
    """A multi-instance marker for a number of times."""
    return (
        f'<bpmn:multiInstanceLoopCharacteristics isSequential="{str(sequential).lower()}">'
        f"<bpmn:loopCardinality>{escape(number)}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"
    )


def again(condition: str = "", maximum: int | None = None, *, before: bool = False) -> str:
    """A standard loop marker."""
    most = f' loopMaximum="{maximum}"' if maximum is not None else ""
    inner = f"<bpmn:loopCondition>{escape(condition)}</bpmn:loopCondition>" if condition else ""
    return (
        f'<bpmn:standardLoopCharacteristics testBefore="{str(before).lower()}"{most}>'
        f"{inner}</bpmn:standardLoopCharacteristics>"
    )

"""What the interpreter knows of one version: read once, never changed, shared by threads."""

from collections.abc import Mapping
from dataclasses import dataclass

from SpiffWorkflow.bpmn.specs.bpmn_process_spec import BpmnProcessSpec

from workflow.interpreter.awaitables import Awaitable, Raised
from workflow.interpreter.loops import Loops
from workflow.interpreter.repetition import Repetition


@dataclass(frozen=True, slots=True)
class Turn:
    """One number of a round: how often a drawn loop was begun, or how often a part was run."""

    #: Id of the loop's head, or of the part.
    name: str
    #: How many items of the step's place lie further in than this loop.
    inside: int


@dataclass(frozen=True, slots=True)
class Alert:
    """An event sub-process: a part that begins when its event occurs."""

    #: Id of the event sub-process.
    host: str
    event: Awaitable | Raised
    interrupting: bool


@dataclass(frozen=True, slots=True)
class Specification:
    """One version, ready to run. Nothing of it is ever saved with a case."""

    #: The process that cases follow.
    process: BpmnProcessSpec
    #: Sub-processes and called processes, by id.
    parts: Mapping[str, BpmnProcessSpec]
    #: Process or part -> its drawn loops.
    loops: Mapping[str, Loops]
    #: Process or part -> id of the start event -> its event sub-process.
    alerts: Mapping[str, Mapping[str, Alert]]
    #: Repeated step -> what it is repeated for.
    repetitions: Mapping[str, Repetition]
    #: Every node -> what its round is made of, outermost first.
    turns: Mapping[str, tuple[Turn, ...]]
    #: Parts whose runs are counted, because they can be run several times at one place.
    counted: frozenset[str]
    #: Name of a turn -> names of the turns inside it.
    within: Mapping[str, frozenset[str]]
    #: Head of a loop -> counted processes that are called from inside it.
    called: Mapping[str, frozenset[str]]

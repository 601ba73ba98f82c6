"""Sides that a case does not follow: what happens there is told, and does not run."""

from pathways.executable.assumption import Assumption
from pathways.executable.derived import Revision
from pathways.executable.running import running
from pathways.model.drawing import Drawing, Process
from pathways.model.finding import Severity
from pathways.model.rule import Complaint
from pathways.model.spoken import shortened


def _assume(revision: Revision) -> None:
    drawing = revision.drawing
    processes = running(drawing)
    pools = {pool.process: pool.id for pool in drawing.pools.values()}
    drawn = {node.process for node in drawing.nodes.values()}
    for process in drawing.processes.values():
        if process.id in drawn and process.id not in processes:
            element = pools.get(process.id, process.id)
            revision.tell(
                Complaint(message=_message(drawing, process), element=element, line=process.line)
            )
    others = [node.id for node in drawing.nodes.values() if node.process not in processes]
    revision.leave_out(others)


def _message(drawing: Drawing, process: Process) -> str:
    return (
        f"“{_name(drawing, process.id)}” is another side: a case follows "
        f"“{_name(drawing, drawing.id)}”. What happens on the other side is told in words, and "
        "nobody is asked to do it. Draw it as a lane of the same pool if a case should go there."
    )


def _name(drawing: Drawing, process_id: str) -> str:
    process = drawing.processes[process_id]
    pools = (pool.name for pool in drawing.pools.values() if pool.process == process_id)
    return shortened(process.name or next(pools, "") or process_id)


ASSUMPTION = Assumption(
    name="other_side",
    severity=Severity.ADVICE,
    title="A case follows one side; what the others do is told in words.",
    assume=_assume,
)

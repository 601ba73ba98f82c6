"""What the readers find: what is in a file and cannot be read as it is drawn or written."""

from pathways.checks.noted import noted
from pathways.model.finding import Severity
from pathways.model.rule import Rule

#: What a file of XML must be, to be looked at at all.
XML: tuple[Rule, ...] = (
    noted("has_doctype", "No file declares a document type."),
    noted("not_xml", "A drawing or a table is well-formed XML."),
    noted("too_big", "No file is too big to be read."),
    noted("too_deep", "Nothing is nested too deep to be read."),
    noted("too_many_elements", "No file has more elements than anybody could read."),
)
#: What of a drawing is read otherwise than it is drawn.
DRAWING: tuple[Rule, ...] = (
    noted("bad_shape", "Everything has a place in the picture.", Severity.WARNING, fixed=False),
    noted(
        "loose_association",
        "A dotted line leads from one thing to another.",
        Severity.WARNING,
        fixed=False,
    ),
    noted("loose_boundary", "An event on the edge of a step sits on a step."),
    noted("loose_default", "The way to go otherwise is one of the ways."),
    noted("loose_flow", "Each arrow leads from one thing to another."),
    noted("loose_message", "Each message leads from one side to another."),
    noted("no_id", "Each element has an id."),
    noted("no_process", "The file has a process with steps in it."),
    noted("not_bpmn", "The drawing is BPMN 2.0."),
    noted("repeated_id", "No two elements have the same id."),
    noted("unknown_element", "Each element is one that BPMN has."),
)
RULES: tuple[Rule, ...] = (*XML, *DRAWING)

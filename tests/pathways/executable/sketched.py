"""A drawing for each assumption that needs it, and one that is drawn as its message says."""

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.executable import Papers
from tests.pathways.sketches import condition, flow, simple, sketch, way

BEGIN = '<startEvent id="begin" name="Asked"/>'
FINISH = '<endEvent id="finish" name="Over"/>'
A = '<userTask id="a" name="Look at it"/>'
B = '<userTask id="b" name="Send it"/>'
C = '<userTask id="c" name="Put it away"/>'
ASKED = '<exclusiveGateway id="g" name="Do we agree?"/>'
DECIDED = '<exclusiveGateway id="g" name="Do we agree?" default="g_b"/>'
ONE_DAY = "<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>"
LANES = (
    '<laneSet id="l"><lane id="family" name="Family"><flowNodeRef>begin</flowNodeRef>'
    "<flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef><flowNodeRef>finish</flowNodeRef>"
    "</lane></laneSet>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketched:
    """What an assumption is made about, and what it is not made about."""

    bad: bytes
    #: Id of the element that is named.
    names: str
    good: bytes
    #: What lies beside the bad one, where that is known; nothing is known beside the good one.
    beside: Papers | None = None


def whole(*inside: str, before: str = "", after: str = "") -> bytes:
    """Return a drawing with a start `begin` and an end `finish`."""
    return sketch("".join([BEGIN, FINISH, *inside]), before=before, after=after)


def timer(text: str, kind: str = "timeDuration") -> str:
    """Return the definition of a timer event."""
    inside = f"<{kind}>{text}</{kind}>" if text else ""
    return f"<timerEventDefinition>{inside}</timerEventDefinition>"


def catching(definition: str, name: str = "It") -> str:
    """Return an event `e` on the way that waits for something."""
    return f'<intermediateCatchEvent id="e" name="{name}">{definition}</intermediateCatchEvent>'


def edge(definition: str, host: str = "a", more: str = "") -> str:
    """Return an event `e` on the edge of a step, with a step `c` that it leads to."""
    event = f'<boundaryEvent id="e" name="Too late" attachedToRef="{host}" {more}>{definition}'
    return f"{event}</boundaryEvent>{C}{way('e', 'c', 'finish')}"


def each(attribute: str, collection: str, until: str = "") -> str:
    """Return a marker: once for each of a list that an attribute of it says."""
    stop = f"<completionCondition>{until}</completionCondition>" if until else ""
    marker = "multiInstanceLoopCharacteristics"
    return f'<{marker} xmlns:camunda="urn:c" {attribute}="{collection}">{stop}</{marker}>'


def meanwhile(definition: str, more: str = "", *, interrupting: bool = True) -> str:
    """Return a sub-process `x` that an event `h` starts, with one step `i`."""
    inside = (
        f'<startEvent id="h" isInterrupting="{str(interrupting).lower()}">{definition}</startEvent>'
        f'<task id="i" name="See to it"/><endEvent id="k"/>{way("h", "i", "k")}'
    )
    return (
        f'<subProcess id="x" name="Meanwhile" triggeredByEvent="true">{more}{inside}</subProcess>'
    )


def choosing(gateway: str, *ways: str) -> bytes:
    """Return start, step `a`, a choice `g`, and what is behind it."""
    return whole(A, gateway, B, C, way("begin", "a", "g"), *ways, way("b", "finish"))


_TO_C = flow("c", "finish")
_POOLS = (
    '<collaboration id="t"><participant id="ours" name="Council" processRef="p"/>'
    '<participant id="theirs" name="School" processRef="school"/></collaboration>'
)
_SCHOOL = (
    '<process id="school"><startEvent id="s1"/><task id="s2" name="Reply"/><endEvent id="s3"/>'
    f"{way('s1', 's2', 's3')}%s</process>"
)
_EVENT = (
    '<eventBasedGateway id="g" name="What comes first?"/>%s'
    '<intermediateCatchEvent id="y" name="Too late">'
    f"{ONE_DAY}</intermediateCatchEvent>{way('begin', 'g', 'x', 'finish')}{way('g', 'y', 'finish')}"
)
_SCRIPT = (
    '<extensionElements xmlns:s="urn:x"><s:preScript>import os</s:preScript></extensionElements>'
)
_BECOMES = "<conditionalEventDefinition/>"
_MESSAGE = "<messageEventDefinition/>"


def _several(inside: str) -> str:
    return f'<userTask id="x" name="Ask each">{inside}</userTask>'


SKETCHED: Mapping[str, Sketched] = {
    "about_not_read": Sketched(
        bad=simple(
            '<receiveTask id="x" name="Reply" fingerpost:about="the child"/>',
        ),
        names="x",
        good=simple('<receiveTask id="x" name="Reply" fingerpost:about="child.id"/>'),
    ),
    "again_asked": Sketched(
        bad=simple(_several("<standardLoopCharacteristics/>")),
        names="x",
        good=simple(
            _several(
                "<standardLoopCharacteristics><loopCondition>x.more = true</loopCondition>"
                "</standardLoopCharacteristics>"
            )
        ),
    ),
    "arrival_asked": Sketched(
        bad=simple(catching(_BECOMES)), names="e", good=simple(catching(_MESSAGE))
    ),
    "arrow_between_sides": Sketched(
        bad=whole(
            A,
            way("begin", "a", "finish"),
            before=_POOLS,
            after=_SCHOOL.replace("%s", flow("a", "s2")),
        ),
        names="a_s2",
        good=whole(A, way("begin", "a", "finish"), before=_POOLS, after=_SCHOOL.replace("%s", "")),
    ),
    "arrow_into_edge": Sketched(
        bad=whole(A, edge(ONE_DAY), way("begin", "a", "finish"), flow("c", "e")),
        names="c_e",
        good=whole(A, edge(ONE_DAY), way("begin", "a", "finish")),
    ),
    "arrow_into_start": Sketched(
        bad=choosing(DECIDED, flow("g", "b"), condition("g", "begin", "a.again = true")),
        names="g_begin",
        good=choosing(DECIDED, flow("g", "b"), condition("g", "a", "a.again = true")),
    ),
    "arrow_out_of_end": Sketched(
        bad=whole(A, B, way("begin", "a", "finish", "b")),
        names="finish_b",
        good=whole(A, B, way("begin", "a", "b", "finish")),
    ),
    "automatic_step": Sketched(
        bad=simple('<serviceTask id="x" name="Look it up"/>'), names="x", good=simple(A)
    ),
    "call_of_nothing": Sketched(
        bad=simple('<callActivity id="x" name="Buy it" calledElement="gone"/>'),
        names="x",
        good=whole(
            '<callActivity id="x" name="Buy it" calledElement="school"/>',
            way("begin", "x", "finish"),
            after=_SCHOOL.replace("%s", ""),
        ),
    ),
    "condition_not_read": Sketched(
        bad=whole(A, flow("begin", "a"), condition("a", "finish", "a.done = true")),
        names="a_finish",
        good=simple(A),
    ),
    "data_beside": Sketched(
        bad=whole(A, way("begin", "a", "finish"), '<dataObjectReference id="x" name="Form"/>'),
        names="x",
        good=whole(
            A,
            way("begin", "a", "finish"),
            '<textAnnotation id="x"><text>Hm</text></textAnnotation>',
        ),
    ),
    "drawn_twice": Sketched(
        bad=whole(A, way("begin", "a", "finish"), flow("a", "finish").replace('id="a_', 'id="2_')),
        names="2_finish",
        good=simple(A),
    ),
    "edge_event_never": Sketched(
        bad=whole(A, edge(_BECOMES), way("begin", "a", "finish")),
        names="e",
        good=whole(A, edge(ONE_DAY), way("begin", "a", "finish")),
    ),
    "empty_sub_process": Sketched(
        bad=simple('<subProcess id="x" name="Buy it"/>'),
        names="x",
        good=simple(
            '<subProcess id="x" name="Buy it"><startEvent id="i"/><task id="j"/><endEvent id="k"/>'
            f"{way('i', 'j', 'k')}</subProcess>"
        ),
    ),
    "ends_it_all": Sketched(
        bad=sketch(
            f'{BEGIN}{A}<endEvent id="e"><errorEventDefinition/></endEvent>'
            + way("begin", "a", "e")
        ),
        names="e",
        good=simple(A),
    ),
    "first_event_asked": Sketched(
        bad=whole(_EVENT.replace("%s", catching(_BECOMES).replace('id="e"', 'id="x"'))),
        names="g",
        good=whole(_EVENT.replace("%s", catching(timer("P2D")).replace('id="e"', 'id="x"'))),
    ),
    "hidden_script": Sketched(
        bad=simple(f'<userTask id="x" name="Look at it">{_SCRIPT}</userTask>'),
        names="x",
        good=simple(A),
    ),
    "how_many_asked": Sketched(
        bad=simple(_several("<multiInstanceLoopCharacteristics/>")),
        names="x",
        good=simple(A, _several(each("fingerpost:collection", "a.people"))),
    ),
    "implicit_split": Sketched(
        bad=whole(A, B, C, way("begin", "a", "b", "finish"), way("a", "c", "finish")),
        names="a",
        good=whole(
            A,
            B,
            C,
            '<parallelGateway id="g"/>',
            way("begin", "a", "g", "b", "finish"),
            way("g", "c", "finish"),
        ),
    ),
    "left_out": Sketched(
        bad=whole(A, B, way("begin", "a", "finish"), flow("b", "finish")),
        names="b",
        good=whole(A, B, way("begin", "a", "b", "finish")),
    ),
    "link_jump": Sketched(
        bad=whole(
            A,
            '<intermediateThrowEvent id="x" name="1"><linkEventDefinition name="1"/>'
            '</intermediateThrowEvent><intermediateCatchEvent id="y" name="1">'
            '<linkEventDefinition name="1"/></intermediateCatchEvent>',
            way("begin", "x") + way("y", "a", "finish"),
        ),
        names="x",
        good=simple(A),
    ),
    "meanwhile_never": Sketched(
        bad=whole(A, way("begin", "a", "finish"), meanwhile("")),
        names="x",
        good=whole(A, way("begin", "a", "finish"), meanwhile(ONE_DAY)),
    ),
    "meanwhile_plain": Sketched(
        bad=whole(
            A,
            way("begin", "a", "finish"),
            meanwhile(ONE_DAY, "<standardLoopCharacteristics/>"),
        ),
        names="x",
        good=whole(A, way("begin", "a", "finish"), meanwhile(ONE_DAY)),
    ),
    "nobody_hears": Sketched(
        bad=sketch(
            f'{BEGIN}{A}<endEvent id="e"><messageEventDefinition/></endEvent>'
            + way("begin", "a", "e")
        ),
        names="e",
        good=simple(A),
    ),
    "nobody_named": Sketched(
        bad=whole(A, way("begin", "a", "finish")),
        names="p",
        good=whole(LANES, A, B, way("begin", "a", "b", "finish")),
    ),
    "none_is_true": Sketched(
        bad=choosing(ASKED, condition("g", "b", "a.x = 1"), condition("g", "c", "a.x = 2"), _TO_C),
        names="g",
        good=choosing(DECIDED, flow("g", "b"), condition("g", "c", "a.x = 2"), _TO_C),
    ),
    "other_side": Sketched(
        bad=whole(A, way("begin", "a", "finish"), before=_POOLS, after=_SCHOOL.replace("%s", "")),
        names="theirs",
        good=simple(A),
    ),
    "otherwise": Sketched(
        bad=choosing(ASKED, flow("g", "b"), condition("g", "c", "a.x = 2"), _TO_C),
        names="g_b",
        good=choosing(DECIDED, flow("g", "b"), condition("g", "c", "a.x = 2"), _TO_C),
    ),
    "outcome_asked": Sketched(
        bad=whole(
            '<serviceTask id="a" name="Pay it"/>',
            edge("<errorEventDefinition/>"),
            way("begin", "a", "finish"),
        ),
        names="e",
        good=whole(
            '<serviceTask id="a" name="Pay it"/>', edge(ONE_DAY), way("begin", "a", "finish")
        ),
    ),
    "started_by_event": Sketched(
        bad=sketch(
            f'<startEvent id="s">{_MESSAGE}</startEvent>{A}{FINISH}' + way("s", "a", "finish")
        ),
        names="s",
        good=simple(A),
    ),
    "step_without_form": Sketched(
        bad=simple(A),
        names="a",
        good=simple(A),
        beside=Papers(questions={}, outputs={}, letters=(), periods=()),
    ),
    "timer_once": Sketched(
        bad=simple(catching(timer("R3/P1D", "timeCycle"))),
        names="e",
        good=whole(
            A,
            edge(timer("R3/P1D", "timeCycle"), more='cancelActivity="false"'),
            way("begin", "a", "finish"),
        ),
    ),
    "timer_text": Sketched(
        bad=simple(catching(timer('"P14D"'))), names="e", good=simple(catching(timer("P14D")))
    ),
    "timer_without_time": Sketched(
        bad=simple(catching(timer("${x}"))), names="e", good=simple(catching(ONE_DAY))
    ),
    "undrawn_end": Sketched(bad=sketch(BEGIN + A + way("begin", "a")), names="a", good=simple(A)),
    "undrawn_start": Sketched(
        bad=sketch(A + FINISH + way("a", "finish")), names="a", good=simple(A)
    ),
    "unknown_action": Sketched(
        bad=simple('<serviceTask id="x" name="Work it out" fingerpost:action="set_value"/>'),
        names="x",
        good=simple(
            A,
            '<serviceTask id="x" name="Work it out" fingerpost:action="set_values">'
            '<extensionElements><fingerpost:value name="half" from="a.price / 2"/>'
            "</extensionElements></serviceTask>",
        ),
    ),
    "unknown_table": Sketched(
        bad=simple('<businessRuleTask id="x" name="Who decides?"/>'),
        names="x",
        good=simple('<businessRuleTask id="x" name="Who decides?" fingerpost:decision="who"/>'),
    ),
    "until_not_read": Sketched(
        bad=simple(A, _several(each("fingerpost:collection", "a.people", "enough votes"))),
        names="x",
        good=simple(
            A,
            _several(
                each("fingerpost:collection", "a.people", "numberOfCompletedInstances &gt;= 2")
            ),
        ),
    ),
    "unwritten_letter": Sketched(
        bad=simple('<sendTask id="x" name="Tell them"/>'), names="x", good=simple(A)
    ),
    "vendors_instructions": Sketched(
        bad=simple(f'<userTask id="x" name="Look at it">{_SCRIPT}</userTask>'),
        names="x",
        good=simple(A),
    ),
    "which_start": Sketched(
        bad=whole(
            '<startEvent id="s" name="Told"/>',
            A,
            B,
            way("begin", "a", "finish"),
            way("s", "b", "finish"),
        ),
        names="s",
        good=simple(A),
    ),
    "which_way": Sketched(
        bad=choosing(ASKED, flow("g", "b"), flow("g", "c"), _TO_C),
        names="g",
        good=choosing(DECIDED, flow("g", "b"), condition("g", "c", "a.x = 2"), _TO_C),
    ),
}

"""Small ones in one process: sound ones made of blocks, and tangled ones where anything goes."""

from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.pathways.sketches import condition, flow, sketch

STEPS = ("userTask", "manualTask", "task", "businessRuleTask", "sendTask", "receiveTask")
GATEWAYS = ("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway")
TIMER = "<timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition>"
ANSWERS = st.sampled_from(["", "Yes", "No", "The school agrees", "If not"])


@dataclass
class Paper:
    """What has been drawn so far."""

    inside: list[str] = field(default_factory=list)
    steps: int = 0

    def add(self, kind: str, more: str = "", within: str = "") -> str:
        """Draw an element and return its id."""
        self.steps += 1
        name = f"n{self.steps}"
        self.inside.append(f'<{kind} id="{name}" name="Number {name}"{more}>{within}</{kind}>')
        return name


@st.composite
def sound(draw: st.DrawFn) -> bytes:
    """Return a drawing of nested blocks: each splits and joins again, loops go back to a choice."""
    paper = Paper()
    start = paper.add("startEvent")
    last = _sequence(draw, paper, start, depth=2)
    paper.inside.append(flow(last, paper.add("endEvent")))
    return sketch("".join(paper.inside))


@st.composite
def tangled(draw: st.DrawFn) -> bytes:
    """Return a drawing with any arrows between any elements; it may make no sense at all."""
    paper = Paper()
    kinds = st.sampled_from((*STEPS, *GATEWAYS, "intermediateThrowEvent", "endEvent", "startEvent"))
    lanes = draw(st.lists(st.integers(0, 2), min_size=30, max_size=30))
    names = [paper.add(kind) for kind in draw(st.lists(kinds, min_size=1, max_size=14))]
    steps = [name for name, drawn in zip(names, paper.inside, strict=True) if "Task" in drawn[:16]]
    for host in draw(st.lists(st.sampled_from(steps), max_size=3)) if steps else ():
        ends = draw(st.sampled_from(["true", "false"]))
        more = f' attachedToRef="{host}" cancelActivity="{ends}"'
        names.append(paper.add("boundaryEvent", more, TIMER))
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names), ANSWERS)
    for one, other, answer in draw(st.lists(pairs, max_size=30, unique_by=lambda pair: pair[:2])):
        paper.inside.append(flow(one, other, f' name="{answer}"'))
    return sketch(_lanes(names, lanes) + "".join(paper.inside))


def _lanes(names: list[str], lanes: list[int]) -> str:
    sets = "".join(
        f'<lane id="lane{lane}" name="Lane {lane}">'
        + "".join(
            f"<flowNodeRef>{name}</flowNodeRef>"
            for name, stands in zip(names, lanes, strict=False)
            if stands == lane
        )
        + "</lane>"
        for lane in range(3)
    )
    return f'<laneSet id="lanes">{sets}</laneSet>'


def _sequence(draw: st.DrawFn, paper: Paper, last: str, depth: int) -> str:
    for block in draw(st.lists(st.sampled_from(_BLOCKS), min_size=1, max_size=3)):
        if depth > 0 or block in {_step, _deadline}:
            last = block(draw, paper, last, depth)
    return last


def _step(draw: st.DrawFn, paper: Paper, last: str, depth: int) -> str:  # noqa: ARG001 - a block
    step = paper.add(draw(st.sampled_from(STEPS)))
    paper.inside.append(flow(last, step))
    return step


def _deadline(draw: st.DrawFn, paper: Paper, last: str, depth: int) -> str:
    step = _step(draw, paper, last, depth)
    ends = draw(st.sampled_from(["true", "false"]))
    more = f' attachedToRef="{step}" cancelActivity="{ends}"'
    edge = paper.add("boundaryEvent", more, TIMER)
    paper.inside.append(flow(edge, paper.add("endEvent")))
    return step


def _all(draw: st.DrawFn, paper: Paper, last: str, depth: int) -> str:
    split = paper.add("parallelGateway")
    paper.inside.append(flow(last, split))
    firsts = [_step(draw, paper, split, depth) for _ in range(draw(st.integers(2, 3)))]
    ends = [_sequence(draw, paper, first, depth - 1) for first in firsts]
    join = paper.add("parallelGateway")
    paper.inside += [flow(end, join) for end in ends]
    return join


def _one(draw: st.DrawFn, paper: Paper, last: str, depth: int) -> str:
    kind = draw(st.sampled_from(["exclusiveGateway", "inclusiveGateway"]))
    place = len(paper.inside)
    split = paper.add(kind)
    firsts = [paper.add("task") for _ in range(draw(st.integers(2, 3)))]
    otherwise = f'id="{split}" default="{split}_{firsts[0]}"'
    paper.inside[place] = paper.inside[place].replace(f'id="{split}"', otherwise)
    paper.inside += [flow(last, split), flow(split, firsts[0])]
    paper.inside += [condition(split, first, "true") for first in firsts[1:]]
    ends = [_sequence(draw, paper, first, depth - 1) for first in firsts]
    join = paper.add(kind)
    paper.inside += [flow(end, join) for end in ends]
    return join


def _loop(draw: st.DrawFn, paper: Paper, last: str, depth: int) -> str:
    merge = paper.add("exclusiveGateway")
    paper.inside.append(flow(last, merge))
    end = _sequence(draw, paper, merge, depth - 1)
    place = len(paper.inside)
    again = paper.add("exclusiveGateway")
    after = paper.add("task")
    otherwise = f'id="{again}" default="{again}_{after}"'
    paper.inside[place] = paper.inside[place].replace(f'id="{again}"', otherwise)
    paper.inside += [flow(end, again), flow(again, after), condition(again, merge, "true")]
    return after


_BLOCKS = (_step, _deadline, _all, _one, _loop)

"""Wild drawings: any node, any arrow, anywhere; they need not make sense."""

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.pathways.generated.paper import Arrow, File, Node, Scope, Side
from tests.pathways.generated.parts import Artist, add_bands, add_beside, add_messages
from tests.pathways.generated.words import ODD_STEMS
from tests.pathways.generated.written import written

SHARED = (
    '<message id="letter" name="Letter"/><signal id="bell" name="Bell"/>'
    '<error id="wrong" name="Wrong" errorCode="E1"/>'
    '<escalation id="up" name="Up" escalationCode="U1"/>'
)
TRIGGERS = (
    "",
    "<timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition>",
    "<timerEventDefinition><timeDate>2030-01-01T00:00:00Z</timeDate></timerEventDefinition>",
    "<timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition>",
    "<timerEventDefinition/>",
    '<messageEventDefinition messageRef="letter"/>',
    "<messageEventDefinition/>",
    '<signalEventDefinition signalRef="bell"/>',
    "<conditionalEventDefinition><condition>a &gt; 1</condition></conditionalEventDefinition>",
    '<errorEventDefinition errorRef="wrong"/>',
    '<escalationEventDefinition escalationRef="up"/>',
    "<terminateEventDefinition/>",
    "<cancelEventDefinition/>",
    "<compensateEventDefinition/>",
    '<linkEventDefinition name="Over there"/>',
    '<timerEventDefinition/><messageEventDefinition messageRef="letter"/>',
    '<signalEventDefinition signalRef="gone"/>',
)
LOOPS = (
    "",
    "",
    "",
    "<standardLoopCharacteristics/>",
    "<multiInstanceLoopCharacteristics/>",
    '<multiInstanceLoopCharacteristics isSequential="true"/>',
)
HOLDING = ("subProcess", "transaction", "adHocSubProcess")
_STEPS = (
    "task",
    "userTask",
    "manualTask",
    "businessRuleTask",
    "sendTask",
    "receiveTask",
    "serviceTask",
    "scriptTask",
    "callActivity",
)
_CHOICES = (
    "exclusiveGateway",
    "parallelGateway",
    "inclusiveGateway",
    "eventBasedGateway",
    "complexGateway",
)
_EVENTS = ("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent")
_TAGS = st.one_of(
    st.sampled_from(_STEPS),
    st.sampled_from(_CHOICES),
    st.sampled_from(_EVENTS),
    st.sampled_from((*HOLDING, "task")),
)
_BOOLEANS = st.sampled_from(["true", "false"])
_CONDITIONS = st.sampled_from([None, None, None, "x > 1", "= x", "${odd}", "", "1 <"])


@st.composite
def any_drawings(draw: st.DrawFn) -> bytes:
    """Return a drawing with anything in it: any graph, several pools or none, every kind of node.

    Arrows may lead nowhere, across scopes or round and round; there may be no start, no end, no
    step, no picture. Every id is there once, but it may be anything that an attribute can hold.
    """
    artist = Artist(draw, ODD_STEMS)
    file = File(shared=SHARED, drawn=draw(st.integers(0, 4)) > 0)
    for number in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["pool", "process", "pool", "black box"]))
        side = Side(
            process=None if kind == "black box" else artist.ids.fresh(f"p{number}"),
            name=artist.name(),
            pool=None if kind == "process" else artist.ids.fresh("pool"),
        )
        file.sides.append(side)
    processes = [side for side in file.sides if side.process is not None]
    calls = ["gone", "", *(side.process or "" for side in processes)]
    for number, side in enumerate(processes):
        _fill(artist, side, calls, size=5 if number else 12)
    _add_strays(artist, file)
    add_messages(artist, file)
    return written(file)


def _fill(artist: Artist, side: Side, calls: list[str], *, size: int) -> None:
    """Fill a process, and the sub-processes in it, with anything."""
    side.attributes = artist.draw(st.sampled_from([{}, {"isExecutable": "true"}]))
    waiting = [(side.scope, size)]
    while waiting:
        scope, most = waiting.pop()
        inside = _Inside(artist, scope, calls)
        inside.draw_nodes(most)
        inside.draw_boundaries()
        inside.draw_arrows()
        inside.name_defaults()
        add_beside(artist, scope)
        waiting += [(node.scope, most // 3) for node in scope.nodes if node.scope is not None]
    add_bands(artist, side.scope)


def _add_strays(artist: Artist, file: File) -> None:
    """Draw arrows that lead nowhere or into another scope."""
    scopes = [side.scope for side in file.sides if side.process is not None]
    nodes = [node.id for scope in scopes for node in scope.everything()]
    if not nodes:
        return
    ends = st.sampled_from([*nodes, "gone", ""])
    for _ in range(artist.draw(st.sampled_from([0, 0, 1, 2]))):
        arrow = Arrow(artist.ids.fresh("f"), artist.draw(ends), artist.draw(ends))
        artist.draw(st.sampled_from(scopes)).arrows.append(arrow)


@dataclass
class _Inside:
    artist: Artist
    scope: Scope
    #: What call activities can name.
    calls: list[str]

    def draw_nodes(self, most: int) -> None:
        least = self.artist.draw(
            st.sampled_from(sorted({0, min(1, most), most // 3, most // 2, most}))
        )
        for tag in self.artist.draw(st.lists(_TAGS, min_size=least, max_size=most)):
            self.scope.nodes.append(self._node(tag))

    def draw_boundaries(self) -> None:
        draw = self.artist.draw
        hosts = [node for node in self.scope.nodes if not node.tag.endswith(("Event", "Gateway"))]
        for host in draw(st.lists(st.sampled_from(hosts), max_size=3)) if hosts else ():
            event = self._node("boundaryEvent")
            event.attributes["cancelActivity"] = draw(_BOOLEANS)
            event.host = host
            self.scope.nodes.append(event)

    def draw_arrows(self) -> None:
        draw, nodes = self.artist.draw, [node.id for node in self.scope.nodes]
        if not nodes:
            return
        ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes))
        least = draw(st.sampled_from([0, len(nodes) // 2, len(nodes)]))
        for source, target in draw(st.lists(ends, min_size=least, max_size=2 * len(nodes))):
            name, condition = self.artist.answer(), draw(_CONDITIONS)
            arrow = Arrow(self.artist.ids.fresh("f"), source, target, name, condition)
            self.scope.arrows.append(arrow)

    def name_defaults(self) -> None:
        leaving: dict[str, list[str]] = {}
        for arrow in self.scope.arrows:
            leaving.setdefault(arrow.source, []).append(arrow.id)
        for node in self.scope.nodes:
            ways = leaving.get(node.id, [])
            if ways and not node.tag.endswith("Event") and self.artist.draw(st.booleans()):
                node.attributes["default"] = ways[-1]

    def _node(self, tag: str) -> Node:
        node = Node(tag, self.artist.ids.fresh(), self.artist.name())
        draw = self.artist.draw
        if tag.endswith("Event"):
            node.within = draw(st.sampled_from(TRIGGERS))
        elif not tag.endswith("Gateway"):
            node.within = draw(st.sampled_from(LOOPS))
        if tag in HOLDING:
            self._open(node)
        if tag == "callActivity":
            node.attributes["calledElement"] = draw(st.sampled_from(self.calls))
        return node

    def _open(self, node: Node) -> None:
        draw = self.artist.draw
        node.scope = Scope()
        node.expanded = draw(st.sampled_from([None, True, False]))
        if draw(st.integers(0, 3)) == 0:
            node.attributes["triggeredByEvent"] = "true"

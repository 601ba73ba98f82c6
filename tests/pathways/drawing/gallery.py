"""Drawings with everything that BPMN can draw, laid out as a grid."""

from tests.pathways.drawing.paper import Paper

TASKS = (
    "task",
    "userTask",
    "manualTask",
    "serviceTask",
    "scriptTask",
    "businessRuleTask",
    "sendTask",
    "receiveTask",
    "callActivity",
)
GATEWAYS = (
    "exclusiveGateway",
    "parallelGateway",
    "inclusiveGateway",
    "complexGateway",
    "eventBasedGateway",
)
_SEVERAL = "<messageEventDefinition/><signalEventDefinition/>"
#: What an event waits for or sends -> what stands in it.
TRIGGERS = {
    "none": "",
    **{
        name: f"<{name}EventDefinition/>"
        for name in (
            "message",
            "timer",
            "conditional",
            "signal",
            "escalation",
            "error",
            "cancel",
            "compensate",
            "link",
            "terminate",
        )
    },
    "many": _SEVERAL,
}
_LOOPS = {
    "once": "",
    "again": "<standardLoopCharacteristics/>",
    "together": "<multiInstanceLoopCharacteristics/>",
    "in_turn": '<multiInstanceLoopCharacteristics isSequential="true"/>',
}
_LONG = "Tell the family, the school and everybody else who asked that it has been decided"
_OPEN = 'isExpanded="true"'
_ACROSS, _UPRIGHT = 'isHorizontal="true"', 'isHorizontal="false"'


def gallery() -> bytes:
    """Return a BPMN file in which everything is drawn, in every way that it can look."""
    paper = Paper()
    _tasks(paper)
    _markers(paper)
    _events(paper)
    _boundaries(paper)
    _gateways(paper)
    _containers(paper)
    _beside(paper)
    _flows(paper)
    return paper.file()


def pools() -> bytes:
    """Return a BPMN file with pools and lanes of all kinds, and messages between them."""
    paper = Paper()
    paper.elements.append(_LANES)
    paper.shape('<task id="ask" name="Ask"/>', (300, 120, 100, 80))
    paper.shape('<task id="check" name="Check"/>', (500, 250, 100, 80))
    paper.place("across", (100, 80, 700, 300), _ACROSS)
    paper.place("top", (130, 80, 670, 150), _ACROSS)
    paper.place("inner_1", (160, 80, 640, 75), _ACROSS)
    paper.place("inner_2", (160, 155, 640, 75), _ACROSS)
    paper.place("bottom", (130, 230, 670, 150), _ACROSS)
    paper.place("closed", (100, 460, 700, 60), _ACROSS)
    paper.place("upright", (900, 80, 240, 440), _UPRIGHT)
    paper.place("left", (900, 110, 120, 410), _UPRIGHT)
    paper.place("right", (1020, 110, 120, 410), _UPRIGHT)
    paper.place("closed_upright", (1200, 80, 60, 440), _UPRIGHT)
    paper.place("read", (910, 250, 100, 80))
    paper.line("asks", (350, 460), (350, 200))
    paper.line("answers", (550, 330), (550, 460), more='messageVisibleKind="non_initiating"')
    paper.line("tells", (600, 290), (910, 290), more='messageVisibleKind="initiating"')
    return paper.file(_SIDES, plane="c")


_LANES = """
<laneSet>
  <lane id="top" name="Case officers"><flowNodeRef>ask</flowNodeRef>
    <childLaneSet><lane id="inner_1" name="In the morning"/><lane id="inner_2" name="Later"/>
    </childLaneSet>
  </lane>
  <lane id="bottom" name="Panel"><flowNodeRef>check</flowNodeRef></lane>
</laneSet>"""
_SIDES = """
<message id="letter" name="Letter"/>
<collaboration id="c">
  <participant id="across" name="The council, from left to right" processRef="p"/>
  <participant id="closed" name="A side whose steps are not drawn"/>
  <participant id="upright" name="From top to bottom" processRef="q">
    <participantMultiplicity maximum="3"/>
  </participant>
  <participant id="closed_upright" name="Closed"/>
  <messageFlow id="asks" name="Asks" sourceRef="closed" targetRef="ask"/>
  <messageFlow id="answers" messageRef="letter" sourceRef="check" targetRef="closed"/>
  <messageFlow id="tells" messageRef="letter" sourceRef="check" targetRef="read"/>
</collaboration>
<process id="q">
  <laneSet><lane id="left" name="Left"/><lane id="right" name="Right"/></laneSet>
  <task id="read" name="Read it"/>
</process>"""


def _tasks(paper: Paper) -> None:
    for column, tag in enumerate(TASKS):
        paper.shape(f'<{tag} id="{tag}" name="The {tag}"/>', (40 + 130 * column, 40, 100, 80))
    begins = '<receiveTask id="begins" name="Begins" instantiate="true"/>'
    paper.shape(begins, (1210, 40, 100, 80))
    paper.shape(f'<task id="long" name="{_LONG}"/>', (1340, 40, 100, 80))


def _markers(paper: Paper) -> None:
    kinds = [(loop, undoes) for loop in _LOOPS for undoes in ("false", "true")]
    rows = [("task", ""), ("subProcess", ""), ("adHocSubProcess", ""), ("adHocSubProcess", _OPEN)]
    for row, (tag, more) in enumerate(rows):
        for column, (loop, undoes) in enumerate(kinds):
            name = f"{tag}_{loop}_{undoes}{'_open' if more else ''}"
            xml = f'<{tag} id="{name}" isForCompensation="{undoes}">{_LOOPS[loop]}</{tag}>'
            paper.shape(xml, (40 + 130 * column, 160 + 120 * row, 100, 80), more)


def _events(paper: Paper) -> None:
    rows = [
        ("startEvent", "", ""),
        ("startEvent", "beside", 'isInterrupting="false"'),
        ("intermediateCatchEvent", "", ""),
        ("intermediateThrowEvent", "", ""),
        ("endEvent", "", ""),
    ]
    for row, (tag, kind, more) in enumerate(rows):
        for column, (trigger, inside) in enumerate(TRIGGERS.items()):
            xml = f'<{tag} id="{tag}{kind}_{trigger}" name="{trigger}" {more}>{inside}</{tag}>'
            paper.shape(xml, (60 + 100 * column, 640 + 80 * row, 36, 36))
        all_ = f'<{tag} id="{tag}{kind}_all" parallelMultiple="true" {more}>{_SEVERAL}</{tag}>'
        paper.shape(all_, (60 + 100 * len(TRIGGERS), 640 + 80 * row, 36, 36))
    large = '<startEvent id="large"><messageEventDefinition/></startEvent>'
    paper.shape(large, (1400, 640, 60, 60))
    paper.shape('<endEvent id="small"><errorEventDefinition/></endEvent>', (1400, 740, 24, 24))


def _boundaries(paper: Paper) -> None:
    paper.shape('<task id="host" name="Host"/>', (40, 1040, 1280, 60))
    for column, (trigger, inside) in enumerate(TRIGGERS.items()):
        for row, ends in enumerate(("true", "false")):
            start = f'<boundaryEvent id="edge_{trigger}_{ends}" attachedToRef="host"'
            xml = f'{start} cancelActivity="{ends}">{inside}</boundaryEvent>'
            paper.shape(xml, (60 + 100 * column, 1022 + 60 * row, 36, 36))


def _gateways(paper: Paper) -> None:
    for column, tag in enumerate(GATEWAYS):
        xml = f'<{tag} id="{tag}" name="{tag} with a long name"/>'
        paper.shape(xml, (60 + 120 * column, 1160, 50, 50))
    marked = '<exclusiveGateway id="marked"/>'
    paper.shape(marked, (660, 1160, 50, 50), 'isMarkerVisible="true"')
    begins = '<eventBasedGateway id="begins_{}" instantiate="true" {}/>'
    paper.shape(begins.format("one", ""), (780, 1160, 50, 50))
    paper.shape(begins.format("all", 'eventGatewayType="Parallel"'), (900, 1160, 50, 50))
    paper.shape('<parallelGateway id="small_choice"/>', (1020, 1160, 30, 30))


def _containers(paper: Paper) -> None:
    kinds = {
        "open": ("subProcess", "Open: its steps are drawn in it", ""),
        "by_event": ("subProcess", "By an event", 'triggeredByEvent="true"'),
        "whole": ("transaction", "Wholly or not at all", ""),
    }
    for column, (name, (tag, called, more)) in enumerate(kinds.items()):
        inside = f'<task id="in_{name}" name="Inside"/>'
        xml = f'<{tag} id="{name}" name="{called}" {more}>{inside}</{tag}>'
        paper.shape(xml, (40 + 300 * column, 1280, 260, 160), _OPEN)
        paper.place(f"in_{name}", (120 + 300 * column, 1330, 100, 80))
    paper.shape('<transaction id="folded_whole" name="Folded"/>', (960, 1280, 100, 80))
    for column, ends in enumerate(("true", "false")):
        start = f'<startEvent id="unseen_{ends}" isInterrupting="{ends}"><timerEventDefinition/>'
        folded = f'<subProcess id="folded_{ends}" name="Folded" triggeredByEvent="true">{start}'
        xml = f"{folded}</startEvent></subProcess>"
        paper.shape(xml, (1090 + 130 * column, 1280, 100, 80))
    many = f'<callActivity id="many" name="Many">{_LOOPS["together"]}</callActivity>'
    paper.shape(many, (1350, 1280, 100, 80))


def _beside(paper: Paper) -> None:
    text = "A note about it\nin two lines, the second of which is long"
    note = f'<textAnnotation id="note"><text>{text}</text></textAnnotation>'
    paper.shape(note, (40, 1500, 150, 60))
    paper.elements.append('<dataObject id="sheets" isCollection="true"/>')
    paper.shape('<dataObjectReference id="paper" name="Paper"/>', (240, 1500, 36, 50))
    several = '<dataObjectReference id="papers" name="Papers" dataObjectRef="sheets"/>'
    paper.shape(several, (340, 1500, 36, 50))
    paper.shape('<dataStoreReference id="store" name="Store"/>', (440, 1500, 50, 50))
    paper.elements.append(_GIVEN)
    for column, name in enumerate(("given", "made", "all_given")):
        paper.place(name, (560 + 100 * column, 1500, 36, 50))
    paper.shape('<group id="frame"/>', (900, 1500, 200, 100))
    uses = "<sourceRef>store</sourceRef></dataInputAssociation>"
    user = f'<task id="user"><dataInputAssociation id="uses">{uses}</task>'
    paper.shape(user, (1160, 1500, 100, 80))
    paper.line("uses", (490, 1540), (800, 1590), (1160, 1540))
    lines = '<association id="{0}" sourceRef="{1}" targetRef="{2}" associationDirection="{3}"/>'
    paper.edge(lines.format("near", "note", "paper", "None"), (190, 1520), (240, 1520))
    paper.edge(lines.format("towards", "paper", "papers", "One"), (276, 1540), (340, 1540))
    paper.edge(lines.format("both", "papers", "store", "Both"), (376, 1520), (440, 1520))


_GIVEN = """
<ioSpecification>
  <dataInput id="given" name="Given"/>
  <dataOutput id="made" name="Made"/>
  <dataInput id="all_given" name="All given" isCollection="true"/>
</ioSpecification>"""


def _flows(paper: Paper) -> None:
    paper.shape('<task id="from" name="From" default="usual"/>', (40, 1640, 100, 160))
    for row, name in enumerate(("a", "b", "c")):
        xml = f'<task id="to_{name}" name="To"/>'
        paper.shape(xml, (400 + 200 * row, 1640 + 60 * row, 100, 40))
    plain = '<sequenceFlow id="plain" name="Plain way" sourceRef="from" targetRef="to_a"/>'
    paper.edge(plain, (140, 1660), (400, 1660))
    so = "<conditionExpression>true</conditionExpression></sequenceFlow>"
    asked = f'<sequenceFlow id="if" name="Yes" sourceRef="from" targetRef="to_b">{so}'
    paper.edge(asked, (140, 1720), (300, 1720), (300, 1740), (650, 1740))
    usual = '<sequenceFlow id="usual" sourceRef="from" targetRef="to_c"/>'
    corners = [(140, 1780), (250, 1780), (253, 1810), (253, 1830), (850, 1830), (850, 1800)]
    paper.edge(usual, *corners)

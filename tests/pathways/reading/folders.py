"""A small whole pathway, to be broken in one place at a time."""

import json
from collections.abc import Mapping

from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.pathway import Pathway
from pathways.reading import read_pathway
from tests.pathways.dmn.tables import dmn
from tests.pathways.sketches import with_picture

BPMN = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:fingerpost="urn:fingerpost:pathway" id="d" targetNamespace="urn:x">
<process id="small" name="A small one" isExecutable="true">
<laneSet id="lanes">
<lane id="family" name="Family">
<flowNodeRef>started</flowNodeRef><flowNodeRef>ask_for_it</flowNodeRef>
</lane>
<lane id="case_officer" name="Case officer">
<flowNodeRef>t</flowNodeRef><flowNodeRef>which_way</flowNodeRef>
<flowNodeRef>check_it</flowNodeRef><flowNodeRef>too_late</flowNodeRef>
<flowNodeRef>tell_yes</flowNodeRef><flowNodeRef>ended</flowNodeRef>
</lane>
</laneSet>
<startEvent id="started" name="Started"/>
<userTask id="ask_for_it" name="Ask for it" fingerpost:period="ASK"><extensionElements>
<fingerpost:wording for="family" lang="en">You ask.</fingerpost:wording>
</extensionElements></userTask>
<businessRuleTask id="t" name="Who decides?"><extensionElements>
<fingerpost:wording for="family" lang="en">A table says who.</fingerpost:wording>
</extensionElements></businessRuleTask>
<exclusiveGateway id="which_way" name="Does a parent decide?" default="no"/>
<userTask id="check_it" name="Check it" fingerpost:period="P10D"
    fingerpost:differentFrom="ask_for_it"><extensionElements>
<fingerpost:wording for="family" lang="en">We check.</fingerpost:wording>
</extensionElements></userTask>
<boundaryEvent id="too_late" name="Too late" attachedToRef="check_it">
<timerEventDefinition><timeDuration>CHECK</timeDuration></timerEventDefinition>
</boundaryEvent>
<sendTask id="tell_yes" name="Tell the family"><extensionElements>
<fingerpost:wording for="family" lang="en">We write to you.</fingerpost:wording>
</extensionElements></sendTask>
<endEvent id="ended" name="Ended"><extensionElements>
<fingerpost:wording for="family" lang="en">It is done.</fingerpost:wording>
</extensionElements></endEvent>
<sequenceFlow id="f1" sourceRef="started" targetRef="ask_for_it"/>
<sequenceFlow id="f2" sourceRef="ask_for_it" targetRef="t"/>
<sequenceFlow id="f3" sourceRef="t" targetRef="which_way"/>
<sequenceFlow id="yes" name="Yes" sourceRef="which_way" targetRef="check_it">
<conditionExpression>t.route = "parent" and child.preferred_name != null</conditionExpression>
</sequenceFlow>
<sequenceFlow id="no" name="No" sourceRef="which_way" targetRef="tell_yes"/>
<sequenceFlow id="f4" sourceRef="check_it" targetRef="tell_yes"/>
<sequenceFlow id="f5" sourceRef="too_late" targetRef="tell_yes"/>
<sequenceFlow id="f6" sourceRef="tell_yes" targetRef="ended"/>
</process>
</definitions>
"""

ABOUT = """
name = "A small one"
summary = "A family asks for one thing."
who_it_is_for = "Everybody."
owner = "Head of SEND"
review_on = 2027-09-01
fictional = "All of it."
[[sources]]
title = "Children and Families Act 2014, section 49"
says = "A council prepares a budget."
checked_on = 2026-11-21
"""

PERIODS = """
[ASK]
duration = "P28D"
unit = "calendar"
bound = "local"
words = "28 days"
source = "The council's own decision"
in_force_on = 2026-09-01

[CHECK]
duration = "P10D"
unit = "working"
bound = "at most"
words = "10 working days"
source = "The council's own decision"
in_force_on = 2026-09-01
"""


def form(shows: str = "ask_for_it.what") -> bytes:
    return json.dumps(
        {
            "title": "A page",
            "type": "object",
            "properties": {"what": {"title": "What?", "type": "string"}},
            "required": ["what"],
            "additionalProperties": False,
            "ui": {"shows": [{"label": "What you said", "expression": shows}]},
        }
    ).encode()


def table(
    condition: str = "-", answer: str = '"parent"', because: str = "For {ask_for_it.what}: {route}."
) -> bytes:
    return dmn([([condition], [answer], because)], inputs=["ask_for_it.what"])


def letter(text: str = "Hello {child.preferred_name}: {t.route}.", to: str = "family") -> bytes:
    return f"To: {to}\nSubject: Our answer\n\n{text}\n".encode()


def folder(**changes: str | bytes | None) -> dict[str, bytes]:
    """Return the files; a keyword replaces a file (dots and slashes as __), None takes it away."""
    files: dict[str, bytes] = {
        "pathway.bpmn": with_picture(BPMN).encode(),
        "about.toml": ABOUT.encode(),
        "periods.toml": PERIODS.encode(),
        "forms/ask_for_it.json": form("child.preferred_name"),
        "forms/check_it.json": form(),
        "decisions/t.dmn": table(),
        "letters/tell_yes.txt": letter(),
        "scenarios/one.toml": b"not looked at",
    }
    for path, content in changes.items():
        name = _path(path)
        if content is None:
            del files[name]
        else:
            files[name] = content.encode() if isinstance(content, str) else content
    return files


def drawn(*changes: tuple[str, str]) -> dict[str, bytes]:
    """Return the files with parts of the drawing replaced."""
    xml = BPMN
    for old, new in changes:
        assert old in xml
        xml = xml.replace(old, new)
    return folder(pathway__bpmn=with_picture(xml))


def read(files: Mapping[str, bytes]) -> Pathway:
    return read_pathway(files)


def findings(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    try:
        read_pathway(files)
    except PathwayInvalid as invalid:
        return invalid.findings
    return ()


def only(files: Mapping[str, bytes]) -> Finding:
    (finding,) = findings(files)
    return finding


def _path(keyword: str) -> str:
    *folders, stem, ending = keyword.split("__")
    return "/".join([*folders, f"{stem}.{ending}"])

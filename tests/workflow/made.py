"""Small pathways made on the spot: a few lines of BPMN with their forms and letters."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from tests.pathways.sketches import sketch

ABOUT = b"""name = "Made on the spot"
summary = "Whatever a test needs."
who_it_is_for = "Tests."
owner = "Head of SEND"
review_on = 2027-09-01
fictional = "All of it."

[[sources]]
title = "Children and Families Act 2014, section 49"
says = "A council prepares a budget."
checked_on = 2026-11-21
"""
_WORDING = '<fingerpost:wording for="family" lang="en">We do this.</fingerpost:wording>'


def user(step: str, name: str = "", more: str = "") -> str:
    """Return a user task that families read about and that has a period."""
    return element("userTask", step, name, f'fingerpost:period="P14D" {more}')


def element(tag: str, name_id: str, name: str = "", more: str = "", inside: str = "") -> str:
    """Return an element that families read about; `inside` stands in its extensions."""
    words = name or name_id.replace("_", " ").capitalize()
    extensions = f"<extensionElements>{_WORDING}{inside}</extensionElements>"
    return f'<{tag} id="{name_id}" name="{words}" {more}>{extensions}</{tag}>'


def end(name: str) -> str:
    """Return an end at which the family is told."""
    return element("endEvent", name, "", 'fingerpost:means="tells_family"')


def action(step: str, named: str, inside: str = "", more: str = "") -> str:
    """Return a service task that names an action."""
    return element("serviceTask", step, "", f'fingerpost:action="{named}" {more}', inside)


def value(name: str, source: str = "") -> str:
    """Return a value under a name."""
    given = f' from="{source}"' if source else ""
    return f'<fingerpost:value name="{name}"{given} />'


def lanes(**held: str) -> str:
    """Return lanes by role; what they hold is separated by spaces."""
    drawn = "".join(
        f'<lane id="{role}" name="{role.replace("_", " ").capitalize()}">'
        + "".join(f"<flowNodeRef>{node}</flowNodeRef>" for node in nodes.split())
        + "</lane>"
        for role, nodes in held.items()
    )
    return f'<laneSet id="lanes">{drawn}</laneSet>'


def form(title: str, **questions: Mapping[str, Any]) -> bytes:
    """Return a form that asks these questions, none of which has to be answered."""
    asked = {
        name: {"title": name.replace("_", " ").capitalize(), **schema}
        for name, schema in questions.items()
    }
    return json.dumps(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": title,
            "type": "object",
            "properties": asked,
            "required": [],
            "additionalProperties": False,
        }
    ).encode()


def letter(subject: str, body: str, *, to: str = "family") -> bytes:
    """Return a letter to a lane."""
    return f"To: {to}\nSubject: {subject}\n\n{body}\n".encode()


def pathway(
    key: str,
    inside: Sequence[str],
    *,
    before: str = "",
    forms: Mapping[str, bytes] | None = None,
    letters: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return the files of a pathway with one process, called as its key."""
    drawn = sketch("".join(inside), before=before).replace(b'id="p"', f'id="{key}"'.encode())
    drawn = drawn.replace(b'bpmnElement="p"', f'bpmnElement="{key}"'.encode())
    return {
        "pathway.bpmn": drawn,
        "about.toml": ABOUT,
        "periods.toml": b"",
        **{f"forms/{step}.json": source for step, source in (forms or {}).items()},
        **{f"letters/{step}.txt": source for step, source in (letters or {}).items()},
    }

"""What a message calls what is drawn: by its own words, and by its id where it has none."""

import difflib
from collections.abc import Iterable
from itertools import islice

from pathways.model.drawing import Drawing, Flow
from pathways.model.node import Choice, Event, EventPosition, Node, Step

#: Characters of a name that a message repeats; some files have names as long as books.
LONGEST_NAME = 100
#: So many names are looked through for one that is near; nobody misspells a thousand.
_MOST_NAMES = 500


def called(node: Node) -> str:
    """Return `“Ask for it”`, or its kind and its id where it has no name: `the step “ask_1”`."""
    if node.name:
        return f"“{shortened(node.name)}”"
    return f"the {kind_of(node)} “{shortened(node.id)}”"


def called_flow(flow: Flow, drawing: Drawing) -> str:
    """Return `the arrow “Yes” from “Do we agree?” to “Buy it”`."""
    name = f" “{shortened(flow.name)}”" if flow.name else ""
    source, target = drawing.nodes[flow.source], drawing.nodes[flow.target]
    return f"the arrow{name} from {called(source)} to {called(target)}"


def kind_of(node: Node) -> str:
    """Return `"step"`, `"choice"`, `"start"`, `"end"` or `"event"`."""
    if isinstance(node, Step):
        return "step"
    if isinstance(node, Choice):
        return "choice"
    places = {EventPosition.START: "start", EventPosition.END: "end"}
    return places.get(node.position, "event") if isinstance(node, Event) else "element"


def shortened(text: str, most: int = LONGEST_NAME) -> str:
    """Return a text, or its beginning with an ellipsis where it is longer than `most`."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def sentence(text: str) -> str:
    """Return a text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Return ` Did you mean “…”?` with what is nearest; empty where nothing is near."""
    names = [name for name in islice(known, _MOST_NAMES) if len(name) <= LONGEST_NAME]
    near = difflib.get_close_matches(shortened(written), names, n=1)
    return f" Did you mean “{near[0]}”?" if near else ""

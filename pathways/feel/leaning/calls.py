"""What is wrong with the call of a built-in function."""

from pathways.feel.budget import Meter
from pathways.feel.functions import FUNCTIONS
from pathways.feel.functions.registry import Form, Function, Kind
from pathways.feel.leaning import samples
from pathways.feel.leaning.kinds import Kinds
from pathways.feel.leaning.words import called, misfit
from pathways.feel.nodes import Call, Literal

#: Functions that make a value of what is written out, and cost nothing.
_WRITTEN = frozenset({"date", "time", "date and time", "duration"})


def call_problem(kinds: Kinds, node: Call) -> str | None:
    """Say why a call can only give null; nothing where it may give a value."""
    function = FUNCTIONS[node.function]
    forms = [form for form in function.forms if form.takes(len(node.arguments), node.names)]
    if not forms:
        return misfit(function, by_name=bool(node.names))
    given = [kinds.of(argument) for argument in node.arguments]
    fitting = [form for form in forms if _fits(form, given)]
    if fitting:
        return _always_null(node, function, fitting)
    listed = " and ".join(called(kind) for kind in given if kind is not None)
    return f"`{function.name}` gives null for {listed}; this is always null."


def _fits(form: Form, kinds: list[str | None]) -> bool:
    if form.gathers and len(kinds) > 1:
        return True
    asked = form.kinds(len(kinds))
    return all(_may_be(kind, wanted) for kind, wanted in zip(kinds, asked, strict=True))


def _may_be(kind: str | None, wanted: Kind) -> bool:
    """Tell whether a value of a type may be an argument; a list may hold one such value."""
    if kind is None or kind not in samples.SAMPLES or kind == "list":
        return True
    if not wanted.types or tuple in wanted.types:
        return True
    return type(samples.SAMPLES[kind]) in wanted.types


def _always_null(node: Call, function: Function, forms: list[Form]) -> str | None:
    """Tell of a date or time, written out, that there is none of."""
    values = [argument.value for argument in node.arguments if isinstance(argument, Literal)]
    if function.name not in _WRITTEN or len(values) != len(node.arguments) or None in values:
        return None
    if any(form.body(Meter(), *values) is not None for form in forms):
        return None
    return (
        f"`{function.name}` gives null for this: there is none such. Write dates as 2027-03-01, "
        "times as 09:30:00, durations as P10D or PT2H."
    )

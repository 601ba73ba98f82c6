"""How it is said that something can only be null."""

from collections.abc import Mapping

from pathways.feel.functions.registry import Function

_CALLED: Mapping[str, str] = {
    "number": "a number",
    "string": "a text",
    "boolean": "yes or no",
    "date": "a date",
    "time": "a time",
    "date and time": "a date and time",
    "days and time duration": "a duration in days and hours",
    "years and months duration": "a duration in years and months",
    "list": "a list",
    "context": "a context",
    "range": "a range",
    "function": "a function",
    "Null": "null",
}
_VERBS: Mapping[str, str] = {
    "+": "added",
    "-": "subtracted from one another",
    "*": "multiplied",
    "/": "divided",
    "**": "raised to a power",
}
_ADVICE: Mapping[frozenset[str], str] = {
    frozenset({"date", "string"}): ' Write the date as date("2027-03-01").',
    frozenset({"number", "string"}): " Write the number without quotes, or use number(...).",
    frozenset({"boolean", "string"}): " Write true or false without quotes.",
    frozenset({"date", "number"}): ' A number of days is written @"P10D".',
}


def called(kind: str | None) -> str:
    """Return what people call a type."""
    return "something" if kind is None else _CALLED.get(kind, kind)


def mistyped(sign: str, left: str | None, right: str | None) -> str:
    """Say that two types cannot stand on the two sides of an operator."""
    verb = _VERBS.get(sign, "compared")
    advice = _ADVICE.get(frozenset({left or "", right or ""}), "")
    if left == right and left is not None:
        said = f"Two values cannot be {verb} that are each {called(left)}"
    else:
        said = f"{called(left)} and {called(right)} cannot be {verb}"
    return f"{said[:1].upper()}{said[1:]}; this is always null.{advice}"


def misfit(function: Function, *, by_name: bool) -> str:
    """Say that a function does not take so many arguments, or not those names."""
    shapes = []
    for form in function.forms:
        said = [*form.needed, *(f"[{name}]" for name in form.optional)]
        said += ["..."] if form.gathers or form.more else []
        shapes.append(f"{function.name}({', '.join(said)})")
    wrong = "Those names are" if by_name else "That number of arguments is"
    return (
        f"{wrong} not what `{function.name}` takes, so this is always null; write "
        f"{' or '.join(shapes)}."
    )

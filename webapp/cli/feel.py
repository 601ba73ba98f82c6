"""`fingerpost feel`: what an expression says."""

from collections.abc import Mapping
from typing import Any

import click

from pathways.feel import NotFeel, Refused, Value, names_in, parse
from webapp.cli.output import out, plain
from webapp.cli.values import FORMAT, INPUT, as_json, as_text, refused
from workflow.clocks import SystemTime


@click.command()
@click.argument("expression")
@INPUT
@click.option(
    "--context",
    default="{}",
    help='More values by name, as a context of FEEL that types them: {born: @"2015-02-28"}.',
)
@FORMAT
def feel(expression: str, scope: Mapping[str, Any], context: str, kind: str) -> None:
    """Evaluate a FEEL expression, such as "age >= 16 and consent", and print its value.

    Numbers are decimal and printed as they are. In JSON a date, a time, a duration and a range are
    texts as FEEL writes them, and so is a function, by its parameters.
    """
    try:
        scope = {**scope, **_values(context)}
        value = parse(expression, names_in(scope)).evaluate(scope, now=SystemTime().now())
        said = plain(as_text(value)) if kind == "text" else as_json({"answer": value})
    except NotFeel as error:
        raise refused(f"This is not an expression. {error}", kind) from None
    except (Refused, ValueError) as error:
        raise refused(str(error), kind) from None
    out(f"{said}\n")


def _values(context: str) -> Mapping[str, Value]:
    values = parse(context).evaluate({}, now=SystemTime().now())
    if not isinstance(values, Mapping):
        raise click.BadParameter("Give a context, such as {age: 10}.", param_hint="--context")
    return values

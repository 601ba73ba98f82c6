"""`fingerpost feel`: what an expression says."""

from collections.abc import Mapping
from typing import Any

import click

from pathways.feel import NotFeel, Refused, names_in, parse
from webapp.cli.output import out, plain
from webapp.cli.values import FORMAT, INPUT, as_json, as_text, refused
from workflow.clocks import SystemTime


@click.command()
@click.argument("expression")
@INPUT
@FORMAT
def feel(expression: str, scope: Mapping[str, Any], kind: str) -> None:
    """Evaluate a FEEL expression, such as "age >= 16 and consent", and print its value."""
    try:
        value = parse(expression, names_in(scope)).evaluate(scope, now=SystemTime().now())
        said = plain(as_text(value)) if kind == "text" else as_json({"answer": value})
    except NotFeel as error:
        raise refused(f"This is not an expression. {error}", kind) from None
    except (Refused, ValueError) as error:
        raise refused(str(error), kind) from None
    out(f"{said}\n")

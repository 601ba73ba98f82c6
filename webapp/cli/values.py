"""Values of FEEL at a terminal: JSON in, text or JSON out. Numbers are decimal all the way."""

import json
import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NoReturn

import click
import msgspec
from typing_extensions import override

from pathways.feel import Meter, Value, written
from webapp.cli.output import out, plain

_JSON = msgspec.json.Encoder(decimal_format="number")


class Scope(click.ParamType[Mapping[str, Any]]):
    """A JSON object: name -> value."""

    name = "JSON"

    @override
    def convert(
        self,
        value: str | Mapping[str, Any],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Mapping[str, Any]:
        """Return the values by name.

        Numbers become decimals, never floats; dates are given as text, for `date(...)` to read.
        """
        if not isinstance(value, str):
            return value
        try:
            scope = json.loads(
                sys.stdin.buffer.read() if value == "-" else value,
                parse_int=Decimal,
                parse_float=Decimal,
                parse_constant=_refuse_constant,
            )
        except RecursionError:
            self.fail("The input is nested too deep to be read.", param, ctx)
        except ValueError as error:
            self.fail(f"The input is not JSON: {error}.", param, ctx)
        if not isinstance(scope, dict):
            self.fail('Give the input as a JSON object, such as {"age": 10}.', param, ctx)
        return scope


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


INPUT: Callable[[Any], Any] = click.option(
    "--input",
    "scope",
    type=Scope(),
    default="{}",
    help='Values by name, such as {"age": 10}; dates as text. - reads them from standard input.',
)
FORMAT: Callable[[Any], Any] = click.option(
    "--format", "kind", type=click.Choice(["text", "json"]), default="text", show_default=True
)


def refused(message: str, kind: str) -> click.ClickException:
    """Return the error to raise where there is no answer; programs are told in JSON too."""
    if kind == "json":
        out(f"{as_json({'answer': None, 'error': message})}\n")
    return click.ClickException(plain(message))


def as_text(value: Value) -> str:
    """Return a value as FEEL writes it.

    Raises:
        pathways.feel.Refused: If it is too long to be written.
    """
    return written(Meter(), value)


def as_json(value: object) -> str:
    """Return a JSON text; what JSON does not have (dates, durations, ranges) is text as in FEEL."""
    return _JSON.encode(_plain(value)).decode()


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of FEEL, and lists and objects of them
    if value is None or isinstance(value, int | Decimal):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {_plain(str(name)): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return as_text(value)

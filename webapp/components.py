"""GOV.UK Frontend's components: one name and its parameters in, HTML out.

Their templates lean on missing parameters being empty, ours must not: so they have an environment
of their own, and our pages keep `StrictUndefined`.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, cast

from jinja2 import Environment, PackageLoader, PrefixLoader
from markupsafe import Markup, escape

_PACKAGE = "govuk_frontend_jinja"
_ENVIRONMENT = Environment(
    loader=PrefixLoader({_PACKAGE: PackageLoader(_PACKAGE)}),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def component(name: str, params: Mapping[str, Any]) -> Markup:
    """Return a component as HTML.

    Args:
        name: The design system's name, e.g. `"date-input"`.
        params: The component's own parameters (its macro options); text in them is escaped.
    """
    return _macro(name)(params)


def lines(text: str) -> Markup:
    """Return text as HTML that keeps its line breaks."""
    return Markup("<br>").join(text.splitlines())


def unindented(text: str) -> Markup:
    """Return text for a text area, its line breaks as character references.

    Components indent what is inside them. An indented line break would add spaces to what somebody
    wrote, each time that the page is shown.
    """
    return Markup(str(escape(text)).replace("\n", "&#10;"))  # noqa: S704 - escaped on this line


@cache
def _macro(name: str) -> Callable[[Mapping[str, Any]], Markup]:
    template = _ENVIRONMENT.get_template(f"{_PACKAGE}/components/{name}/macro.html")
    macro = "govuk" + "".join(word.capitalize() for word in name.split("-"))
    return cast(Callable[[Mapping[str, Any]], Markup], vars(template.module)[macro])

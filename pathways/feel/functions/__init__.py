"""The built-in functions of DMN that are read here, by noun."""

from collections.abc import Mapping

from pathways.feel.functions import (
    contexts,
    conversion,
    dates,
    lists,
    logic,
    numbers,
    ranges,
    strings,
)
from pathways.feel.functions.registry import Function

#: Name -> function.
FUNCTIONS: Mapping[str, Function] = {
    function.name: function
    for module in (logic, strings, numbers, lists, contexts, conversion, dates, ranges)
    for function in module.FUNCTIONS
}

__all__ = ["FUNCTIONS", "Function"]

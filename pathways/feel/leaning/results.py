"""The types that functions return, where each always returns the same."""

from collections.abc import Mapping

_BY_TYPE: Mapping[str, tuple[str, ...]] = {
    "number": (
        *("string length", "number", "count", "product", "mean", "median", "stddev", "decimal"),
        *("floor", "ceiling", "round up", "round down", "round half up", "round half down"),
        *("modulo", "sqrt", "log", "exp", "day of year", "week of year"),
    ),
    "string": (
        *("string", "substring", "upper case", "lower case", "substring before"),
        *("substring after", "replace", "string join", "day of week", "month of year"),
    ),
    "boolean": (
        *("contains", "starts with", "ends with", "matches", "list contains", "not", "all", "any"),
        *("odd", "even", "is", "is defined", "before", "after", "meets", "met by", "overlaps"),
        *("overlaps before", "overlaps after", "finishes", "finished by", "includes", "during"),
        *("starts", "started by", "coincides"),
    ),
    "date": ("today", "date"),
    "time": ("time",),
    "date and time": ("now", "date and time"),
    "years and months duration": ("years and months duration",),
    "range": ("range",),
    "list": (
        *("append", "concatenate", "union", "distinct values", "sublist", "insert before"),
        *("remove", "list replace", "reverse", "flatten", "sort", "index of", "mode", "split"),
        "get entries",
    ),
    "context": ("context", "context put", "context merge"),
}
#: Function -> type of what it returns.
RESULTS: Mapping[str, str] = {name: kind for kind, names in _BY_TYPE.items() for name in names}

"""FEEL, the expression language of DMN: parsed into a closed evaluator with a budget."""

from pathways.feel.budget import Meter
from pathways.feel.durations import DaysTimeDuration, YearsMonthsDuration
from pathways.feel.errors import NotFeel, Refused
from pathways.feel.expression import Expression, parse
from pathways.feel.leaning import Leaning, leanings
from pathways.feel.names import names_in
from pathways.feel.template import Template, parse_template
from pathways.feel.unary import UnaryTests, parse_unary_tests
from pathways.feel.values import FunctionValue, Range, Value
from pathways.feel.writing import written

__all__ = [
    "DaysTimeDuration",
    "Expression",
    "FunctionValue",
    "Leaning",
    "Meter",
    "NotFeel",
    "Range",
    "Refused",
    "Template",
    "UnaryTests",
    "Value",
    "YearsMonthsDuration",
    "leanings",
    "names_in",
    "parse",
    "parse_template",
    "parse_unary_tests",
    "written",
]

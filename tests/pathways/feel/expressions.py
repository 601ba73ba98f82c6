"""Random expressions that are well formed, for the laws that hold for all of them."""

from collections.abc import Callable

from hypothesis import strategies as st

from pathways.feel import FunctionValue, Refused, Value
from pathways.feel.functions import FUNCTIONS
from pathways.feel.functions.registry import Form
from tests.pathways.feel.asking import SCOPE

NAMES = tuple(SCOPE)

LEAVES = st.sampled_from(
    [
        *("0", "1", "-1", "2", "7", "0.5", "12.50", "1e30", "1e-30", "99999"),
        *('""', '"a"', '"b c"', '"2027-03-01"', '"P1D"', '"€\\u00e9"'),
        *("true", "false", "null", "[]", "{}", "[1, 2, 3]", '["a", null]', "{a: 1}"),
        *('@"2027-03-01"', '@"09:30:00Z"', '@"2027-03-01T09:30:00"', '@"P1D"', '@"-P14M"'),
        *('@"2027-03-28T00:30:00@Europe/London"', "[1..5]", "(< 3)", "today()", "now()"),
        *NAMES,
        *("answer.who", "answer.amount", "child.born_on", "lines.amount", "missing.name", "x"),
    ]
)
OPERATORS = st.sampled_from(
    ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or", "in"]
)
TYPES = st.sampled_from(
    [
        *("number", "list<string>", "Any", "Null", "range<date>", "context<a: number>"),
        *("function<Any> -> Any", "date and time", "years and months duration"),
    ]
)
ENDS = st.tuples(st.sampled_from("[(]"), st.sampled_from("])["))


def _calls(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return calls of every function, with as many arguments as it takes, of any type."""

    def call(name: str, form: Form, extra: int) -> st.SearchStrategy[str]:
        count = len(form.needed) + min(extra, len(form.optional))
        if form.gathers or form.more:
            count += extra
        arguments = st.lists(inner, min_size=count, max_size=count)
        return arguments.map(lambda said: f"{name}({', '.join(said)})")

    forms = [(function.name, form) for function in FUNCTIONS.values() for form in function.forms]
    return st.tuples(st.sampled_from(forms), st.integers(0, 2)).flatmap(
        lambda chosen: call(*chosen[0], chosen[1])
    )


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def shape(text: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.tuples(*parts).map(lambda said: text.format(*said))

    return st.one_of(
        shape("({} {} {})", inner, OPERATORS, inner),
        shape("(-{})", inner),
        shape("({} between {} and {})", inner, inner, inner),
        shape("({} in ({}, > {}))", inner, inner, inner),
        shape("(if {} then {} else {})", inner, inner, inner),
        shape("(for x in {} return {})", inner, inner),
        shape("(for x in {}..{} return {})", inner, inner, inner),
        shape("(for x in {} return [partial, {}])", inner, inner),
        shape("(some x in {} satisfies {})", inner, inner),
        shape("(every x in {} satisfies {})", inner, inner),
        shape("{}[{}]", inner, inner),
        shape("[{}, {}]", inner, inner),
        shape("{{a: {}, x: {}}}", inner, inner),
        shape("({}).a", inner),
        shape("({}).year", inner),
        shape("({} instance of {})", inner, TYPES),
        shape("(function(x, y z) {})({}, {})", inner, inner, inner),
        shape("(function(x: number) [{}, x])(x: {})", inner, inner),
        shape("sort({}, function(x, y) {})", inner, inner),
        shape("{{f: function(x) {}, g: f({})}}", inner, inner),
        st.tuples(ENDS, inner, inner).map(lambda s: f"({s[0][0]}{s[1]}..({s[2]}){s[0][1]})"),
        _calls(inner),
    )


expressions = st.recursive(LEAVES, _larger, max_leaves=12).filter(lambda text: len(text) <= 2_000)


def plain(value: object) -> object:
    """Return a value to compare with another: functions are told by what they take."""
    if isinstance(value, FunctionValue):
        return "function", value.parameters, value.types
    if isinstance(value, tuple):
        return tuple(map(plain, value))
    return {key: plain(at) for key, at in value.items()} if isinstance(value, dict) else value


def outcome(evaluate: Callable[[], Value]) -> tuple[str, object]:
    """Return the value, or that it was refused."""
    try:
        return "value", plain(evaluate())
    except Refused as refused:
        return "refused", str(refused)

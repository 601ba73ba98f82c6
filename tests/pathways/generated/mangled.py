"""Drawings that something went wrong with: ids and references lost, elements there twice."""

import re

from hypothesis import strategies as st

from tests.pathways.generated.wild import any_drawings

_ATTRIBUTE = re.compile(r' ([A-Za-z]+)="([^"]*)"')
_WHOLE = re.compile(r"<[^/!?<>]+/>\n")


@st.composite
def mangled_drawings(draw: st.DrawFn) -> bytes:
    """Return well-formed BPMN in which attributes and elements are lost, swapped or doubled."""
    head, start, text = draw(any_drawings()).decode().partition(">\n")
    for _ in range(draw(st.integers(1, 6))):
        way = draw(st.sampled_from((_without_attribute, _with_another_value, _twice, _without)))
        text = way(draw, text)
    return f"{head}{start}{text}".encode()


def _without_attribute(draw: st.DrawFn, text: str) -> str:
    return _cut(text, draw(st.sampled_from([*_ATTRIBUTE.finditer(text)])).span())


def _with_another_value(draw: st.DrawFn, text: str) -> str:
    one, other = (draw(st.sampled_from([*_ATTRIBUTE.finditer(text)])) for _ in range(2))
    return _cut(text, one.span(2), other[2])


def _twice(draw: st.DrawFn, text: str) -> str:
    found = [*_WHOLE.finditer(text)]
    if not found:
        return text
    whole = draw(st.sampled_from(found))
    return _cut(text, (whole.end(), whole.end()), whole[0])


def _without(draw: st.DrawFn, text: str) -> str:
    found = [*_WHOLE.finditer(text)]
    return _cut(text, draw(st.sampled_from(found)).span()) if found else text


def _cut(text: str, span: tuple[int, int], instead: str = "") -> str:
    return text[: span[0]] + instead + text[span[1] :]

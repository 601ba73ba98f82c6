"""Looks at an SVG as a browser would: every element in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from pathways.drawing.text import text_width

SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MOVED = re.compile(r"translate\((\S+) (\S+)\)")
_SIZES = {"fp-label": 11.0, "fp-said": 11.0}


@dataclass(frozen=True)
class Box:
    """What an element takes up, without its border."""

    css: str
    left: float
    top: float
    right: float
    bottom: float


def parsed(svg: str) -> ET.Element:
    """Return an SVG of ours as a tree."""
    return ET.fromstring(svg.encode())  # noqa: S314 - our own SVG


def classes(element: ET.Element) -> set[str]:
    """Return the classes of an element."""
    return set((element.get("class") or "").split())


def having(root: ET.Element, css: str) -> list[ET.Element]:
    """Return the elements with a class."""
    return [each for each in root.iter() if css in classes(each)]


def words(element: ET.Element) -> str:
    """Return everything written in an element."""
    return " ".join("".join(element.itertext()).split())


def boxes(root: ET.Element) -> Iterator[Box]:
    """Yield the place of everything that is drawn or written."""
    waiting: list[tuple[ET.Element, float, float, bool]] = [(root, 0.0, 0.0, False)]
    while waiting:
        element, x, y, turned = waiting.pop()
        place = element.get("transform", "")
        moved = _MOVED.search(place)
        if moved is not None:
            x, y = x + float(moved[1]), y + float(moved[2])
        turned = turned or "rotate" in place
        for points in _points(element):
            yield _box(element, points, (x, y), turned=turned)
        waiting += [(child, x, y, turned) for child in element]


def view_box(root: ET.Element) -> Box:
    """Return what an SVG shows."""
    x, y, width, height = (float(each) for each in (root.get("viewBox") or "").split())
    return Box("", x, y, x + width, y + height)


def _box(
    element: ET.Element,
    points: list[tuple[float, float]],
    at: tuple[float, float],
    *,
    turned: bool,
) -> Box:
    if turned:  # a quarter to the left
        points = [(y, -x) for x, y in points]
    across, down = [x + at[0] for x, _ in points], [y + at[1] for _, y in points]
    css = element.get("class") or ""
    return Box(css, min(across), min(down), max(across), max(down))


def _points(element: ET.Element) -> Iterator[list[tuple[float, float]]]:
    kind = element.tag.removeprefix(SVG)
    if kind in {"path", "polygon"}:
        numbers = [
            float(each) for each in _NUMBER.findall(element.get("d") or element.get("points") or "")
        ]
        yield list(zip(numbers[::2], numbers[1::2], strict=True))
    elif kind == "rect":
        x, y, width, height = (
            float(element.get(each, "0")) for each in ("x", "y", "width", "height")
        )
        yield [(x, y), (x + width, y + height)]
    elif kind == "circle":
        x, y, radius = (float(element.get(each, "0")) for each in ("cx", "cy", "r"))
        yield [(x - radius, y - radius), (x + radius, y + radius)]
    elif kind == "text":
        yield from _lines(element)


def _lines(element: ET.Element) -> Iterator[list[tuple[float, float]]]:
    size = next((_SIZES[css] for css in classes(element) if css in _SIZES), 12.0)
    for line in element.findall(f"{SVG}tspan") or [element]:
        x, y = float(line.get("x", "0")), float(line.get("y", "0"))
        width = text_width((line.text or "").strip(), size)
        left = x if "fp-note" in classes(element) else x - width / 2
        yield [(left, y - size * 0.72), (left + width, y)]

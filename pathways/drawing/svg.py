"""SVG elements: numbers rounded, everything escaped, classes instead of styles."""

from lxml import etree
from lxml.etree import _Element as Element

from pathways.drawing.text import wrapped
from pathways.model.drawing import Bounds

LINE = 1.2


def element(tag: str, css: str = "", **attributes: str | float) -> Element:
    """Return an SVG element; `css` names its classes without their prefix `fp-`."""
    made = etree.Element(tag)
    if css:
        made.set("class", " ".join(f"fp-{name}" for name in css.split()))
    for name, value in attributes.items():
        made.set(name.strip("_").replace("_", "-"), _said(value))
    return made


def add(parent: Element, tag: str, css: str = "", **attributes: str | float) -> Element:
    """Add an SVG element to a parent and return it."""
    made = element(tag, css, **attributes)
    parent.append(made)
    return made


def add_rect(parent: Element, css: str, at: Bounds, *, rx: float = 0) -> Element:
    """Add a rectangle; `rx` is the radius of its corners."""
    box = add(parent, "rect", css, x=at.x, y=at.y, width=at.width, height=at.height)
    if rx:
        box.set("rx", number(rx))
    return box


def add_path(parent: Element, css: str, d: str, x: float = 0, y: float = 0) -> Element:
    """Add a path, moved to a place."""
    made = add(parent, "path", css, d=d)
    if x or y:
        made.set("transform", f"translate({number(x)} {number(y)})")
    return made


def add_lines(
    parent: Element, css: str, lines: tuple[str, ...], x: float, y: float, size: float
) -> None:
    """Add centred lines of text; `y` is the top of the first line."""
    if not lines:
        return
    text = add(parent, "text", css)
    for index, line in enumerate(lines):
        baseline = y + size * 0.95 + index * size * LINE
        add(text, "tspan", x=x, y=baseline).text = line if index == len(lines) - 1 else f"{line} "


def add_label(parent: Element, css: str, text: str, box: Bounds, size: float) -> Bounds:
    """Add a text below the top of a box, centred in it; return the room that it takes."""
    lines = wrapped(text, box.width, size)
    middle = box.x + box.width / 2
    add_lines(parent, css, lines, middle, box.y, size)
    return Bounds(x=box.x, y=box.y, width=box.width, height=len(lines) * size * LINE)


def number(value: float) -> str:
    """Return a number as SVG writes it, to a hundredth of a pixel."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _said(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)

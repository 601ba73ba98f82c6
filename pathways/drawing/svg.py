"""SVG as text: numbers rounded, everything escaped, classes instead of styles."""

import math
from dataclasses import dataclass
from functools import lru_cache

from pathways.drawing.text import Lines

#: Left, top, width, height.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Body:
    """A shape and the name in it, both drawn from its upper left corner on."""

    svg: str
    #: The name.
    written: str = ""
    #: The room that the name takes, seen from that corner; names can be larger than shapes.
    room: Box = (0.0, 0.0, 0.0, 0.0)


#: From one line of text to the next, in font sizes.
LINE = 1.2
#: Half as wide as a space, in font sizes: what a line's last one moves its middle by.
_HALF_SPACE = 0.139
#: What XML does not let stand as it is, and what it does not let stand at all.
_ESCAPES = dict.fromkeys((*range(32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "") | {
    ord("\t"): " ",
    ord("\n"): " ",
    ord("\r"): " ",
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
}


def number(value: float) -> str:
    """Return a number as SVG writes it, to a hundredth of a pixel."""
    if isinstance(value, int):
        return str(value)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def whole(value: float) -> int:
    """Return the nearest whole number, a half upwards, as browsers round."""
    return math.floor(value + 0.5)


def escaped(text: str) -> str:
    """Return a text for the inside of an element or an attribute in double quotes."""
    return text.translate(_ESCAPES)


@lru_cache(maxsize=512)
def classes(css: str) -> str:
    """Return names of classes with their prefix: `"shape step"` becomes `"fp-shape fp-step"`."""
    return " ".join(f"fp-{name}" for name in css.split())


def rect(css: str, box: Box, rx: float = 0) -> str:
    """Return a rectangle; `rx` is the radius of its corners."""
    place = f'x="{number(box[0])}" y="{number(box[1])}"'
    size = f'width="{number(box[2])}" height="{number(box[3])}"'
    corners = f' rx="{number(rx)}"' if rx else ""
    return f'<rect class="{classes(css)}" {place} {size}{corners}/>'


def circle(css: str, x: float, y: float, radius: float) -> str:
    """Return a circle around a middle."""
    at = f'cx="{number(x)}" cy="{number(y)}" r="{number(max(radius, 0))}"'
    return f'<circle class="{classes(css)}" {at}/>'


def path(css: str, way: str) -> str:
    """Return a path; `way` is trusted, as only we write it."""
    return f'<path class="{classes(css)}" d="{way}"/>'


def polygon(css: str, *points: tuple[float, float]) -> str:
    """Return a polygon."""
    corners = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polygon class="{classes(css)}" points="{corners}"/>'


def moved(css: str, x: float, y: float, inside: str) -> str:
    """Return a group whose inside is drawn from a place on."""
    place = f"translate({number(x)} {number(y)})"
    return f'<g class="{classes(css)}" transform="{place}">{inside}</g>'


def text(css: str, lines: Lines, at: tuple[float, float], size: float) -> str:
    """Return lines of text around a middle.

    Each line but the last ends with a space, so that whoever copies them gets whole words.

    Args:
        css: Names of classes.
        lines: What is written.
        at: The middle of the lines, and the top of the first one.
        size: Of the font.
    """
    return _text(css, lines, at, size, _HALF_SPACE * size)


def text_from(css: str, lines: Lines, at: tuple[float, float], size: float) -> str:
    """Return lines of text that begin at a place; the class has to say that they do."""
    return _text(css, lines, at, size, 0.0)


def _text(css: str, lines: Lines, at: tuple[float, float], size: float, by: float) -> str:
    spans, last = [], len(lines.texts) - 1
    x, y = at[0], at[1] + 0.75 * size * LINE
    for index, line in enumerate(lines.texts):
        across, space = (x, "") if index == last else (x + by, " ")
        where = f'x="{number(across)}" y="{number(y + index * size * LINE)}"'
        spans.append((where, escaped(line) + space))
    if last == 0:
        return f'<text class="{classes(css)}" {spans[0][0]}>{spans[0][1]}</text>'
    inside = "".join(f"<tspan {where}>{line}</tspan>" for where, line in spans if line)
    return f'<text class="{classes(css)}">{inside}</text>' if inside else ""


def room_of(lines: Lines, at: tuple[float, float], size: float) -> Box:
    """Return the room that lines take around a middle, from the top of the first one on."""
    return (at[0] - lines.width / 2, at[1], lines.width, height_of(lines, size))


def height_of(lines: Lines, size: float) -> float:
    """Return how much room lines take from the top of the first to the bottom of the last."""
    return len(lines.texts) * size * LINE

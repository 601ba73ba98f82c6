"""The growth curve as a picture: completed steps across, ms of CPU up, both by powers of ten."""

from collections.abc import Iterator, Mapping
from math import ceil, floor, log10
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT = 760, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 130, 50, 60
_MIDDLE = (_LEFT + _WIDTH - _RIGHT) / 2

_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
    'aria-labelledby="title desc" font-family="Arial, sans-serif" font-size="14" fill="#1b2733">'
)
_COLOURS = ("#00527a", "#a33b00", "#5b6770")

Curves = Mapping[str, Mapping[int, float]]


def picture(curves: Curves) -> str:
    """Return an SVG of curves: name -> completed steps -> ms of CPU per completed task."""
    frame = _Frame(curves)
    said = "; ".join(
        f"{name}: " + ", ".join(f"{ms:.3g} ms at {at:,}" for at, ms in points.items())
        for name, points in curves.items()
    )
    lines = [
        _HEAD,
        '<title id="title">What completing a task costs as a case grows</title>',
        f'<desc id="desc">{escape(said)}.</desc>',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text(_LEFT, 28, "ms of CPU per completed task", 'font-size="17" font-weight="bold"'),
        *frame.grid(),
        *(
            line
            for (name, points), colour in zip(curves.items(), _COLOURS, strict=True)
            for line in frame.curve(name, points, colour)
        ),
        _text(_MIDDLE, _HEIGHT - 14, "completed steps of one case", 'text-anchor="middle"'),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


class _Frame:
    """Where the powers of ten lie."""

    def __init__(self, curves: Curves) -> None:
        steps = [at for points in curves.values() for at in points]
        costs = [ms for points in curves.values() for ms in points.values()]
        self._x = (floor(log10(min(steps))), ceil(log10(max(steps))))
        self._y = (floor(log10(min(costs))), ceil(log10(max(costs))))

    def grid(self) -> Iterator[str]:
        """Yield a line and a number for each power of ten."""
        for power in range(self._x[0], self._x[1] + 1):
            x = self._across(10**power)
            yield _line(x, _TOP, x, _HEIGHT - _BOTTOM)
            yield _text(x, _HEIGHT - 38, f"{10**power:,}", 'text-anchor="middle"')
        for power in range(self._y[0], self._y[1] + 1):
            y = self._up(10.0**power)
            yield _line(_LEFT, y, _WIDTH - _RIGHT, y)
            yield _text(_LEFT - 8, y + 5, f"{10.0**power:,g}", 'text-anchor="end"')

    def curve(self, name: str, points: Mapping[int, float], colour: str) -> Iterator[str]:
        """Yield one curve with its name at its end."""
        places = [(self._across(at), self._up(ms)) for at, ms in points.items()]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="3"/>'
        for x, y in places:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{colour}"/>'
        x, y = places[-1]
        yield _text(x + 12, y + 5, name, f'fill="{colour}"')

    def _across(self, steps: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * _share(steps, self._x)

    def _up(self, ms: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * _share(ms, self._y)


def _share(value: float, powers: tuple[int, int]) -> float:
    low, high = powers
    return (log10(value) - low) / (high - low)


def _text(x: float, y: float, words: str, attributes: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {attributes}>{escape(words)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="#d5dce1"/>'

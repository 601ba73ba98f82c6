"""Figures as bars, side by side."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW = 760, 190, 90, 56, 34

_HEAD = (
    'role="img" aria-labelledby="title desc" '
    'font-family="Arial, sans-serif" font-size="14" fill="#1b2733"'
)
_OURS, _THEIRS = "#00527a", "#a33b00"


def picture(spent: Mapping[str, float]) -> str:
    """Return an SVG of bars: what was done -> ms of CPU. Names with “bpmn” are others' work."""
    height = _TOP + _ROW * len(spent) + 20
    said = "; ".join(f"{name}: {ms:.3g} ms" for name, ms in spent.items())
    title = "What reading a drawing of about 100 elements costs"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" {_HEAD}>',
        f'<title id="title">{title}</title>',
        f'<desc id="desc">{escape(said)}.</desc>',
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="20" y="30" font-size="17" font-weight="bold">{title}, in ms of CPU</text>',
        *_bars(spent),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _bars(spent: Mapping[str, float]) -> Iterator[str]:
    scale = (_WIDTH - _LEFT - _RIGHT) / max(spent.values())
    for number, (name, ms) in enumerate(spent.items()):
        y = _TOP + number * _ROW
        colour = _THEIRS if "bpmn" in name else _OURS
        yield f'<text x="{_LEFT - 10}" y="{y + 17}" text-anchor="end">{escape(name)}</text>'
        yield f'<rect x="{_LEFT}" y="{y}" width="{ms * scale:.1f}" height="24" fill="{colour}"/>'
        yield f'<text x="{_LEFT + ms * scale + 8:.1f}" y="{y + 17}">{ms:.3g} ms</text>'

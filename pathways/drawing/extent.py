"""How much room a picture takes."""

from pathways.model.geometry import Bounds


class Extent:
    """Grows with everything that is drawn."""

    def __init__(self) -> None:
        self._left = self._top = float("inf")
        self._right = self._bottom = float("-inf")

    def add(self, x: float, y: float, width: float = 0.0, height: float = 0.0) -> None:
        """Make room for a rectangle, or for a point."""
        self._left, self._right = min(self._left, x), max(self._right, x + width)
        self._top, self._bottom = min(self._top, y), max(self._bottom, y + height)

    def around(self, margin: float) -> Bounds:
        """Return the whole with a margin; only the margins where nothing is drawn."""
        if self._left > self._right:
            return Bounds(x=-margin, y=-margin, width=2 * margin, height=2 * margin)
        return Bounds(
            x=self._left - margin,
            y=self._top - margin,
            width=self._right - self._left + 2 * margin,
            height=self._bottom - self._top + 2 * margin,
        )

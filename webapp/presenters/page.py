"""What every page has: one heading, where to go back to, and what has to be put right."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: its words and its address."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the layout needs of any page."""

    #: The only h1; the window's title begins with it.
    title: str
    #: Above the heading: what it belongs to; may be empty.
    caption: str = ""
    back: Link | None = None
    #: What has to be put right, each with a link to its field (empty where there is none).
    problems: tuple[Link, ...] = ()

    @property
    def window_title(self) -> str:
        """The text for the browser's window or tab."""
        trouble = " – there is a problem" if self.problems else ""
        return f"{self.title}{trouble} – Fingerpost"

    @property
    def error_summary(self) -> dict[str, object]:
        """Parameters of the error summary."""
        lines = [{"text": one.text, "href": one.href} for one in self.problems]
        return {"titleText": "There is a problem", "errorList": lines}

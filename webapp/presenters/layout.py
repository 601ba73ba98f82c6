"""What stands around every page: who has signed in, where to go, and the demonstration's banner."""

from collections.abc import Iterable
from dataclasses import dataclass

from workflow.model.actor import Actor

_ANYBODY = (("Pathways", "/"), ("Sign in", "/sign-in"))
_SIGNED_IN = (("Pathways", "/"), ("Your tasks", "/worklist"), ("Your cases", "/cases"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place to go from every page."""

    text: str
    href: str
    #: Whether this is the place where the person is.
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The frame of a page."""

    navigation: tuple[Place, ...]
    #: Name of who has signed in; None for nobody.
    name: str | None
    #: What is said once, e.g. that answers were saved.
    notices: tuple[str, ...]
    demo: bool


def layout(actor: Actor | None, *, path: str, notices: Iterable[object] = (), demo: bool) -> Layout:
    """Return the frame for somebody, or for nobody in particular.

    Args:
        actor: Who has signed in; None for nobody.
        path: The path of the page.
        notices: What to say once, above the heading.
        demo: Whether every page says that this is a demonstration.
    """
    places = _ANYBODY if actor is None else _SIGNED_IN
    return Layout(
        navigation=tuple(Place(text=text, href=href, here=href == path) for text, href in places),
        notices=tuple(str(one) for one in notices),
        name=None if actor is None else actor.name,
        demo=demo,
    )

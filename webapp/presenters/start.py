"""The start page: what this is, and which pathways there are."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp import addresses
from webapp.presenters.page import Link, Page
from workflow.model.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayOffer:
    """A pathway that can be read and asked for."""

    key: str
    name: str
    summary: str
    who_it_is_for: str
    #: What in it is made up; empty where nothing is.
    fictional: str
    read: Link
    ask: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage(Page):
    """The start page."""

    signed_in: bool
    offers: tuple[PathwayOffer, ...]


def start_page(versions: Iterable[Version], *, signed_in: bool) -> StartPage:
    """Return the start page."""
    return StartPage(
        title="Find your way to a personal budget",
        signed_in=signed_in,
        offers=tuple(_offer(version) for version in versions),
    )


def _offer(version: Version) -> PathwayOffer:
    about = version.pathway.about
    return PathwayOffer(
        key=version.key,
        name=about.name,
        summary=about.summary,
        who_it_is_for=about.who_it_is_for,
        fictional=about.fictional,
        read=Link(text=f"Read how “{about.name}” works", href=addresses.pathway(version.key)),
        ask=Link(text=f"Ask for “{about.name}”", href=addresses.ask(version.key)),
    )

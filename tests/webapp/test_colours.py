"""The stylesheet's colours, on light screens and on dark ones."""

import re

import pytest

from webapp.hashes import STATIC

#: The same on every screen: yellow with black for focus, black for paper.
ALWAYS_THE_SAME = {"govuk-focus", "govuk-focus-text", "govuk-print-text"}
GROUNDS = {
    "govuk-body-background": (
        "govuk-text",
        "govuk-secondary-text",
        "govuk-error",
        "govuk-link",
        "govuk-link-visited",
        "govuk-link-hover",
        "govuk-link-active",
    ),
    "govuk-surface-background": (
        "govuk-text",
        "govuk-secondary-text",
        "govuk-surface-text",
        "govuk-link",
        "govuk-link-visited",
        "govuk-link-hover",
    ),
    "govuk-template-background": ("govuk-surface-text",),
    "govuk-focus": ("govuk-focus-text",),
    "govuk-brand": ("white",),
    "fingerpost-header": ("white",),
    "fingerpost-quiet": ("govuk-text",),
    "fingerpost-quiet-hover": ("govuk-text",),
    "fingerpost-tag": ("fingerpost-tag-text",),
    "fingerpost-late": ("fingerpost-late-text",),
}


def test_every_colour_has_a_value_of_its_own_on_dark_screens() -> None:
    light, dark = colours()

    assert {name for name in light if light[name] == dark[name]} == ALWAYS_THE_SAME | {"white"}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("screen", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_ground(screen: int, ground: str) -> None:
    known = colours()[screen]

    for text in GROUNDS[ground]:
        assert contrast(known[text], known[ground]) >= 4.5, text


@pytest.mark.parametrize("line", ["govuk-brand", "govuk-input-border", "govuk-error"])
@pytest.mark.parametrize("screen", [0, 1], ids=["light", "dark"])
def test_lines_and_signs_stand_out_from_the_page(screen: int, line: str) -> None:
    known = colours()[screen]

    assert contrast(known[line], known["govuk-body-background"]) >= 3


def colours() -> tuple[dict[str, str], dict[str, str]]:
    """Return name -> #rrggbb, for light and for dark screens."""
    stylesheet = (STATIC / "fingerpost.css").read_text("utf-8")
    everywhere, _, on_dark = stylesheet.partition("(prefers-color-scheme:dark)")
    light = {"white": "#ffffff"} | dict(_named(everywhere))
    return light, light | dict(_named(on_dark))


def _named(stylesheet: str) -> list[tuple[str, str]]:
    return re.findall(r"--([a-z-]+)-colour: ?(#[0-9a-f]{6})", stylesheet)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

import re

import pytest

from pathways.drawing import STYLESHEET

#: Text on what it stands on: at least 4.5 to 1 (WCAG 2.2, 1.4.3).
GROUNDS = [
    "paper",
    "band-head",
    "lane-1",
    "lane-2",
    "lane-3",
    "lane-4",
    "lane-5",
    "lane-6",
    "step",
    "table",
    "letter",
    "choice",
    "end",
    "event",
]
TEXTS = [("ink", ground) for ground in GROUNDS] + [
    ("here-ink", "here"),
    ("done-ink", "done"),
    ("focus-line", "focus"),
]
#: What has to be seen to understand the picture: at least 3 to 1 (WCAG 2.2, 1.4.11).
LINES = [("line", ground) for ground in GROUNDS] + [
    (mark, f"lane-{lane}") for mark in ("here", "done", "start-line") for lane in range(1, 7)
]


def colours(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"--fp-([a-z0-9-]+): (#[0-9a-f]{6});", sheet))


def schemes() -> dict[str, dict[str, str]]:
    light, _, rest = STYLESHEET.partition("@media (prefers-color-scheme: dark)")
    dark, _, others = rest.partition("\n.fp-picture text")
    return {
        "light": colours(light),
        "dark": colours(light) | colours(dark),
        "print": colours(light) | colours(others.partition("@media print")[2]),
    }


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_every_text_can_be_read(scheme: str) -> None:
    found = schemes()[scheme]

    assert {pair for pair in TEXTS if contrast(found[pair[0]], found[pair[1]]) < 4.5} == set()


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_every_line_can_be_seen(scheme: str) -> None:
    found = schemes()[scheme]

    assert {pair for pair in LINES if contrast(found[pair[0]], found[pair[1]]) < 3} == set()


def test_each_scheme_sets_every_colour() -> None:
    names = set(colours(STYLESHEET.partition("@media")[0]))
    forced = STYLESHEET.partition("@media (forced-colors: active)")[2].partition("@media print")[0]

    assert set(re.findall(r"--fp-([a-z0-9-]+): ", forced)) == names
    assert names - set(re.findall(r"var\(--fp-([a-z0-9-]+)\)", STYLESHEET)) == set()


def test_no_rule_reaches_out_of_the_picture() -> None:
    selectors = re.findall(r"^\s*([^@{}/\s][^{}]*)\{", STYLESHEET, re.MULTILINE)

    assert selectors
    for selector in ",".join(selectors).split(","):
        assert selector.strip().startswith(".fp-")
    assert "url(" not in STYLESHEET
    assert "@import" not in STYLESHEET

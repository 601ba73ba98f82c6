import re

import pytest

from pathways.drawing import STYLESHEET

#: Text on what it stands on: at least 4.5 to 1 (WCAG 2.2, 1.4.3).
GROUNDS = [
    "paper",
    "strip",
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
    (f"{mark}-ink", mark) for mark in ("here", "done", "changed", "removed")
]
#: What has to be seen to understand the picture: at least 3 to 1 (WCAG 2.2, 1.4.11).
LINES = [("line", ground) for ground in GROUNDS] + [
    (mark, ground)
    for mark in ("here", "done", "changed", "removed", "start-line")
    for ground in ("paper", *(f"lane-{lane}" for lane in range(1, 7)))
]


def colours(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"--fp-([a-z0-9-]+): (#[0-9a-f]{6});", sheet))


def schemes() -> dict[str, dict[str, str]]:
    plain, _, rest = STYLESHEET.partition(".fp-picture:not(.fp-standalone)")
    soft, _, rest = rest.partition("@media (prefers-color-scheme: dark)")
    dark, _, rest = rest.partition("\n.fp-picture text")
    paper = rest.partition("@media print")[2]
    return {
        "alone": colours(plain),
        "light": colours(plain) | colours(soft),
        "dark": colours(plain) | colours(dark),
        "print": colours(plain) | colours(paper),
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


@pytest.mark.parametrize("scheme", ["alone", "light", "dark", "print"])
def test_every_text_can_be_read(scheme: str) -> None:
    found = schemes()[scheme]

    assert {pair for pair in TEXTS if contrast(found[pair[0]], found[pair[1]]) < 4.5} == set()


@pytest.mark.parametrize("scheme", ["alone", "light", "dark", "print"])
def test_every_line_can_be_seen(scheme: str) -> None:
    found = schemes()[scheme]

    assert {pair for pair in LINES if contrast(found[pair[0]], found[pair[1]]) < 3} == set()


def test_each_scheme_sets_every_colour() -> None:
    names = set(colours(STYLESHEET.partition("@media")[0]))
    forced = STYLESHEET.partition("@media (forced-colors: active)")[2].partition("@media print")[0]

    assert set(re.findall(r"--fp-([a-z0-9-]+): ", forced)) == names
    assert names - set(re.findall(r"var\(--fp-([a-z0-9-]+)\)", STYLESHEET)) == set()


def test_a_picture_alone_is_dark_lines_on_white_and_nothing_else() -> None:
    found = schemes()["alone"]

    marks = ("here", "done", "changed", "removed", "focus")
    drawn = {name: colour for name, colour in found.items() if not name.startswith(marks)}
    assert {found["ink"], found["line"], "#ffffff"} == set(drawn.values())
    assert max(luminance(found["ink"]), luminance(found["line"])) < 0.03


def test_no_rule_reaches_out_of_the_picture() -> None:
    selectors = re.findall(r"^\s*([^@{}/\s][^{}]*)\{", STYLESHEET, re.MULTILINE)

    assert selectors
    for selector in ",".join(selectors).split(","):
        assert selector.strip().startswith(".fp-")
    assert "url(" not in STYLESHEET
    assert "@import" not in STYLESHEET

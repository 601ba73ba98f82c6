"""Goes through a page with the Tab key alone."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page


def tabbed_through(page: Page, controls: str) -> Iterator[str]:
    """Press Tab from control to control and yield what is wrong with the way.

    Args:
        page: The page, nothing of it in focus yet.
        controls: The script that notes which controls there are and which are reached.
    """
    expected: list[str] = page.evaluate(controls)
    for _ in expected:
        page.keyboard.press("Tab")
    reached: list[dict[str, Any]] = page.evaluate("() => window.tabbed")
    order = [stop["at"] for stop in reached]
    if order != list(range(len(expected))):
        yield _out_of_order(order, expected)
    yield from (f"focus cannot be seen on: {stop['said']}" for stop in reached if not stop["seen"])
    yield from (
        f"Tab jumps up from “{stop['jumped']}” to “{stop['said']}”"
        for stop in reached
        if stop["jumped"]
    )


def _out_of_order(order: list[int], expected: list[str]) -> str:
    missing = [expected[at] for at in range(len(expected)) if at not in order]
    return f"Tab leads {order} through {len(expected)} controls; it does not reach {missing}"

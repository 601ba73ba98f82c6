"""Everything is drawn where bpmn-js draws it. Long, as bpmn-js has to be installed for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.fidelity.ink import DARKNESSES
from bench.fidelity.oracle import HERE, oracle
from bench.packages import install
from tests.pathways.drawing.gallery import gallery, pools

pytestmark = pytest.mark.long


@pytest.mark.parametrize("drawing", [gallery, pools])
def test_everything_is_drawn_where_bpmn_js_draws_it(
    drawing: Callable[[], bytes], tmp_path: Path, chromium: Browser
) -> None:
    file = tmp_path / "drawing.bpmn"
    file.write_bytes(drawing())
    install(HERE)

    with oracle(chromium) as window:
        found = window.compare(file)

    assert found.problem == ""
    for darkness, ink in zip(DARKNESSES, found.inks, strict=True):
        assert min(ink.recall, ink.precision) > 0.99, darkness


def test_what_bpmn_js_cannot_draw_is_told(tmp_path: Path, chromium: Browser) -> None:
    file = tmp_path / "empty.bpmn"
    file.write_text('<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>')
    install(HERE)

    with oracle(chromium) as window:
        assert window.compare(file).problem == "bpmn-js: no diagram to display"

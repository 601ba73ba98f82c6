"""Drawings and pathways that the command is given."""

import shutil
from pathlib import Path

import pytest

from tests.webapp.cli.command import LIBRARY, SMALL


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "house" / "fingerpost.db"


@pytest.fixture
def pathway(tmp_path: Path) -> Path:
    """Return the folder of a pathway, to be changed."""
    return Path(shutil.copytree(LIBRARY, tmp_path / "quick_one_off"))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a small drawing."""
    file = tmp_path / "small.bpmn"
    file.write_bytes(SMALL)
    return file

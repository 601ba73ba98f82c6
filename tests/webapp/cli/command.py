"""The `fingerpost` command, called in this process."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from tests.pathways.sketches import simple
from webapp.cli import main

LIBRARY = Path(str(files("pathways") / "library" / "quick_one_off"))
SMALL = simple('<userTask id="ask" name="Ask for it"/>')


def fingerpost(*words: object, typed: str | None = None) -> Result:
    """Call the command as a shell would; what it raises by mistake is raised here."""
    done = CliRunner().invoke(main, [str(word) for word in words], input=typed)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def entries(done: Result) -> list[dict[str, Any]]:
    """Return the JSON array that the command wrote."""
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def last_line(done: Result) -> str:
    """Return what the command said at the end."""
    return done.stderr.splitlines()[-1]

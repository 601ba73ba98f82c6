"""Keeps cases as this release writes them, for the tests of every later one.

To be run once for a release, `python -m tests.workflow.upgrades.keep NAME`, and never again: what
was kept is history. Each file holds one story's database after each of its moves.
"""

import shutil
import sqlite3
import sys
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from pathways.scenarios import read_scenario
from tests.architecture.tree import ROOT
from workflow.publishing import pathway_files
from workflow.rehearsal.rehearsal import make
from workflow.rehearsal.stage import Stage, build_stage

KEPT = Path(__file__).parent
STORY = "scenario.toml"
#: What is kept: timers, letters, parallel ways, decisions, loops, a call.
STORIES = {
    ROOT / "pathways" / "library" / "quick_one_off": (
        "a_tablet_to_talk_with",
        "it_did_not_come",
        "no_word_from_the_family",
        "the_school_will_not_buy_so_home_after_all",
    ),
    ROOT / "bench" / "pathway": ("a_year_of_some",),
}


def keep(pathway: Path, story: str, into: Path) -> None:
    """Write one file: the story, and the database before its first move and after each."""
    files = pathway_files(pathway)
    source = files[f"scenarios/{story}.toml"]
    with TemporaryDirectory() as folder:
        (Path(folder) / STORY).write_bytes(source)
        for _ in _stops(Path(folder), dict(files), source, story):
            pass
        with tarfile.open(into / f"{story}.tar.xz", "w:xz", preset=9) as kept:
            for file in sorted(Path(folder).glob("*.[dt][bo]*")):
                kept.add(file, file.name, filter=_nobodys)


def _stops(folder: Path, files: dict[str, bytes], source: bytes, story: str) -> Iterator[Path]:
    scenario = read_scenario(source, file=story)
    house = folder / "house"
    house.mkdir()
    stage = build_stage(house, files, scenario)
    case_id = stage.open()
    yield _copy(stage, folder / "00.db")
    for number, move in enumerate(scenario.moves, start=1):
        make(stage, case_id, move, number)
        yield _copy(stage, folder / f"{number:02}.db")
    stage.workflow.stop()
    shutil.rmtree(house)


def _copy(stage: Stage, to: Path) -> Path:
    """Write the database as one file; what moment it is stands in its own `user_version`."""
    stage.workflow.store.close()
    with closing(sqlite3.connect(to)) as copy, closing(sqlite3.connect(stage.database)) as live:
        live.backup(copy)
        copy.execute(f"pragma user_version = {int(stage.time.now().timestamp())}")
        copy.execute("vacuum")
        copy.commit()
    return to


def _nobodys(info: tarfile.TarInfo) -> tarfile.TarInfo:
    info.uid = info.gid = info.mtime = 0
    info.uname = info.gname = ""
    return info


if __name__ == "__main__":
    folder = KEPT / sys.argv[1]
    folder.mkdir()
    for pathway, stories in STORIES.items():
        for story in stories:
            keep(pathway, story, folder)

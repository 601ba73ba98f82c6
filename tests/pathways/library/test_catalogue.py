import itertools
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.architecture.tree import name_of
from tools.catalogue import files
from workflow.shipped import shipped_pathways

CATALOGUE = dict(files())
(README,) = (text for path, text in CATALOGUE.items() if path.suffix == ".md")


@pytest.mark.parametrize("path", CATALOGUE, ids=name_of)
def test_the_catalogue_says_what_the_pathways_say_now(path: Path) -> None:
    assert path.read_text("utf-8") == CATALOGUE[path], "python -m tools.catalogue writes it anew"


@pytest.mark.parametrize("key", shipped_pathways())
def test_every_shipped_pathway_is_in_the_catalogue_with_its_picture(key: str) -> None:
    assert f"(library/{key})" in README
    assert f"(../docs/images/pathways/{key}.svg)" in README


def test_every_link_in_the_catalogue_leads_to_one_place() -> None:
    anchors = Counter(re.findall(r'<a id="([^"]+)">', README))
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^## (.+)$", README, re.MULTILINE)
    }
    links = set(re.findall(r"\]\(#([^)]+)\)", README))

    assert [anchor for anchor, count in anchors.items() if count > 1] == []
    assert links <= anchors.keys() | headings


def test_headings_leave_no_level_out() -> None:
    levels = [len(marks) for marks in re.findall(r"^(#+) ", README, re.MULTILINE)]

    assert levels[0] == 1
    assert all(below <= level + 1 for level, below in itertools.pairwise(levels))

"""Writes pathways/README.md: every pathway that we ship, with its picture and its words.

`python -m tools.catalogue` writes it anew; a test sees that this has been done.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pathways.drawing import standalone
from pathways.model.pathway import LegalSource, Pathway
from pathways.reading import read_pathway
from pathways.words import markdown, words
from workflow.shipped import shipped_pathways

_ROOT = Path(__file__).resolve().parents[1]
_PAGE = _ROOT / "pathways" / "README.md"
_PICTURES = _ROOT / "docs" / "images" / "pathways"
#: Of the highest heading in the words of a pathway.
_LEVEL = 4
_INTRODUCTION = """\
# The pathways that come with Fingerpost

Each of them is one drawing, with its tables, forms and letters: it is drawn, followed and published
as it stands. Here it is in words, with its picture. `fingerpost words` and `fingerpost draw` do the
same for any other drawing.

Made by `python -m tools.catalogue`.
"""


def files() -> Iterator[tuple[Path, str]]:
    """Yield each file of the catalogue with what is in it."""
    pathways = [read_pathway(files) for files in shipped_pathways().values()]
    parts = [_INTRODUCTION, _table(pathways)]
    for pathway in pathways:
        yield _PICTURES / f"{pathway.key}.svg", f"{standalone(pathway.drawing)}\n"
        parts.append(_told(pathway))
    yield _PAGE, "\n".join(parts)


def main() -> None:
    """Write every file."""
    for path, text in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _table(pathways: list[Pathway]) -> str:
    rows = [
        f"| [{pathway.about.name}](#{_heading(pathway)}) | {pathway.about.who_it_is_for} "
        f"| {pathway.about.owner} | {_day(pathway.about.review_on)} |\n"
        for pathway in pathways
    ]
    head = "| Pathway | Who it is for | Who answers for it | To be looked at again |\n"
    return f"{head}| --- | --- | --- | --- |\n{''.join(rows)}"


def _heading(pathway: Pathway) -> str:
    """Return the address that a heading gets on the pages of the usual forges."""
    return re.sub(r"[^\w -]", "", pathway.about.name.lower()).replace(" ", "-")


def _told(pathway: Pathway) -> str:
    about, key = pathway.about, pathway.key
    lines = [
        f"## {about.name}",
        about.summary,
        f"**Who it is for:** {about.who_it_is_for}",
        (
            f"**Who answers for it:** {about.owner}. It is to be looked at again by "
            f"{_day(about.review_on)}."
        ),
        f"**What is made up:** {about.fictional}" if about.fictional else "",
        f"The files: [pathways/library/{key}](library/{key}).",
        (
            f"![The drawing of “{about.name}” as a picture; the words below say all that it says]"
            f"(../docs/images/pathways/{key}.svg)"
        ),
        f"### “{about.name}” in words",
        _below(markdown(words(pathway))),
        f"### The law behind “{about.name}”",
        "\n".join(map(_source, about.sources)),
    ]
    return "\n\n".join(line for line in lines if line) + "\n"


def _below(text: str) -> str:
    """Return the words without their title, their headings below ours."""
    _, _, rest = text.partition("\n\n")
    highest = min(map(len, re.findall(r"^#+(?= )", rest, re.MULTILINE)), default=0)
    more = "#" * (_LEVEL - highest)
    return re.sub(r"^(#+ )", rf"{more}\1", rest, flags=re.MULTILINE).strip()


def _source(source: LegalSource) -> str:
    return f"- **{source.title}**: {source.says} (Checked on {_day(source.checked_on)}.)"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


if __name__ == "__main__":
    main()

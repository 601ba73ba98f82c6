"""Writes docs/rules: the index of all rules, and the head of each rule's page.

`python -m tools.rules` writes them anew; a test sees that this has been done. What a page says
below its head is written by hand.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from pathways.checks import GROUPS
from pathways.model.rule import Rule

PAGES = Path(__file__).resolve().parents[1] / "docs" / "rules"
INDEX = PAGES / "README.md"

_GROUPS = {
    "reading": "What can be read",
    "running": "What can be run",
    "assumptions": "What is assumed so that it runs",
    "structure": "How a drawing hangs together",
    "naming": "What things are called",
    "completeness": "What people need to know",
    "domain": "What the law and good practice ask",
    "language": "Words that people can read",
    "clarity": "A picture that can be followed",
    "files": "What else is in a pathway’s folder",
    "settings": "What is silenced, and what matters less",
}
_INTRODUCTION = """\
# The rules

What `fingerpost check` finds, group by group. An **error** keeps a pathway from being published, a
**warning** is something that somebody will trip over, **advice** is what could be better.

A pathway says in its `about.toml` how much a rule matters to it, or that it is off:

```toml
[checks]
loop_without_person = "error"
joins_and_splits = "off"
```

A drawing silences a rule at one element, or at its process for the whole drawing, and says why. The
finding stays in the list, with the reason:

```xml
<bpmn:extensionElements>
  <fingerpost:silence rule="joins_and_splits" because="The school drew it so, and reads it well."/>
</bpmn:extensionElements>
```

Rules that say so cannot be silenced and do not matter less: what breaks them cannot be read or
cannot run.

Made by `python -m tools.rules`.
"""


def index() -> str:
    """Return the index of all rules, as Markdown."""
    parts = [_INTRODUCTION]
    for group, rules in GROUPS.items():
        listed = sorted(rules, key=lambda rule: rule.name)
        rows = [
            f"| [`{rule.name}`]({rule.name}.md) | {_weight(rule)} | {rule.title} |\n"
            for rule in listed
        ]
        head = "| Rule | How bad | What it asks |\n| --- | --- | --- |\n"
        parts.append(f"\n## {_GROUPS[group]}\n\n{head}{''.join(rows)}")
    return "".join(parts)


def head(rule: Rule) -> str:
    """Return the first lines of a rule's page: its title, its name, how bad it is."""
    return f"# {rule.title.removesuffix('.')}\n\n`{rule.name}` · {_weight(rule)}\n"


def headed(page: str, rule: Rule) -> str:
    """Return a page with its head as it must be; what comes below stays as it is."""
    lines = page.splitlines(keepends=True)
    below = lines[3:] if _has_head(lines) else ["\n", *lines]
    return head(rule) + "".join(below)


def pages() -> Iterator[tuple[Path, Rule]]:
    """Yield where the page of each rule is."""
    for rules in GROUPS.values():
        for rule in rules:
            yield PAGES / f"{rule.name}.md", rule


def main() -> int:
    """Write the index and the heads; return 1 if a rule has no page."""
    missing = [path for path, _ in pages() if not path.is_file()]
    for path, rule in pages():
        if path.is_file():
            path.write_text(headed(path.read_text("utf-8"), rule), "utf-8")
    INDEX.write_text(index(), "utf-8")
    for path in missing:
        sys.stderr.write(f"There is no page {path.name}. Write it.\n")
    return 1 if missing else 0


def _weight(rule: Rule) -> str:
    return f"{rule.severity.value}, cannot be silenced" if rule.fixed else rule.severity.value


def _has_head(lines: list[str]) -> bool:
    return len(lines) > 2 and lines[0].startswith("# ") and lines[2].startswith("`")  # noqa: PLR2004 - a head has three lines


if __name__ == "__main__":
    sys.exit(main())

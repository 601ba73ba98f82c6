"""What the verbs say: results on standard output, everything else on standard error."""

import re

import click

#: What would move the cursor of a terminal, or turn the direction of its text.
_MOVING = re.compile("[\0-\b\v-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """Return a text that is harmless on a terminal: what it cannot show becomes `�`."""
    return _MOVING.sub("�", text)


def named(path: object) -> str:
    """Return a file's name as it is said, on one line."""
    return plain(click.format_filename(str(path)).replace("\n", "�").replace("\t", "�"))


def out(text: str) -> None:
    """Write to standard output, in UTF-8 and with the same line ends on every system.

    Half a surrogate pair, which JSON and FEEL can name, becomes `?`.
    """
    click.echo(text.encode("utf-8", "replace"), nl=False)

"""`fingerpost words`: drawings in words."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from pathways.words import (
    Catalogue,
    LanguageUnknown,
    Words,
    catalogue,
    html_fragment,
    languages,
    markdown,
    plain_text,
)
from webapp.cli.entries import write_entries
from webapp.cli.files import FILES, Files, Trouble
from webapp.cli.given import read_given
from webapp.cli.output import named, plain

_WRITERS: Mapping[str, Callable[[Words], str]] = {
    "text": lambda words: plain(plain_text(words)),
    "markdown": markdown,
    "html": html_fragment,
}


def _language(_context: click.Context, _option: click.Parameter, name: str) -> Catalogue:
    try:
        return catalogue(name)
    except LanguageUnknown as unknown:
        raise click.BadParameter(str(unknown)) from None


@click.command()
@FILES
@click.option(
    "--format",
    "kind",
    type=click.Choice([*_WRITERS, "json"]),
    default="text",
    show_default=True,
    help="html is a fragment to be put into a page; json is one array for programs.",
)
@click.option(
    "--language",
    "say",
    default="en",
    show_default=True,
    callback=_language,
    help=f"One of: {', '.join(languages())}.",
)
def words(files: tuple[Path, ...], kind: str, say: Catalogue) -> None:
    """Tell drawings in words: BPMN files, or folders of pathways."""
    with Files(files) as told:
        if kind == "json":
            for _ in write_entries(told, say):
                pass
        else:
            _write(told, kind, say, several=len(files) > 1)
    told.close(f"{told.good} told")
    sys.exit(1 if told.bad else 0)


def _write(files: Files, kind: str, say: Catalogue, *, several: bool) -> None:
    def said(path: Path) -> str:
        return _WRITERS[kind](read_given(path).words(say))

    between = ""
    for path, tried in files.each(said):
        if not isinstance(tried, Trouble):
            head = _head(path, kind) if several else ""
            files.out(f"{between}{head}{tried.result.rstrip()}\n")
            between = "\n"


def _head(path: Path, kind: str) -> str:
    """Say which file follows, so that many can stand in one output."""
    name = named(path)
    return f"[{name}]\n\n" if kind == "text" else f"<!-- {name.replace('-->', '→')} -->\n\n"

"""`fingerpost words`."""

from pathlib import Path

import pytest

from pathways.bpmn import read_drawing
from pathways.words import (
    catalogue,
    drawing_words,
    html_fragment,
    languages,
    markdown,
    plain_text,
)
from tests.webapp.cli.command import LIBRARY, SMALL, fingerpost, last_line

WRITERS = {"text": plain_text, "markdown": markdown, "html": html_fragment}


@pytest.mark.parametrize("kind", WRITERS)
def test_a_drawing_is_told_in_the_form_that_is_asked_for(small: Path, kind: str) -> None:
    done = fingerpost("words", small, "--format", kind)

    written = WRITERS[kind](drawing_words(read_drawing(SMALL)))
    assert done.stdout.strip() == written.strip()
    assert last_line(done) == "1 file: 1 told"
    assert done.exit_code == 0


def test_a_drawing_is_told_as_plain_text_where_nothing_is_asked_for(small: Path) -> None:
    assert fingerpost("words", small).stdout == fingerpost("words", small, "--format=text").stdout


def test_the_folder_of_a_pathway_is_told_with_its_periods() -> None:
    done = fingerpost("words", LIBRARY)

    assert done.stdout.startswith("A quick one-off\n")
    assert "working days" in done.stdout


def test_a_folder_that_is_no_whole_pathway_yet_is_told_from_its_drawing(pathway: Path) -> None:
    (pathway / "about.toml").unlink()

    done = fingerpost("words", pathway)

    assert done.exit_code == 0
    assert "A family asks for something" in done.stdout


@pytest.mark.parametrize("language", languages())
def test_words_come_in_every_language_that_there_is(small: Path, language: str) -> None:
    done = fingerpost("words", small, "--language", language)

    said = drawing_words(read_drawing(SMALL), say=catalogue(language))
    assert done.stdout.strip() == plain_text(said).strip()


def test_a_language_that_is_not_there_is_refused_with_those_that_are(small: Path) -> None:
    done = fingerpost("words", small, "--language", "xx")

    assert done.exit_code == 2
    assert "xx" in done.stderr
    for language in languages():
        assert language in done.stderr


def test_several_drawings_say_which_is_which(small: Path, tmp_path: Path) -> None:
    other = tmp_path / "other one.bpmn"
    other.write_bytes(SMALL.replace(b"Ask for it", b"Ask once more"))

    text = fingerpost("words", small, other).stdout
    html = fingerpost("words", small, other, "--format", "html").stdout

    assert text.index(f"[{small}]") < text.index("Ask for it")
    assert text.index(f"[{other}]") < text.index("Ask once more")
    assert f"<!-- {other} -->" in html


def test_line_ends_of_windows_make_no_difference(small: Path, tmp_path: Path) -> None:
    windows = tmp_path / "windows.bpmn"
    windows.write_bytes(SMALL.replace(b"\n", b"\r\n"))

    assert fingerpost("words", windows).stdout == fingerpost("words", small).stdout


def test_what_would_move_a_terminals_cursor_is_not_written(tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.bpmn"
    hostile.write_bytes(SMALL.replace(b"Ask for it", "Ask\x9b2Jit \u202eback".encode()))

    said = fingerpost("words", hostile).stdout

    assert "\x9b" not in said
    assert "\u202e" not in said
    assert "Ask" in said

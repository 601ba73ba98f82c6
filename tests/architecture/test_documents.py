import re
from pathlib import Path

import pytest

from tests.architecture.tree import MADE, ROOT, files, name_of, text_of

DOCUMENTS = [path for path in files(".md") if "library" not in path.parts]
VERBS = re.findall(r"^([a-z-]+):.*## ", text_of("Makefile"), re.MULTILINE)
WORDS = re.findall(r"^\*\*(.+?)\*\*", text_of("docs/glossary.md"), re.MULTILINE)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_of_the_makefile_is_told_in_contributing(verb: str) -> None:
    assert f"`make {verb}`" in text_of("CONTRIBUTING.md")


def test_every_verb_that_a_document_names_exists() -> None:
    named = {
        (name_of(path), verb)
        for path in DOCUMENTS
        for verb in re.findall(r"`make ([a-z-]+)", path.read_text(encoding="utf-8"))
    }

    assert {(name, verb) for name, verb in named if verb not in VERBS} == set()


def test_the_readme_names_the_two_commands_and_ci_calls_one_of_them() -> None:
    readme = text_of("README.md")

    assert "make run" in readme
    assert "make test" in readme
    assert "make test" in text_of(".ci/run")


def test_the_changelog_has_a_place_for_the_next_release() -> None:
    assert "## [Unreleased]" in text_of("CHANGELOG.md")


def test_every_glossary_word_is_defined_once() -> None:
    assert WORDS
    assert sorted({word for word in WORDS if WORDS.count(word) > 1}) == []


@pytest.mark.parametrize("section", text_of("docs/glossary.md").split("\n## ")[1:])
def test_glossary_words_are_in_alphabetical_order(section: str) -> None:
    words = re.findall(r"^\*\*(.+?)\*\*", section, re.MULTILINE)

    assert words == sorted(words, key=str.casefold)


@pytest.mark.parametrize("package", ["pathways", "workflow"])
def test_every_room_is_told_in_the_page_about_the_rooms(package: str) -> None:
    rooms = {path.name for path in (ROOT / package).iterdir() if path.is_dir()} - MADE
    section = text_of("docs/architecture.md").split(f"\n## {package}")[1].split("\n## ")[0]

    assert set(re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE)) == rooms


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_to_another_file_leads_somewhere(document: Path) -> None:
    links = re.findall(r"(?<!!)\[[^]]*\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_licence_is_mit_for_all_contributors() -> None:
    licence = text_of("LICENSE")

    assert licence.startswith("MIT License")
    assert "Fingerpost contributors" in licence
    assert (ROOT / "pyproject.toml").read_text("utf-8").count('license = "MIT"') == 1

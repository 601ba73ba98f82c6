"""Rules that look beyond the drawing: at letters, pages and tables."""

from dataclasses import replace

from pathways.checks import check
from pathways.feel import parse_template
from pathways.model.letter import Letter
from pathways.model.pathway import Pathway
from tests.pathways.reading.folders import ABOUT, folder, letter, read


def _found(pathway: Pathway, rule: str) -> set[tuple[str | None, str]]:
    found = check(pathway)
    return {(one.element, one.file) for one in found if one.rule == rule and not one.silenced}


def _with_letter(text: str) -> Pathway:
    body = parse_template(text)
    said = Letter(step="tell_yes", to="family", subject="Our answer", body=body)
    return replace(read(folder()), letters={"tell_yes": said})


def test_a_letter_to_somebody_else_does_not_tell_the_family_how_it_ended() -> None:
    assert _found(read(folder()), "silent_end") == set()

    other = read(folder(letters__tell_yes__txt=letter(to="case_officer")))

    assert _found(other, "silent_end") == {("ended", "pathway.bpmn")}


def test_jargon_in_a_letter_is_found_in_its_file() -> None:
    found = _found(_with_letter("The provision is {t.route}."), "jargon")

    assert found == {("tell_yes", "letters/tell_yes.txt")}


def test_an_abbreviation_is_explained_in_each_letter_anew() -> None:
    once = _with_letter("Ask SENDIASS.")
    explained = _with_letter("Ask SENDIASS, a free advice service. SENDIASS can help.")

    assert _found(once, "abbreviation") == {("tell_yes", "letters/tell_yes.txt")}
    assert _found(explained, "abbreviation") == set()


def test_a_long_sentence_in_a_letter_is_quoted_by_its_beginning() -> None:
    long = _with_letter(f"{' '.join(['word'] * 26)}.")
    (finding,) = [one for one in check(long) if one.rule == "long_sentence"]

    assert "a sentence of 26 words: “word word" in finding.message


def test_help_for_the_whole_pathway_stands_in_about_toml() -> None:
    without = read(folder())
    helped = read(folder(about__toml=ABOUT.replace("owner =", 'help = "Ask us."\nowner =')))

    assert _found(without, "no_help") == {
        ("ask_for_it", "pathway.bpmn"), ("check_it", "pathway.bpmn"),
    }  # fmt: skip
    assert _found(helped, "no_help") == set()

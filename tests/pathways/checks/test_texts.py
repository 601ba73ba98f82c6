from dataclasses import replace

from pathways.checks.texts import family_texts
from pathways.feel import parse_template
from pathways.model.letter import Letter
from pathways.model.pathway import Pathway
from pathways.model.rule import Subject
from tests.pathways.reading.folders import drawn, folder, letter, read


def _read_by_families(pathway: Pathway) -> dict[str, tuple[str, ...]]:
    subject = Subject(drawing=pathway.drawing, pathway=pathway)
    return {text.called: (*text.paragraphs, *text.labels) for text in family_texts(subject)}


def test_families_read_words_pages_letters_reasons_and_what_the_pathway_says_of_itself() -> None:
    read_by = _read_by_families(read(folder()))

    assert set(read_by) == {
        "the name “Ask for it”", "the name “Who decides?”", "the name “Check it”",
        "the name “Tell the family”", "the name “Ended”", "the question “Does a parent decide?”",
        "“Ask for it”, in its words for families,", "“Who decides?”, in its words for families,",
        "“Check it”, in its words for families,", "“Tell the family”, in its words for families,",
        "“Ended”, in its words for families,", "what about.toml says", "the page “A page”",
        "the letter “Our answer”", "the table “Who decides?”",
    }  # fmt: skip
    assert read_by["the question “Does a parent decide?”"] == ("Does a parent decide?", "Yes", "No")


def test_a_page_is_read_by_families_only_in_their_own_lane() -> None:
    pages = [text for text in _read_by_families(read(folder())) if text.startswith("the page")]

    assert pages == ["the page “A page”"]  # there is one for the case officer too


def test_a_letter_to_somebody_else_is_not_read_by_families() -> None:
    pathway = read(folder(letters__tell_yes__txt=letter(to="case_officer")))

    assert "the letter “Our answer”" not in _read_by_families(pathway)


def test_what_a_place_of_a_letter_can_say_is_read_and_its_names_are_not() -> None:
    body = 'It is {if t.route = "parent" then "your turn to say" else "ours"} today.'
    pathway = read(folder())
    said = Letter(step="tell_yes", to="family", subject="Hello", body=parse_template(body))

    texts = _read_by_families(replace(pathway, letters={"tell_yes": said}))

    assert texts["the letter “Hello”"] == ("It is … today.", "your turn to say", "Hello")


def test_the_source_of_a_reason_is_not_read_as_a_sentence() -> None:
    pathway = read(folder())
    decision = pathway.decisions["t"]
    table = decision.table
    assert table is not None
    rule = replace(table.rules[0], because="You can ask now. (An Act (of 2014), section 49)")
    changed = replace(decision, logic=replace(table, rules=(rule,)))

    texts = _read_by_families(replace(pathway, decisions={"t": changed}))

    assert texts[f"the table “{decision.name}”"][0] == "You can ask now."


def test_words_in_another_language_are_left_to_those_who_speak_it() -> None:
    pathway = read(drawn(('lang="en">You ask.', 'lang="cy">Rydych yn gofyn.')))

    assert "“Ask for it”, in its words for families," not in _read_by_families(pathway)

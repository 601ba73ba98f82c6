from io import BytesIO

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from pathways.words import ENGLISH, LanguageUnknown, catalogue, languages
from pathways.words.messages import all_messages
from pathways.words.patterns import places
from pathways.words.translations import FOLDER
from tools.languages import updated

OTHERS = [language for language in languages() if language != "en"]
MESSAGES = {message.context: message for message in all_messages()}


def read(language: str) -> dict[str, tuple[str, ...]]:
    """Return context -> forms, of messages that are not fuzzy."""
    file = read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()), locale=language)
    return {
        message.context: message.string if isinstance(message.string, tuple) else (message.string,)
        for message in file
        if message.id and not message.fuzzy
    }


def test_there_are_english_and_at_least_one_other_language() -> None:
    assert languages()[0] == "en"
    assert OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_says_everything(language: str) -> None:
    found = read(language)

    assert set(found) == set(MESSAGES)
    assert [context for context, forms in found.items() if not all(forms)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_the_english(language: str) -> None:
    for context, forms in read(language).items():
        message = MESSAGES[context]
        wanted = places(message.plural or message.text)
        several = forms[1:] if message.plural else forms

        assert {places(form) for form in several} == {wanted}, context
        assert places(forms[0]) <= wanted, context


@pytest.mark.parametrize("language", OTHERS)
def test_what_counts_has_a_form_for_every_count(language: str) -> None:
    rule = Locale.parse(language).plural_form
    used = {rule(count) for count in range(1000)}

    for context, forms in read(language).items():
        assert len(forms) == (len(used) if MESSAGES[context].plural else 1), context


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_begins_and_ends_as_the_english_does(language: str) -> None:
    for context, forms in read(language).items():
        english = MESSAGES[context].text

        assert forms[0].endswith(".") == english.endswith("."), context
        assert forms[0].startswith(" ") == english.startswith(" "), context
        assert forms[0][0] not in "-0123456789" or english[0] == "-", context
        assert forms[0].startswith("{") <= english.startswith("{"), context


@pytest.mark.parametrize("language", OTHERS)
def test_the_file_of_a_language_is_up_to_date_with_the_english(language: str) -> None:
    file = (FOLDER / f"{language}.po").read_bytes()

    assert updated(language, file) == file


@pytest.mark.parametrize("language", OTHERS)
def test_the_file_of_a_language_says_who_has_to_read_it(language: str) -> None:
    assert "A native speaker has to read this file" in (FOLDER / f"{language}.po").read_text(
        "utf-8"
    )


def test_a_new_language_begins_empty_and_what_was_translated_from_other_english_is_fuzzy() -> None:
    new = updated("cy", b"")
    translated = new.replace(b'msgid "Set by: {text}"\nmsgstr ""', b'msgid "Old"\nmsgstr "Hen"')

    found = {message.context: message for message in read_po(BytesIO(updated("cy", translated)))}

    assert len(found) == len(MESSAGES) + 1
    assert found["label: the law that sets a time"].fuzzy
    assert found["label: the law that sets a time"].string == "Hen"
    assert found["label: who does it"].string == ""


@pytest.mark.parametrize("asked", ["en", "en-GB", "en_US", "EN", " en "])
def test_english_is_found_whatever_its_region(asked: str) -> None:
    assert catalogue(asked) is ENGLISH


@pytest.mark.parametrize("asked", ["pl", "pl-PL", "PL"])
def test_another_language_is_found_and_read_once(asked: str) -> None:
    assert catalogue(asked) is catalogue("pl")
    assert catalogue(asked).language == "pl"


@pytest.mark.parametrize("asked", ["tlh", "", "../../pl", "x" * 500])
def test_a_language_without_words_says_which_there_are(asked: str) -> None:
    with pytest.raises(LanguageUnknown) as unknown:
        catalogue(asked)

    assert str(unknown.value).endswith("There are: en, pl.")
    assert len(str(unknown.value)) < 150

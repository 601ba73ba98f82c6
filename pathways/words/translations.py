"""Catalogues of other languages, read from their files when they are asked for."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po

from pathways.words.catalogue import ENGLISH, Catalogue, primary

#: `<language>.po` for each language but English.
FOLDER = Path(__file__).parent / "languages"


class LanguageUnknown(LookupError):
    """There are no words in this language; the message says in which there are."""

    def __init__(self, language: str) -> None:
        self.language = language
        there = ", ".join(languages())
        super().__init__(
            f"There are no words in the language “{language[:40]}”. There are: {there}."
        )


def languages() -> tuple[str, ...]:
    """Return the languages that there are words in, as BCP 47; English first."""
    return (primary(ENGLISH.language), *sorted(path.stem for path in FOLDER.glob("*.po")))


def catalogue(language: str) -> Catalogue:
    """Return the wordings of a language.

    Args:
        language: BCP 47; where there is none for a region, the language alone decides.

    Raises:
        LanguageUnknown: If there are no words in it.
    """
    wanted = primary(language.strip().replace("_", "-"))
    if wanted == primary(ENGLISH.language):
        return ENGLISH
    if wanted not in languages():
        raise LanguageUnknown(language)
    return _read(wanted)


@lru_cache
def _read(language: str) -> Catalogue:
    read = read_po(BytesIO((FOLDER / f"{language}.po").read_bytes()), locale=language)
    texts = {
        message.context: message.string
        if isinstance(message.string, tuple)
        else (str(message.string),)
        for message in read
        if message.id and message.context
    }
    return Catalogue(language=language, texts=texts)

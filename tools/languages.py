#!/usr/bin/env python3
"""Brings the files of other languages up to date with the English wording in the code.

`make languages` updates every file; `make languages LANGUAGE=cy` begins a new one. What has no
translation yet stays empty; what was translated from other English is marked as fuzzy: a person
looks at it and takes the mark away.
"""

import sys
from io import BytesIO

from babel.messages import Catalog
from babel.messages import Message as Translated
from babel.messages.pofile import read_po, write_po

from pathways.words.messages import Message, all_messages
from pathways.words.translations import FOLDER

_WIDTH = 100
_COMMENT = "# Wordings of the words, translated from the English in pathways/words/messages."


def updated(language: str, before: bytes) -> bytes:
    """Return the file of a language with every message of the code, in the order of the code.

    Args:
        language: BCP 47, e.g. `"pl"`.
        before: The file as it is; empty for a new one.
    """
    old = read_po(BytesIO(before), locale=language)
    known = {message.context: message for message in old if message.id}
    new = Catalog(
        locale=language,
        header_comment=old.header_comment if before else _COMMENT,
        project="Fingerpost",
        version="1",
        copyright_holder="Fingerpost contributors",
        charset="utf-8",
        fuzzy=False,
    )
    for message in all_messages():
        _add(new, message, known.get(message.context))
    return _written(new)


def _add(new: Catalog, message: Message, known: Translated | None) -> None:
    wanted = (message.text, message.plural) if message.plural else message.text
    texts = _texts(known)
    changed = known is not None and (known.id != wanted or known.fuzzy) and any(texts)
    added = new.add(
        wanted,
        (*texts, *[""] * new.num_plurals)[: new.num_plurals] if message.plural else texts[0],
        context=message.context,
        flags={"fuzzy"} if changed else (),
        user_comments=() if known is None else known.user_comments,
    )
    added.flags.discard("python-brace-format")  # a translation may have `{to_of}` for `{to}`


def _texts(known: Translated | None) -> tuple[str, ...]:
    string = None if known is None else known.string
    return tuple(string) if isinstance(string, tuple | list) else (string or "",)


def _written(catalog: Catalog) -> bytes:
    """Return the file; without dates and names of tools, so that it is the same every time."""
    out = BytesIO()
    write_po(out, catalog, width=_WIDTH, omit_header=True)
    head = [*catalog.header_comment.splitlines(), 'msgid ""', 'msgstr ""']
    head += [
        f'"{name}: {value}\\n"'
        for name, value in (
            ("Language", catalog.locale_identifier),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", catalog.plural_forms),
        )
    ]
    return "\n".join([*head, "", ""]).encode() + out.getvalue().strip() + b"\n"


def main(languages: list[str]) -> None:
    """Update the files of these languages, or of all that there are."""
    for path in [FOLDER / f"{name}.po" for name in languages] or sorted(FOLDER.glob("*.po")):
        before = path.read_bytes() if path.is_file() else b""
        after = updated(path.stem, before)
        if after != before:
            path.write_bytes(after)
        read = [message for message in read_po(BytesIO(after)) if message.id]
        left = sum(message.fuzzy or not all(_texts(message)) for message in read)
        sys.stdout.write(f"{path.name}: {len(read)} messages, {left} left to translate\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Every file gives words, in every language and form, in which nothing is missing or doubled."""

import json
import re
from collections import Counter
from collections.abc import Iterator

from lxml import html

from bench.corpus import rebuild, recount
from bench.corpus.subject import Subject
from pathways.words import (
    Catalogue,
    Words,
    as_json,
    catalogue,
    drawing_words,
    html_fragment,
    languages,
    markdown,
    plain_text,
)

_ANCHORS = re.compile(r'<a id="([^"]*)"></a>')
_REFERENCES = re.compile(r"\]\(#([^)]*)\)")


def said(subject: Subject) -> Iterator[str]:
    """Yield what is wrong with the words of a file."""
    for language in languages():
        say = catalogue(language)
        for problem in _in_language(subject, _words(subject, say, language)):
            yield f"In {language}: {problem}"


def _words(subject: Subject, say: Catalogue, language: str) -> Words:
    if language.partition("-")[0] == "en":
        return subject.words
    return drawing_words(subject.drawing, say=say)


def _in_language(subject: Subject, words: Words) -> Iterator[str]:
    values = json.loads(json.dumps(as_json(words)))
    yield from recount.problems(subject.xml, values["processes"])
    yield from rebuild.problems(subject.xml, plain_text(words))
    yield from _wrong_links(html_fragment(words), set(words.anchors.values()))
    yield from _wrong_references(markdown(words), set(words.anchors.values()))


def _wrong_references(text: str, anchors: set[str]) -> Iterator[str]:
    there = Counter(_ANCHORS.findall(text))
    if max(there.values(), default=0) > 1:
        yield "The Markdown has an anchor twice."
    if not anchors <= there.keys():
        yield "The Markdown does not have every anchor."
    for name in set(_REFERENCES.findall(text)) - there.keys():
        yield f"A link of the Markdown leads to {name!r}, which is not there."


def _wrong_links(fragment: str, anchors: set[str]) -> Iterator[str]:
    root = html.fragment_fromstring(fragment, create_parent="div")
    ids = [str(name) for name in root.xpath("//@id")]
    if len(ids) != len(set(ids)):
        yield "The HTML has an id twice."
    if not anchors <= set(ids):
        yield "The HTML does not have every anchor."
    for href in root.xpath("//a/@href"):
        if str(href).removeprefix("#") not in ids:
            yield f"A link of the HTML leads to {href!r}, which is not there."

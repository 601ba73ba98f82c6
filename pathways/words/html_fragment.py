"""Words as an HTML fragment, to be put into any page: no script, no style, nothing fetched."""

import html
from collections.abc import Iterable, Iterator, Sequence

from pathways.model.wording import Audience
from pathways.words.catalogue import Catalogue
from pathways.words.labelled import labelled, part_heading
from pathways.words.messages import headings
from pathways.words.translations import catalogue
from pathways.words.values import Part, Sentence, Told, ToldProcess, Words

#: Steps inside of steps are lists inside of lists; browsers and people give up far below this.
_DEEPEST = 12
_LOWEST_HEADING = 6


def html_fragment(words: Words, *, heading: int = 2, audience: Audience = Audience.FAMILY) -> str:
    """Return the words as HTML, ending with a line feed.

    Every process is an ordered list whose numbers run through the whole; each step has its anchor
    as `id`; steps inside of a step are in a `details`, closed where the drawing hides them. Classes
    begin with `fp-`; `words.css` beside this module is a stylesheet for them.

    Args:
        words: The words.
        heading: Level of the headings in the page: 2 below its `h1`. Steps are one level lower
            where there are several processes.
        audience: Whose own words are in it: families', in easy read, or staff's.
    """
    writer = _Writer(words, heading, audience)
    return "\n".join(line for line in writer.lines() if line) + "\n"


class _Writer:
    def __init__(self, words: Words, heading: int, audience: Audience) -> None:
        self._words = words
        self._audience = audience
        self._say: Catalogue = catalogue(words.language)
        several = len(words.processes) > 1
        self._part_level = min(heading, _LOWEST_HEADING)
        self._step_level = min(heading + several, _LOWEST_HEADING)

    def lines(self) -> Iterator[str]:
        yield f'<div class="fp-words" lang="{_attribute(self._words.language)}">'
        yield f'<p class="fp-summary">{_text(self._words.summary)}</p>'
        for place, part in enumerate(self._words.processes):
            yield from self._part(part, part_heading(self._words, place))
        yield "</div>"

    def _part(self, part: ToldProcess, heading: Sentence) -> Iterator[str]:
        yield f'<section class="fp-part" id="{part.anchor}">'
        if heading:
            level = self._part_level
            yield f'<h{level} class="fp-part-name">{_sentence(heading)}</h{level}>'
        yield _list("fp-notes", part.notes)
        yield from self._steps(part)
        yield "</section>"

    def _steps(self, part: ToldProcess) -> Iterator[str]:
        """Steps inside of a step are a list of their own in that step."""
        open_lists = 0
        for place, step in enumerate(part.steps):
            depth = min(step.depth, _DEEPEST) + 1
            if depth > open_lists:
                yield self._opened(part.steps, place) if open_lists else '<ol class="fp-steps">'
                open_lists += 1
            else:
                yield "</li>" + "</ol></details></li>" * (open_lists - depth)
                open_lists = depth
            yield from self._step(step, part)
        yield "</li></ol></details>" * (open_lists - 1) + ("</li></ol>" if open_lists else "")

    def _opened(self, steps: Sequence[Told], first: int) -> str:
        """Open the list of the steps inside of the step before."""
        outer = steps[first - 1]
        inside = list(_inside(steps, first))
        numbers = {"first": str(inside[0].number), "last": str(inside[-1].number)}
        message = headings.FOLDED if len(inside) > 1 else headings.FOLDED_ONE
        summary = _text(self._say.phrase(message, **numbers))
        folded = "" if outer.folded else " open"
        return (
            f'<details class="fp-inside"{folded}><summary>{summary}</summary><ol class="fp-steps">'
        )

    def _step(self, step: Told, part: ToldProcess) -> Iterator[str]:
        level = self._step_level
        name = _part_of(Part(step.name, language=step.languages.get("name", "")))
        yield f'<li class="fp-step" id="{step.anchor}" value="{step.number}">'
        yield f'<h{level} class="fp-name">{name}</h{level}>'
        yield f'<p class="fp-what">{_text(step.what)}.</p>'
        for what, line in labelled(self._words, part, step, audience=self._audience):
            yield f'<p class="fp-{what.replace("_", "-")}">{_sentence(line)}</p>'
        yield _list("fp-notes", step.notes)
        yield _list("fp-ways", [way.sentence for way in step.next])


def _inside(steps: Sequence[Told], first: int) -> Iterator[Told]:
    """The steps from the first one on that are as deep as it is, or deeper."""
    for place in range(first, len(steps)):
        if steps[place].depth < steps[first].depth:
            return
        yield steps[place]


def _list(name: str, sentences: Iterable[Sentence]) -> str:
    items = [f"<li>{_sentence(sentence)}</li>" for sentence in sentences]
    return f'<ul class="{name}">{"".join(items)}</ul>' if items else ""


def _sentence(sentence: Sentence) -> str:
    return "".join(_part_of(part) for part in sentence)


def _part_of(part: Part) -> str:
    language = f' lang="{_attribute(part.language)}"' if part.language else ""
    if part.anchor is not None:
        return f'<a href="#{part.anchor}"{language}>{_text(part.text)}</a>'
    return f"<span{language}>{_text(part.text)}</span>" if language else _text(part.text)


def _text(text: str) -> str:
    return html.escape(text, quote=False)


def _attribute(text: str) -> str:
    return html.escape(text)

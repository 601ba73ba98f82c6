"""What families read of a pathway, text by text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pathways.checks.people import Families, family_lanes
from pathways.feel import Expression
from pathways.model.decision import Decision
from pathways.model.decision_table import Otherwise, Rule
from pathways.model.drawing import Drawing
from pathways.model.form import Form
from pathways.model.letter import Letter
from pathways.model.pathway import About, Pathway
from pathways.model.rule import Subject
from pathways.model.spoken import called, sentence, shortened
from pathways.model.wording import Audience

#: The language that the checks of words know.
_LANGUAGE = "en"
_READ_BY_FAMILIES = frozenset({Audience.FAMILY, Audience.EASY_READ})
#: Texts inside of an expression that families read: “it helped a lot”. Shorter ones are values.
_SAID = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FEWEST_WORDS = 3
#: Where a place of a letter is filled in, anything may stand.
_FILLED = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One thing that a family reads from its beginning to its end."""

    #: What people call it: `the letter “Our answer”`.
    called: str
    #: Whole sentences, in paragraphs.
    paragraphs: tuple[str, ...]
    #: What is too short for a sentence: names, answers to choose from.
    labels: tuple[str, ...] = ()
    element: str | None = None
    file: str = "pathway.bpmn"
    line: int | None = None

    def whole(self) -> str:
        """Return everything of it, one piece a line."""
        return "\n".join((*self.paragraphs, *self.labels))

    def called_first(self) -> str:
        """Return what people call it, with a capital letter."""
        return sentence(self.called)


def family_texts(subject: Subject) -> Iterator[Text]:
    """Yield everything in English that families read: words, pages, letters, reasons of tables."""
    yield from _names(subject.drawing)
    yield from _wordings(subject.drawing)
    if subject.pathway is not None:
        yield _about(subject.pathway.about)
        yield from _forms(subject.pathway)
        yield from _letters(subject.pathway)
        for decision in subject.pathway.decisions.values():
            yield _decision(decision)


def _names(drawing: Drawing) -> Iterator[Text]:
    """The names of what has words for families: both stand on the same page."""
    for element in drawing.wordings:
        node = drawing.nodes.get(element)
        if node is not None and node.name:
            what = f"the name {called(node)}"
            yield Text(
                called=what, paragraphs=(), labels=(node.name,), element=element, line=node.line
            )
    for choice in drawing.choices() if drawing.wordings else ():
        ways = tuple(flow.name for flow in drawing.outgoing(choice.id))
        if choice.name:
            yield Text(
                called=f"the question {called(choice)}",
                paragraphs=(),
                labels=(choice.name, *ways),
                element=choice.id,
                line=choice.line,
            )


def _wordings(drawing: Drawing) -> Iterator[Text]:
    families = Families(drawing)
    for element, wordings in drawing.wordings.items():
        node = drawing.nodes.get(element)
        what = called(node) if node else f"“{shortened(element)}”"
        helped = node is not None and families.does(node)
        for each in wordings:
            read = each.audience in _READ_BY_FAMILIES or (helped and each.audience is Audience.HELP)
            if read and each.text and each.language.partition("-")[0].lower() == _LANGUAGE:
                yield Text(
                    called=f"{what}, in its words for {_FOR[each.audience]},",
                    paragraphs=(each.text,),
                    element=element,
                    line=node.line if node else None,
                )


_FOR = {
    Audience.FAMILY: "families",
    Audience.EASY_READ: "easy read",
    Audience.HELP: "help",
}


def _about(about: About) -> Text:
    return Text(
        called="what about.toml says",
        paragraphs=tuple(filter(None, (about.summary, about.who_it_is_for, about.help))),
        labels=(about.name,),
        file="about.toml",
    )


def _forms(pathway: Pathway) -> Iterator[Text]:
    families = Families(pathway.drawing)
    for form in pathway.forms.values():
        node = pathway.drawing.nodes.get(form.step)
        if node is not None and families.does(node):
            yield _form(form)


def _form(form: Form) -> Text:
    asked = [each for question in form.questions for each in (question.label, question.hint)]
    options = [option for question in form.questions for option in question.options]
    hints = [option.hint for option in options]
    labels = [form.title, *(option.label for option in options), *(one.label for one in form.shows)]
    return Text(
        called=f"the page “{shortened(form.title)}”",
        paragraphs=tuple(filter(None, (form.introduction, *asked, *hints))),
        labels=tuple(labels),
        element=form.step,
        file=f"forms/{form.step}.json",
    )


def _letters(pathway: Pathway) -> Iterator[Text]:
    lanes = family_lanes(pathway.drawing)
    for letter in pathway.letters.values():
        if letter.to in lanes:
            yield _letter(letter)


def _letter(letter: Letter) -> Text:
    parts = letter.body.parts
    plain = "".join(part if isinstance(part, str) else _FILLED for part in parts)
    said = [each for part in parts if isinstance(part, Expression) for each in _texts_in(part)]
    return Text(
        called=f"the letter “{shortened(letter.subject)}”",
        paragraphs=(*plain.split("\n"), *said),
        labels=(letter.subject,),
        element=letter.step,
        file=f"letters/{letter.step}.txt",
    )


def _texts_in(expression: Expression) -> Iterator[str]:
    for found in _SAID.finditer(expression.text):
        if len(found[1].split()) >= _FEWEST_WORDS:
            yield found[1]


def _decision(decision: Decision) -> Text:
    tables = list(decision.tables())
    rows: list[Rule | Otherwise] = [rule for table in tables for rule in table.rules]
    rows += [table.otherwise for table in tables if table.otherwise is not None]
    said = [*(row.because for row in rows), decision.because]
    because = [_without_source(each) for each in said if each]
    answers = [
        each
        for row in rows
        for one in row.conclusions
        if one is not None
        for each in _texts_in(one)
    ]
    return Text(
        called=f"the table “{shortened(decision.name)}”",
        paragraphs=(*because, *answers),
        labels=(decision.name,),
        element=decision.id,
        file=f"decisions/{decision.id}.dmn",
    )


def _without_source(because: str) -> str:
    """Return a reason without its legal source, which stands in brackets at its end."""
    said = because.rstrip()
    if not said.endswith(")"):
        return said
    depth = 0
    for place in range(len(said) - 1, -1, -1):
        depth += (said[place] == ")") - (said[place] == "(")
        if depth == 0:
            return said[:place].rstrip()
    return said

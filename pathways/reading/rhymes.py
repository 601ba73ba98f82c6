"""The rhyme rule: a step, its form, its letter and its table have one name.

Checked both ways: nothing a step needs is missing, and no file belongs to nothing.
"""

from collections.abc import Collection, Iterator, Mapping

from pathways.executable.tables import table_of
from pathways.feel import NotFeel, parse
from pathways.model.action import Action, action_of, sends_letter
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding
from pathways.model.news import tells_cases, waits_for_news
from pathways.model.node import Step, StepKind
from pathways.model.spoken import did_you_mean, sentence
from pathways.reading.folder import DRAWING, Folder
from pathways.reading.spoken import said


def check_rhymes(drawing: Drawing, folder: Folder) -> Iterator[Finding]:
    """Yield a finding for each step without its file, and for each file without its step."""
    steps = tuple(drawing.steps())
    yield from _missing_files(steps, folder)
    nodes = drawing.nodes.values()
    people = {step.id for step in steps if step.for_a_person}
    people |= {node.id for node in nodes if waits_for_news(node)}
    sends = {node.id for node in nodes if sends_letter(node)}
    tables = {table_of(step) for step in steps if step.kind is StepKind.DECISION}
    yield from _unused(
        "forms/{}.json", folder.forms, people, "step for a person or wait for a message"
    )
    yield from _unused("letters/{}.txt", folder.letters, sends, "step that sends")
    yield from _unused("decisions/{}.dmn", folder.decisions, tables, "business rule task")
    for step in steps:
        named = step.id in folder.forms or step.kind is StepKind.DECISION
        named = named or action_of(step) is Action.SET_VALUES
        if named and not folder.only_drawn and not _can_be_named(step.id):
            yield _about(
                step,
                "bad_step_id",
                "has an id that no condition can name. Use letters, digits and _, "
                "start with a letter, and do not use a word of the expression language.",
            )


def _missing_files(steps: tuple[Step, ...], folder: Folder) -> Iterator[Finding]:
    """A step without a form asks whether it is done; where all is only drawn, so do the others."""
    for step in steps if not folder.only_drawn else ():
        if sends_letter(step) and not tells_cases(step) and step.id not in folder.letters:
            yield _missing(step, f"letters/{step.id}.txt", "letter", folder.letters)
        elif step.kind is StepKind.DECISION and table_of(step) not in folder.decisions:
            table = table_of(step)
            yield _missing(step, f"decisions/{table}.dmn", "decision table", folder.decisions)


def _missing(step: Step, path: str, what: str, there: Mapping[str, bytes]) -> Finding:
    stem = path.rpartition("/")[2].rpartition(".")[0]
    near = did_you_mean(stem, there)
    message = f"has no {what}. Write the file {path}, or give a file there the step's name.{near}"
    return _about(step, f"step_without_{what.rpartition(' ')[2]}", message)


def _unused(
    path: str, there: Mapping[str, bytes], wanted: Collection[str], what: str
) -> Iterator[Finding]:
    for stem in there:
        if stem not in wanted:
            file = path.format(stem)
            yield Finding(
                rule="file_without_step",
                message=(
                    f"{file} belongs to no {what} of the drawing: none has the id “{stem}”."
                    f"{did_you_mean(stem, wanted)} Give the file and the step one name, "
                    "or take the file away."
                ),
                file=file,
            )


def _about(step: Step, rule: str, message: str) -> Finding:
    return Finding(
        rule=rule,
        message=f"{sentence(said(step))} {message}",
        file=DRAWING,
        element=step.id,
        line=step.line,
    )


def _can_be_named(step_id: str) -> bool:
    try:
        return parse(f"{step_id}.x").names == {(step_id, "x")}
    except NotFeel:
        return False

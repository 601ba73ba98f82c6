"""What a correction leaves for good: an event, a sealed row, and a letter to the family."""

from dataclasses import dataclass

from workflow import notices
from workflow.engine.keeping import keep_letter
from workflow.engine.move import Move
from workflow.model.actor import FAMILY
from workflow.model.correction import Asked, Correction, CorrectionKind
from workflow.store import corrections, parties


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is kept of a correction, beside what the officer said."""

    kind: CorrectionKind
    step: str | None = None
    #: What it is about in the letter, e.g. a step's name; may be empty.
    about: str = ""


def keep(move: Move, asked: Asked, told: Told, **details: object) -> int:
    """Write a correction and, where the family is told, a letter; return its sequence number.

    Args:
        move: The move.
        asked: The form.
        told: What is kept of it.
        details: What else the event says: JSON values by name, nothing personal.
    """
    said = asked.said
    sealed = corrections.seal(move.case_id, said)
    sequence = move.tell(told.kind.value, told.step, by=move.actor, sealed=sealed, **details)
    made = Correction(
        sequence=sequence,
        kind=told.kind,
        step=told.step,
        said=said,
        by=move.actor.name,
        at=move.now,
        letter_id=_write_letter(move, asked, told),
    )
    corrections.insert(move.tx, move.case_id, made, key=asked.key, by=move.actor, sealed=sealed)
    return sequence


def _write_letter(move: Move, asked: Asked, told: Told) -> str | None:
    to = parties.of_role(move.tx, move.case_id, FAMILY)
    if not asked.said.told or not to:
        return None
    letter = notices.write_correction(
        told.kind,
        asked.said,
        about=told.about,
        child=move.before.case.child.preferred_name,
        step=told.step or "",
        to=to,
        now=move.now,
    )
    keep_letter(move, letter)
    return letter.id

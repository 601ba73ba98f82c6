"""What was put right in a case, as staff and as its family read it."""

from dataclasses import dataclass
from datetime import date

from webapp.presenters import times
from webapp.presenters.answers import step_name
from workflow.model.case import CaseFile, CaseStatus
from workflow.model.correction import Correction, CorrectionKind, Pause

#: For staff; “{step}” is the name of a step.
_TITLES = {
    CorrectionKind.SUSPENDED: "The case was paused",
    CorrectionKind.RESUMED: "The case went on after a pause",
    CorrectionKind.WENT_BACK: "Went back to “{step}”",
    CorrectionKind.SKIPPED: "“{step}” was left out",
    CorrectionKind.CHANGED: "Answers of “{step}” were changed",
    CorrectionKind.DELEGATED: "“{step}” was given to somebody else",
    CorrectionKind.HANDED_OVER: "Somebody else takes part now",
    CorrectionKind.TERMINATED: "The case was stopped",
}
_FAMILY_TITLES = {
    CorrectionKind.SUSPENDED: "We paused your case",
    CorrectionKind.RESUMED: "Your case goes on",
    CorrectionKind.WENT_BACK: "We went back to “{step}”",
    CorrectionKind.SKIPPED: "We left out “{step}”",
    CorrectionKind.CHANGED: "We changed an answer in “{step}”",
    CorrectionKind.HANDED_OVER: "Somebody else looks after your case now",
    CorrectionKind.TERMINATED: "We stopped your case",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """One thing that was put right."""

    title: str
    #: Who did it, and when.
    by: str
    #: (label, text).
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseNotice:
    """That a case is paused."""

    words: str
    #: What the family was told.
    told: str
    #: Whether somebody should have looked at it again.
    late: bool


def correction_lines(file: CaseFile) -> tuple[CorrectionLine, ...]:
    """Return what was put right for those who work on the case, newest first."""
    return tuple(
        CorrectionLine(
            title=_named(_TITLES[one.kind], file, one),
            by=f"{one.by}, {times.moment(one.at)}",
            said=(
                ("Why", one.said.reason),
                *_more(one),
                *((("What the family read", one.said.told),) if one.said.told else ()),
            ),
        )
        for one in reversed(file.corrections)
    )


def family_corrections(file: CaseFile) -> tuple[CorrectionLine, ...]:
    """Return what was put right for the family, as far as they were told, newest first."""
    return tuple(
        CorrectionLine(
            title=_named(_FAMILY_TITLES[one.kind], file, one),
            by=f"{one.by}, on {times.short_day(times.day_of(one.at))}",
            said=(("Because", one.said.told), *_more(one)),
        )
        for one in reversed(file.corrections)
        if one.said.told and one.kind in _FAMILY_TITLES
    )


def pause_notice(file: CaseFile, *, today: date) -> PauseNotice | None:
    """Return that a case is paused, since when and until when at most; None where it is not."""
    if file.case.status is not CaseStatus.SUSPENDED:
        return None
    pause = next(one for one in reversed(file.corrections) if one.kind is CorrectionKind.SUSPENDED)
    until = pause.said.look_again_on
    again = f" We look at it again by {times.day(until)} at the latest." if until else ""
    return PauseNotice(
        words=f"This case is paused since {times.day(times.day_of(pause.at))}.{again}",
        told=pause.said.told,
        late=until is not None and until < today,
    )


def paused_task(pause: Pause | None) -> str:
    """Return what somebody reads whose task cannot be sent now; empty where it can."""
    if pause is None:
        return ""
    until = pause.look_again_on
    again = f" It is looked at again by {times.day(until)} at the latest." if until else ""
    return (
        f"{pause.by} has paused this case on {times.day(times.day_of(pause.since))}.{again} You "
        "can fill this in and save it now, and send it when the case goes on."
    )


def _named(words: str, file: CaseFile, one: Correction) -> str:
    return words.replace("{step}", step_name(file.running, one.step) if one.step else "")


def _more(one: Correction) -> tuple[tuple[str, str], ...]:
    said = one.said
    found: list[tuple[str, str]] = []
    if said.look_again_on is not None:
        found.append(("Looked at again by", times.short_day(said.look_again_on)))
    if said.instead is not None:
        by = said.instead.by
        found.append(("What is done instead", said.instead.what))
        found.append(("Who does it", said.instead.who))
        found += [("By when", times.short_day(by))] if by else []
    return tuple(found)

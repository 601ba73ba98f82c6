"""The page of every form on which something is put right: what happens, what is asked."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from pathways.model.form import Form
from webapp import addresses
from webapp.fields import Entries, anchor, fields
from webapp.presenters.page import Link, Page
from workflow.model.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """Something that happens, with what it happens to."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionPage(Page):
    """One form."""

    #: What will happen, before anything does.
    consequences: tuple[Consequence, ...]
    #: What must not be overlooked; empty where there is nothing.
    warning: str
    fields: tuple[Markup, ...]
    action: str
    #: The words of the button.
    button: str
    #: Makes it count once, however often the button is pressed.
    key: str
    #: The save of the case that this page tells of.
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A form as it is shown: what stands in it, and what has to be put right."""

    form: Form
    entries: Entries
    problems: Mapping[str, str]
    key: str


def caption(case: Case) -> str:
    """Return what stands above the heading: whose case it is."""
    return f"{case.child.preferred_name}, {case.reference}"


def correction_page(
    case: Case,
    shown: Shown,
    *,
    verb: str,
    button: str,
    consequences: tuple[Consequence, ...],
    warning: str = "",
) -> CorrectionPage:
    """Return the page of a form.

    Args:
        case: The case.
        shown: The form.
        verb: The last part of its address.
        button: The words of its button.
        consequences: What will happen.
        warning: What must not be overlooked.
    """
    asked = {question.name: question for question in shown.form.questions}
    return CorrectionPage(
        title=shown.form.title,
        caption=caption(case),
        back=Link(text="Back to the case", href=addresses.case(case.id)),
        problems=tuple(
            Link(text=said, href=f"#{anchor(asked[name])}" if name in asked else "")
            for name, said in shown.problems.items()
        ),
        consequences=tuple(one for one in consequences if one.lines),
        warning=warning,
        fields=fields(shown.form, shown.entries, shown.problems),
        action=addresses.correction(case.id, verb),
        button=button,
        key=shown.key,
        revision=case.revision,
    )

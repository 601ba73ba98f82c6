"""The page about FEEL: it names every function, every type and every bound as they are."""

from pathways.feel import budget
from pathways.feel.functions import FUNCTIONS
from pathways.feel.types import TYPES
from tests.architecture.tree import ROOT

PAGE = (ROOT / "docs" / "reference" / "feel.md").read_text("utf-8")


def test_the_page_shows_every_form_of_every_function() -> None:
    forms = [(name, form) for name, function in FUNCTIONS.items() for form in function.forms]
    said = {
        f"{name}({', '.join([*form.needed, *(f'[{one}]' for one in form.optional)])}"
        for name, form in forms
    }

    assert [one for one in sorted(said) if one not in PAGE] == []


def test_the_page_names_every_type_and_bound() -> None:
    bounds = (budget.SOURCE, budget.CELL, budget.DEPTH, budget.STEPS, budget.TEXT, budget.CALLS)

    assert [name for name, _ in TYPES if name not in PAGE and name not in {"Any", "Null"}] == []
    assert [bound for bound in bounds if f"{bound:,}" not in PAGE] == []

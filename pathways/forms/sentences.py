"""What a person reads about an answer that is missing or cannot be taken.

The wording follows the GOV.UK Design System's error messages: say what to do, name the question.
"""

from decimal import Decimal

from pathways.model.form import Option, Question, Widget


def missing(question: Question) -> str:
    """Say that a question has to be answered, and how."""
    return {
        Widget.RADIOS: f"Select an answer to “{question.label}”.",
        Widget.CHECKBOXES: f"Select at least one answer to “{question.label}”.",
        Widget.YES_NO: f"Select yes or no for “{question.label}”.",
        Widget.DATE: f"Enter a date for “{question.label}”, such as 27 3 2027.",
        Widget.MONEY: f"Enter an amount in pounds for “{question.label}”, such as 12.50.",
        Widget.NUMBER: f"Enter a number for “{question.label}”.",
    }.get(question.widget, f"Enter an answer to “{question.label}”.")


def does_not_fit(question: Question, keyword: str, bound: object) -> str:
    """Say that an answer is right on its own and does not go with the other answers."""
    if keyword in {"const", "contains", "enum", "not", "type"}:
        return (
            f"The answer to “{question.label}” does not fit the other answers. Change one of them."
        )
    return broken_rule(question, keyword, bound)


def unknown(name: str) -> str:
    """Say that the form has no such question."""
    shown = name if len(name) <= _SHOWN else name[:_SHOWN] + "…"
    return f"This form does not ask “{shown}”. Leave it out."


def not_asked(question: Question, other: Question) -> str:
    """Say that a question is answered which these answers do not call for."""
    wanted = question.only_if.answers if question.only_if else ()
    said = " or ".join(f"“{_wording(answer, other.options)}”" for answer in wanted)
    return (
        f"“{question.label}” is asked only if the answer to “{other.label}” is {said}. "
        "Leave it empty, or change that answer."
    )


def not_a_form() -> str:
    """Say that what was sent are no answers at all."""
    return "The answers did not arrive as a form sends them. Fill in the page once more."


def too_large_altogether(most_bytes: int) -> str:
    """Say that the answers together are more than is kept."""
    return (
        f"These answers are too long to keep: more than {most_bytes // 1_000} KB altogether. "
        "Shorten them."
    )


def cannot_be_kept(question: Question) -> str:
    """Say that a text has characters that nothing can show."""
    return (
        f"“{question.label}” contains characters that cannot be kept. "
        "Delete them and type the answer again."
    )


def of_wrong_kind(question: Question) -> str:
    """Say what kind of answer a question takes."""
    label = question.label
    return {
        Widget.RADIOS: f"Select one of the answers to “{label}”.",
        Widget.CHECKBOXES: f"Select only answers that “{label}” offers.",
        Widget.YES_NO: f"Select yes or no for “{label}”.",
        Widget.DATE: f"“{label}” must be a real date, such as 27 3 2027.",
        Widget.MONEY: f"“{label}” must be an amount in pounds and pence, such as 12.50.",
        Widget.NUMBER: (
            f"“{label}” must be a whole number, such as 12."
            if question.schema.get("type") == "integer"
            else f"“{label}” must be a number, such as 12 or 12.5."
        ),
    }.get(question.widget, f"“{label}” must be text.")


def broken_rule(question: Question, keyword: str, bound: object) -> str:
    """Say which rule an answer breaks; `keyword` and `bound` are JSON Schema's."""
    if keyword in _MUST_BE and (keyword, question.widget) != ("multipleOf", Widget.MONEY):
        count = keyword in {"maxLength", "minLength"}
        said = _count(bound, "character") if count else _amount(question, bound)
        return f"“{question.label}” must be {_MUST_BE[keyword].format(said)}."
    if keyword in _SELECT:
        return f"Select {_SELECT[keyword].format(_count(bound, 'answer'))} for “{question.label}”."
    if keyword in _OTHERWISE:
        return _OTHERWISE[keyword].format(f"“{question.label}”", _hint(question))
    return of_wrong_kind(question)


_SHOWN = 60
_MUST_BE = {
    "maxLength": "{} or fewer",
    "minLength": "{} or more",
    "maximum": "{} or less",
    "minimum": "{} or more",
    "exclusiveMaximum": "less than {}",
    "exclusiveMinimum": "more than {}",
    "multipleOf": "a multiple of {}",
}
_SELECT = {
    "maxItems": "{} or fewer",
    "minItems": "{} or more",
    "uniqueItems": "each answer only once",
}
_OTHERWISE = {
    "pattern": "Enter {0} in the way that is asked for{1}.",
    "const": "Answer yes to {0} to go on.",
}


def _count(bound: object, noun: str) -> str:
    number = f"{bound:,}" if isinstance(bound, int | Decimal) else str(bound)
    return f"{number} {noun}" if bound == 1 else f"{number} {noun}s"


def _amount(question: Question, bound: object) -> str:
    if not isinstance(bound, int | Decimal):
        return str(bound)
    if question.widget is not Widget.MONEY:
        return f"{bound:,}"
    return f"£{bound:,.2f}" if bound != int(bound) else f"£{int(bound):,}"


def _hint(question: Question) -> str:
    return f": {question.hint.rstrip('.')}" if question.hint else ""


def _wording(answer: object, options: tuple[Option, ...]) -> str:
    if isinstance(answer, bool):
        return "Yes" if answer else "No"
    return next((option.label for option in options if option.value == answer), str(answer))

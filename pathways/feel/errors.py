"""What can go wrong with FEEL.

NotFeel    this text is not an expression that we read; found when it is parsed
Refused    this evaluation cost too much; found when it is run
"""


class NotFeel(Exception):
    """This text is not FEEL as it is read here; `problem` says why, and what to do.

    Attributes:
        problem: Whole sentences for the person who wrote the text.
        text: All that was to be read.
        line: Where in it the problem is, counted from 1.
        column: Where in that line, counted from 1.
    """

    def __init__(self, problem: str, *, text: str, line: int, column: int) -> None:
        self.problem = problem
        self.text = text
        self.line = line
        self.column = column
        super().__init__(f"Line {line}, column {column}: {problem}")


class Refused(Exception):
    """The evaluation was stopped, because it went beyond its budget; the message says which."""


def not_feel_at(problem: str, text: str, start: int) -> NotFeel:
    """Return the error for the character at `start` of `text`, counted from 0."""
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    return NotFeel(problem, text=text, line=line, column=column)

"""How much an expression may cost, so that a careless or hostile one is stopped early."""

from decimal import Decimal

from pathways.feel.errors import Refused

#: Characters in an expression.
SOURCE = 2_000
#: Characters in the cell of a decision table.
CELL = 500
#: Characters in a text with places to fill, such as a letter.
TEMPLATE = 50_000
#: How deep brackets and clauses may stand inside one another, in source and in values.
DEPTH = 60
#: Steps of one evaluation: a turn of a loop, an item of a list, a hundred characters of text.
STEPS = 20_000
#: Characters in one text.
TEXT = 100_000
#: The largest number, either side of zero: all whole numbers of 34 digits are below it.
NUMBER = Decimal("1e34")
#: What it costs to compute a power, a root or a logarithm to 34 digits.
STEPS_OF_A_POWER = 20
#: How deep the bodies of functions that call one another may stand in one another together.
CALLS = 200
#: Characters that cost one step.
CHARACTERS_PER_STEP = 100


class Meter:
    """Counts down what one evaluation may still cost."""

    __slots__ = ("calls", "steps")

    def __init__(self) -> None:
        self.steps = STEPS
        #: How deep the functions under way stand in one another.
        self.calls = 0

    def charge(self, steps: int) -> None:
        """Pay for work before it is done.

        Raises:
            Refused: If the budget does not hold that many steps any more.
        """
        self.steps -= steps
        if self.steps < 0:
            raise Refused(f"This takes more than {STEPS:,} steps; make it shorter.")

    def text(self, characters: int) -> None:
        """Pay for a text that is about to be made.

        Raises:
            Refused: If it would be longer than one text may be, or the budget is used up.
        """
        if characters > TEXT:
            raise Refused(f"A text may have {TEXT:,} characters, not more.")
        self.charge(1 + characters // CHARACTERS_PER_STEP)

"""Where feelin departs from DMN 1.5, or leaves something out; the generator keeps off these.

Each is an example on which the two differ still, and why ours is what the standard says. The
tables of `tests/pathways/feel` ask for our answers.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Departure:
    """An example that feelin answers otherwise."""

    example: str
    #: What ours answers, written as FEEL.
    ours: str
    why: str


DEPARTURES = (
    Departure("1e3", "1000", "Its numbers have no exponent: what follows the e is cut off."),
    Departure('-@"P1D"', "-P1D", "It has no minus sign before durations (10.3.2.11)."),
    Departure('@"P1D" * 2', "P2D", "It does not multiply durations (table 58)."),
    Departure('@"P4D" / @"P1D"', "4", "It does not divide durations (table 58)."),
    Departure('sum([@"P1D", @"PT1H"])', "P1DT1H", "Its sum is of numbers only."),
    Departure('min(["b", "a"])', '"a"', "Its min and max are of numbers only (table 76)."),
    Departure('max([@"2024-02-29", @"2023-12-31"])', "2024-02-29", "The same, of dates."),
    Departure("is defined(1)", "true", "It does not know this function, which we add."),
    Departure('range("[1..5)")', "[1..5)", "It does not know this function (10.3.4.11)."),
    Departure("starts(1, [1..5])", "true", "It does not know this function (table 78)."),
    Departure("started by([1..5], 1)", "true", "The same."),
    Departure("finishes(5, [1..5])", "true", "The same."),
    Departure("finished by([1..5], 5)", "true", "The same."),
    Departure("during(3, [1..5])", "true", "The same."),
    Departure("coincides(3, 3)", "true", "The same."),
    Departure("overlaps before([1..5], [3..8])", "true", "The same."),
    Departure("overlaps after([3..8], [1..5])", "true", "The same."),
    Departure("after(3, (>= 2))", "false", "It takes the open end of a range for a small value."),
    Departure("before(null, 1)", "null", "It compares null; a point is never null (table 78)."),
    Departure("5 in [1..null]", "null", "An end that is null cannot be compared (table 55)."),
    Departure("600 between 600 and 10", "false", "It turns the two ends round (table 53)."),
    Departure("[1..5] instance of range<number>", "true", "It does not read the types of ranges."),
    Departure("[5] = [1, 2]", "false", "Lists of two lengths are not equal (table 53)."),
    Departure('is(1, "a")', "false", "Two types are never the same (10.3.4.10)."),
    Departure("median([10, 9, 100])", "10", "It puts numbers in the order of their texts."),
    Departure("mode([1, 0.5])", "[0.5, 1]", "The numbers of a mode are in order (table 76)."),
    Departure("modulo(2, 0.2)", "0.0", "It computes in binary; 2 is ten times 0.2."),
    Departure(
        '@"2023-12-31T23:59:59+02:00" - @"2024-02-29T12:00:00Z"',
        "-P59DT14H1S",
        "It subtracts what the clocks show, not the moments (10.3.2.3.5).",
    ),
    Departure(
        '@"2027-03-01T09:30:00@Europe/London" + @"P60D"',
        "2027-04-30T10:30:00@Europe/London",
        "It moves the clock; sixty days of 24 hours end an hour later by the clock of summer.",
    ),
    Departure(
        '@"2024-01-02" - @"PT1H"', "2024-01-01", "A date less a duration is a date (table 58)."
    ),
    Departure(
        'years and months duration(@"2011-12-22", @"2024-02-29")',
        "P12Y2M",
        "Days are left over; the result has whole months only (10.3.4.1).",
    ),
    Departure('if "a" then 1 else 2', "2", "Only true is true (table 51)."),
    Departure('[null][item != "a"]', "[null]", "Null is unequal to all but null (table 53)."),
    Departure("some x in [1] satisfies x > null", "null", "It is a chain of or (table 51)."),
    Departure(
        'for d in @"2024-02-28"..@"2024-02-29" return d',
        "[2024-02-28, 2024-02-29]",
        "It does not go through days (10.3.2.14).",
    ),
    Departure("[{ok: true}, {ok: false}][ok].ok", "[true]", "A condition may be an entry alone."),
    Departure(
        "remove([1, 2, 3], -2)", "[1, 3]", "It removes another item when counting from the end."
    ),
)

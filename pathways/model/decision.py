"""Decision tables, in DMN's own words: inputs, outputs, rules, hit policy."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pathways.feel import Expression, UnaryTests, Value


class HitPolicy(Enum):
    """What a table does when several rules match; the value is DMN's name."""

    UNIQUE = "UNIQUE"
    FIRST = "FIRST"
    ANY = "ANY"
    COLLECT = "COLLECT"


class Aggregator(Enum):
    """How COLLECT makes one value of many; the value is DMN's name."""

    SUM = "SUM"
    MIN = "MIN"
    MAX = "MAX"
    COUNT = "COUNT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A column that is looked at."""

    label: str
    expression: Expression
    #: The values it can have, where the table says so.
    allowed: UnaryTests | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A column that is answered."""

    name: str
    label: str
    allowed: UnaryTests | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row: when it matches, what it answers, and because of what."""

    id: str
    #: Counted from 1, as people count rows.
    number: int
    #: One per input.
    conditions: tuple[UnaryTests, ...]
    #: One per output.
    conclusions: tuple[Expression, ...]
    #: The rule's plain-English reason; may hold `{expression}`.
    because: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision table."""

    id: str
    #: A question, e.g. `"Can I ask now?"`.
    name: str
    hit_policy: HitPolicy
    aggregator: Aggregator | None
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a table answered, and why: kept with the case, shown to the family."""

    decision: str
    #: Output name -> value. With COLLECT each value is a list, or the aggregate.
    outputs: Mapping[str, Value]
    #: Input label -> value looked at.
    inputs: Mapping[str, Value]
    #: Ids of the rules that fired, in the order of the table.
    rules: tuple[str, ...]
    #: Their reasons, filled in.
    because: tuple[str, ...]

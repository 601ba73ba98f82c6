"""Decision tables, in DMN's own words: inputs, outputs, rules, hit policy."""

from dataclasses import dataclass
from enum import Enum

from pathways.feel import Expression, UnaryTests, Value
from pathways.model.item_type import ItemType


class HitPolicy(Enum):
    """What a table does when several rules match; the value is DMN's name."""

    UNIQUE = "UNIQUE"
    FIRST = "FIRST"
    PRIORITY = "PRIORITY"
    ANY = "ANY"
    COLLECT = "COLLECT"
    RULE_ORDER = "RULE ORDER"
    OUTPUT_ORDER = "OUTPUT ORDER"

    @property
    def lists(self) -> bool:
        """Whether a table answers with all rules that match, in a list."""
        return self in {HitPolicy.COLLECT, HitPolicy.RULE_ORDER, HitPolicy.OUTPUT_ORDER}

    @property
    def ranks(self) -> bool:
        """Whether it counts which answer stands first among the values of its column."""
        return self in {HitPolicy.PRIORITY, HitPolicy.OUTPUT_ORDER}


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
    #: What the value has to be, where the table says so.
    type: ItemType | None = None
    #: The values it can have, where the table says so, or its type.
    allowed: UnaryTests | None = None
    #: Whether it is its type that says so: then null, which is of every type, goes on to the rules.
    allowed_by_type: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A column that is answered."""

    name: str
    label: str
    type: ItemType | None = None
    allowed: UnaryTests | None = None
    #: Its values, what counts most first; empty where no order is needed.
    ranking: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A row: when it matches, what it answers, and because of what."""

    id: str
    #: Counted from 1, as people count rows.
    number: int
    #: One per input.
    conditions: tuple[UnaryTests, ...]
    #: One per output; None where the cell is empty, which is null.
    conclusions: tuple[Expression | None, ...]
    #: The rule's plain-English reason; may hold `{expression}`.
    because: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """What a table answers where no rule matches: DMN's default output entries."""

    #: One per output; None where a column has no default, which is null.
    conclusions: tuple[Expression | None, ...]
    #: Why; may hold `{expression}`.
    because: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, weakref_slot=True)
class DecisionTable:
    """One decision table. Two are never equal, so that what is made of one can be kept with it."""

    id: str
    #: What it is called in messages: the decision's name.
    name: str
    hit_policy: HitPolicy
    aggregator: Aggregator | None
    inputs: tuple[Input, ...]
    outputs: tuple[Output, ...]
    rules: tuple[Rule, ...]
    otherwise: Otherwise | None = None
    #: Names of several words that its reasons may use.
    names: frozenset[str] = frozenset()

"""What every rule and letter can name of a case without asking anybody."""

from collections.abc import Mapping
from types import MappingProxyType

#: Fact -> what it has; an expression names `child.preferred_name`.
FACTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "child": frozenset(
            {"id", "preferred_name", "born_on", "over_compulsory_school_age", "siblings"}
        ),
        "case": frozenset({"opened_on", "reference"}),
        "setting": frozenset({"name"}),
    }
)

"""Every rule of the house, by name and by group."""

from collections.abc import Mapping
from types import MappingProxyType

from pathways.checks import files, reader, silencing, weighing
from pathways.checks.noted import noted
from pathways.checks.rules import clarity, completeness, domain, language, naming, structure
from pathways.executable import ASSUMPTIONS, REFUSALS
from pathways.model.rule import Rule

#: The groups that look at a drawing or a pathway themselves, by name.
LOOKING: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "structure": structure.RULES,
        "naming": naming.RULES,
        "completeness": completeness.RULES,
        "domain": domain.RULES,
        "language": language.RULES,
        "clarity": clarity.RULES,
    }
)
#: What is assumed so that a drawing runs as people draw it.
ASSUMED: tuple[Rule, ...] = tuple(
    noted(each.name, each.title, each.severity, fixed=False) for each in ASSUMPTIONS
)
#: Told at publishing, by the engine that reads the copy: the last gate.
UNRUNNABLE = noted("unrunnable", "The engine can read what is to run.")
#: Every group, in the order in which the documentation lists them.
GROUPS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "reading": reader.RULES,
        "running": (*REFUSALS, UNRUNNABLE),
        "assumptions": ASSUMED,
        **LOOKING,
        "files": files.RULES,
        "settings": (*weighing.RULES, *silencing.RULES),
    }
)


def _by_name(groups: Mapping[str, tuple[Rule, ...]]) -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for group in groups.values():
        for rule in group:
            if rule.name in rules:
                raise ValueError(f"Two rules have the name {rule.name!r}.")
            rules[rule.name] = rule
    return MappingProxyType(rules)


#: Every rule, by name.
RULES: Mapping[str, Rule] = _by_name(GROUPS)

"""A scenario's file to a scenario, or to findings that say what to put right."""

from types import MappingProxyType

from pathways.model.scenario import (
    OPENED_AT,
    Expected,
    Move,
    Scenario,
    ScenarioChild,
)
from pathways.scenarios.moves import read_move
from pathways.toml import Table, read_toml


def read_scenario(source: bytes, *, file: str) -> Scenario:
    """Read one story: who it is about, what everybody does, what must come of it.

    Args:
        source: The file, byte for byte; TOML in UTF-8.
        file: Its path inside the pathway, e.g. `"scenarios/tablet.toml"`.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    top = read_toml(source, file=file)
    scenario = Scenario(
        name=top.text("name"),
        story=top.text("story"),
        child=_child(top.table("child")),
        opened_at=top.moment("opened_at", default=OPENED_AT),
        moves=_moves(top),
        expected=_expected(top),
    )
    top.end()
    top.close()
    return scenario


def _child(table: Table) -> ScenarioChild:
    usual = ScenarioChild()
    child = ScenarioChild(
        preferred_name=table.text("preferred_name", default=usual.preferred_name),
        born_on=table.day("born_on", default=usual.born_on),
        has_setting=table.flag("has_setting", default=usual.has_setting),
    )
    table.end()
    return child


def _moves(top: Table) -> tuple[Move, ...]:
    if "moves" not in top:
        top.note("“moves” is missing. Write [[moves]] with a step or a wait.", rule="missing_key")
    return tuple(read_move(table) for table in top.tables("moves"))


def _expected(top: Table) -> Expected:
    if "expect" not in top:
        message = "“expect” is missing. Write [expect] with what must come of the story."
        top.note(message, rule="missing_key")
    table = top.table("expect")
    decided, clocks = table.table("decided"), table.table("clocks")
    expected = Expected(
        open=table.texts("open") if "open" in table else None,
        ended=table.text("ended", default="") or None,
        letters=table.texts("letters") if "letters" in table else None,
        decided=MappingProxyType({name: decided.texts(name) for name in decided}),
        clocks=MappingProxyType({code: clocks.text(code) for code in clocks}),
        warned=table.texts("warned") if "warned" in table else None,
        excused=table.texts("excused") if "excused" in table else None,
    )
    for key in (
        "open",
        "letters",
        "warned",
        "excused",
    ):  # so that they are known where they are not written
        table.texts(key)
    table.end()
    return expected

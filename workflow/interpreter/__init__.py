"""Tokens move here and nowhere else: a command in, where they stopped out."""

from workflow.interpreter.advances import Acted, Advance, Awaited, Awaits, Decided, OpenTask, Sent
from workflow.interpreter.commands import Command, Complete, Look, Occur, Start
from workflow.interpreter.errors import (
    Deadlock,
    GoingInCircles,
    InterpreterError,
    NotAwaited,
    NotOpen,
    NoWayOut,
    RuleFailed,
    SnapshotRefused,
    TooMuchAtOnce,
    Unrunnable,
)
from workflow.interpreter.reading import read_specification
from workflow.interpreter.record import Answers, Record, Row
from workflow.interpreter.remap import VersionChange, remap
from workflow.interpreter.remapped import Address, Hindrance, Obstacle, Remapped
from workflow.interpreter.rules import Rules
from workflow.interpreter.specification import Specification
from workflow.interpreter.tokens import address, advance, view
from workflow.model.place import Place, Round

__all__ = [
    "Acted",
    "Address",
    "Advance",
    "Answers",
    "Awaited",
    "Awaits",
    "Command",
    "Complete",
    "Deadlock",
    "Decided",
    "GoingInCircles",
    "Hindrance",
    "InterpreterError",
    "Look",
    "NoWayOut",
    "NotAwaited",
    "NotOpen",
    "Obstacle",
    "Occur",
    "OpenTask",
    "Place",
    "Record",
    "Remapped",
    "Round",
    "Row",
    "RuleFailed",
    "Rules",
    "Sent",
    "SnapshotRefused",
    "Specification",
    "Start",
    "TooMuchAtOnce",
    "Unrunnable",
    "VersionChange",
    "address",
    "advance",
    "read_specification",
    "remap",
    "view",
]

"""The text of a snapshot, and what is in it: one row for each token."""

import msgspec

from workflow.interpreter.errors import SnapshotRefused
from workflow.interpreter.memory import Memory
from workflow.model.place import Place, Round

#: Every format that ever shipped still loads; a new one gets the next number.
FORMAT = 1


class TokenRow(msgspec.Struct, array_like=True):
    """One token."""

    #: Empty for a finished token that is only held on to by others.
    id: str
    #: The element's name in the library: a step's id, or one derived from it.
    element: str
    state: int
    #: Which token of the same part it hangs from, counted from 1; 0 for the beginning of the part.
    above: int
    memory: Memory


class PartRow(msgspec.Struct, array_like=True):
    """The case itself, or one run of a sub-process or called process."""

    #: Id of the token whose inside this is; empty for the case itself.
    host: str
    #: Id and memory of the beginning, where event sub-processes wait.
    id: str
    memory: Memory
    tokens: list[TokenRow]


class Rows(msgspec.Struct):
    """All of a snapshot."""

    format: int
    version: str
    #: The number of the last token.
    last: int
    #: Counters of rounds that are not the first: place, round around it, name of the turn, number.
    turns: list[tuple[Place, Round, str, int]]
    #: Outer parts first.
    parts: list[PartRow]


_DECODER = msgspec.json.Decoder(Rows)
_ENCODER = msgspec.json.Encoder()


def written(rows: Rows) -> str:
    """Return the text of a snapshot."""
    return _ENCODER.encode(rows).decode()


def read(snapshot: str, version: str | None) -> Rows:
    """Return what is in the text of a snapshot.

    Args:
        snapshot: The text.
        version: The version that it must be of, or None to take it as it is.

    Raises:
        SnapshotRefused: If it is not our text, not our format, or of another version.
    """
    try:
        rows = _DECODER.decode(snapshot)
    except msgspec.MsgspecError as cause:
        raise SnapshotRefused("This text is not a snapshot of a case.") from cause
    if rows.format != FORMAT or version not in {None, rows.version}:
        raise SnapshotRefused(
            f"This case is of {rows.version} in format {rows.format},"
            f" and cannot go on as {version} in format {FORMAT}."
        )
    return rows

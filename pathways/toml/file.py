"""A TOML file to a table, or to a finding with line and column."""

import re
import tomllib
from decimal import Decimal

from pathways.model.finding import Finding, PathwayInvalid
from pathways.toml.table import Table

MOST_BYTES = 200_000
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_toml(source: bytes, *, file: str) -> Table:
    """Return the top table of a TOML file, with Decimal for every number that is not whole.

    Raises:
        PathwayInvalid: With one finding, if it is not TOML in UTF-8 or far too long.
    """
    if len(source) > MOST_BYTES:
        raise _invalid(
            file,
            f"The file has {len(source):,} bytes; at most {MOST_BYTES:,} are read. Shorten it.",
        )
    try:
        text = source.decode("utf-8-sig")
        return Table(tomllib.loads(text, parse_float=Decimal), file=file, source=text)
    except UnicodeDecodeError:
        raise _invalid(file, "The file is not text in UTF-8. Save it again as UTF-8.") from None
    except RecursionError:
        raise _invalid(file, "The file is nested far too deep. Write it flat.") from None
    except ValueError as broken:
        said = str(broken)
        found = _PLACE.search(said)
        place = (int(found[1]), int(found[2])) if found else None
        message = f"The file is not TOML here: {said[:200]}. Put this place right."
        raise _invalid(file, message, place) from None


def _invalid(file: str, message: str, place: tuple[int, int] | None = None) -> PathwayInvalid:
    line, column = place or (None, None)
    return PathwayInvalid(
        (Finding(rule="not_toml", message=message, file=file, line=line, column=column),)
    )

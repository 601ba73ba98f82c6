"""The first rows of several sorted lists taken together, each read no further than it must be.

A person's list is made of several parts of an index: what is theirs, and what is each of their
teams'. Asked for with `or` or `in`, a database would read and sort all of it for the first page.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, bindparam, select, tuple_, union


def nearest(parts: Sequence[Select[Any]], key: Sequence[str], *, ascending: bool) -> Subquery:
    """Return the first `:count` rows after a key, `:after_<column>` for each of its columns.

    Args:
        parts: One select for each list, all with the same columns. Rows in two lists are one row.
        key: The columns that they are sorted by; an index has them in this order.
        ascending: Whether they go up; down, "after" means below.
    """
    few = [select(_first(part, key, ascending=ascending)) for part in parts]
    found = few[0].subquery() if len(few) == 1 else union(*few).subquery()
    together = select(found).order_by(*sorted_by(found, key, ascending=ascending))
    return together.limit(bindparam("count")).subquery()


def sorted_by(
    rows: Subquery, key: Sequence[str], *, ascending: bool
) -> tuple[ColumnElement[Any], ...]:
    """Return what rows are ordered by."""
    columns = (rows.c[name] for name in key)
    return tuple(one if ascending else one.desc() for one in columns)


def _first(part: Select[Any], key: Sequence[str], *, ascending: bool) -> Subquery:
    columns = [part.selected_columns[name] for name in key]
    beside = tuple_(*(bindparam(f"after_{one.name}", type_=one.type) for one in columns))
    here = tuple_(*columns)
    order = columns if ascending else [one.desc() for one in columns]
    beyond = part.where(here > beside if ascending else here < beside)
    return beyond.order_by(*order).limit(bindparam("count")).subquery()

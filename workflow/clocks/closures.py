"""The days on which schools and colleges are closed, as a council gives them in one file."""

from dataclasses import dataclass
from datetime import date

from pathways.toml import Table, read_toml
from workflow.model.closure import Closure
from workflow.store import Store, Transaction, closures

#: Of one closure; nobody closes longer, and a slip of the pen must not close a school for good.
_MOST_DAYS = 200


@dataclass(frozen=True, slots=True)
class SchoolClosures:
    """Keeps and lists them."""

    store: Store

    def every(self) -> tuple[tuple[Closure, str | None], ...]:
        """Return every closure with the name of its setting; None for the council's own."""
        with self.store.read() as tx:
            return closures.every(tx)

    def replace(self, source: bytes, *, file: str) -> int:
        """Put the closures of a file in place of all that are there; return how many they are.

        Args:
            source: TOML in UTF-8: `[[closures]]` with first_on, last_on, what, and setting where
                it holds for one alone.
            file: What findings call it.

        Raises:
            PathwayInvalid: With every finding of the file; nothing has been changed.
        """
        top = read_toml(source, file=file)
        with self.store.write() as tx:
            found = [_closure(tx, table) for table in top.tables("closures")]
            top.end()
            top.close()
            closures.replace_all(tx, [each for each in found if each is not None])
        return len(found)


def _closure(tx: Transaction, table: Table) -> tuple[str | None, Closure] | None:
    setting = table.text("setting", default="")
    setting_id = _setting_id(tx, table, setting) if setting else None
    first_on, last_on = table.day("first_on"), table.day("last_on")
    what = table.text("what")
    table.end()
    days = (last_on - first_on).days + 1
    if date.min in (first_on, last_on):  # it is missing, and has been noted
        return None
    if not 1 <= days <= _MOST_DAYS:
        message = f"“last_on” must be on or after “first_on”, and within {_MOST_DAYS} days of it."
        table.note(message, key="last_on")
        return None
    return setting_id, Closure(first_on=first_on, last_on=last_on, what=what)


def _setting_id(tx: Transaction, table: Table, name: str) -> str | None:
    ids = closures.setting_ids(tx, name)
    if len(ids) == 1:
        return ids[0]
    problem = "several have this name" if ids else "there is none of this name"
    table.note(
        f"“setting” is “{name[:80]}”, and {problem}. Write the name of a school or college as it "
        "stands here.",
        key="setting",
    )
    return None

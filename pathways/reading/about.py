"""about.toml: what a reader wants to know before reading a pathway."""

from pathways.model.pathway import About, LegalSource
from pathways.reading.folder import ABOUT
from pathways.toml import Table, read_toml


def read_about(source: bytes, *, file: str = ABOUT) -> About:
    """Read who a pathway is for, who answers for it, and which law it follows.

    Raises:
        PathwayInvalid: With every finding of the file.
    """
    top = read_toml(source, file=file)
    about = About(
        name=top.text("name"),
        summary=top.text("summary"),
        who_it_is_for=top.text("who_it_is_for"),
        owner=top.text("owner"),
        sources=tuple(_source(table) for table in top.tables("sources")),
        review_on=top.day("review_on"),
        fictional=top.text("fictional", default=""),
    )
    if not about.sources:
        message = "no source is named. Write [[sources]] with the law or decision it rests on."
        top.note(message, key="sources", rule="missing_key")
    top.end()
    top.close()
    return about


def _source(table: Table) -> LegalSource:
    source = LegalSource(
        title=table.text("title"), says=table.text("says"), checked_on=table.day("checked_on")
    )
    table.end()
    return source

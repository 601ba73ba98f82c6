"""Closures of schools and colleges, given in a file and listed."""

from pathlib import Path

import pytest

from tests.webapp.cli.command import fingerpost
from workflow.store import Store, accounts, closures

ONE = """
[[closures]]
first_on = 2027-07-22
last_on = 2027-09-01
what = "Summer holiday"

[[closures]]
setting = "Fernside School"
first_on = 2027-07-19
last_on = 2027-09-03
what = "Summer holiday"
"""


@pytest.fixture
def given(database: Path) -> tuple[Path, str, str]:
    """Return a database with a school, its id, and that of one without dates of its own."""
    database.parent.mkdir()
    with Store(f"sqlite:///{database}") as store:
        store.upgrade()
        with store.write() as tx:
            fernside = accounts.insert_organisation(tx, "Fernside School", kind="setting")
            other = accounts.insert_organisation(tx, "Millbrook College", kind="setting")
    return database, fernside, other


def _set(database: Path, text: str) -> tuple[int, str]:
    file = database.parent / "closures.toml"
    file.write_text(text, encoding="utf-8")
    done = fingerpost("closures", "set", file, "--database", database)
    return done.exit_code, done.output


def test_closures_are_kept_for_all_or_for_one_setting(given: tuple[Path, str, str]) -> None:
    database, fernside, other = given

    code, said = _set(database, ONE)

    assert (code, said.startswith("2 closures are kept now.")) == (0, True), said
    with Store(f"sqlite:///{database}") as store, store.read() as tx:
        ends = {
            name: [f"{one.last_on}" for one in closures.of_setting(tx, name)]
            for name in (fernside, other, None)
        }
    assert ends == {fernside: ["2027-09-03"], other: ["2027-09-01"], None: ["2027-09-01"]}
    listed = fingerpost("closures", "list", "--database", database).output
    assert "Fernside School" in listed
    assert "2027-07-22" in listed


def test_setting_them_again_replaces_all_that_were_there(given: tuple[Path, str, str]) -> None:
    database, *_ = given
    _set(database, ONE)

    _set(database, ONE.split("[[closures]]\nsetting", maxsplit=1)[0])

    listed = fingerpost("closures", "list", "--database", database).output
    assert "Fernside School" not in listed
    assert listed.count("Summer holiday") == 1


@pytest.mark.parametrize(
    ("here", "there", "problem"),
    [
        ("Fernside School", "Nowhere School", "there is none of this name"),
        ("last_on = 2027-09-03", "last_on = 2027-07-01", "must be on or after “first_on”"),
        ("last_on = 2027-09-03", "last_on = 2107-07-01", "within 200 days"),
        ("first_on = 2027-07-19\n", "", "“first_on” is missing"),
        ('what = "Summer holiday"\n\n', 'which = "Summer"\n\n', "“what” is missing"),
        ("setting", "school", "“school” is not known here"),
        ("[[closures]]", "[[closure]]", "Did you mean “closures”?"),
    ],
)
def test_a_file_with_a_mistake_changes_nothing(
    here: str, there: str, problem: str, given: tuple[Path, str, str]
) -> None:
    database, *_ = given
    _set(database, ONE)
    before = fingerpost("closures", "list", "--database", database).output

    code, said = _set(database, ONE.replace(here, there))

    assert code == 1
    assert problem in " ".join(said.split())
    assert "Nothing was changed." in said
    assert fingerpost("closures", "list", "--database", database).output == before

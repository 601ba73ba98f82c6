"""`fingerpost backup` and `fingerpost restore`."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.postgresql import PostgreSQL
from tests.webapp.cli.command import fingerpost


@pytest.fixture
def used(database: Path, pathway: Path) -> Path:
    """A database with a pathway in it."""
    assert fingerpost("import", pathway, "--database", database).exit_code == 0
    return database


def test_a_database_is_backed_up_and_restored(used: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "backup.zip", tmp_path / "elsewhere" / "restored.db"

    made = fingerpost("backup", file, "--database", used)
    restored = fingerpost("restore", file, "--database", other)

    assert made.exit_code == restored.exit_code == 0, made.output + restored.output
    assert "backup.zip: 1 row of " in made.stdout
    assert "1 row restored, as of " in restored.stdout
    again = fingerpost("backup", tmp_path / "again.zip", "--database", other)
    assert "1 row of " in again.stdout


def test_a_council_moves_from_a_file_to_postgresql(
    used: Path, tmp_path: Path, postgresql: PostgreSQL
) -> None:
    url = postgresql.blank()
    fingerpost("backup", tmp_path / "backup.zip", "--database", used)

    restored = fingerpost("restore", tmp_path / "backup.zip", "--database", url)

    assert restored.exit_code == 0, restored.output
    back = fingerpost("backup", tmp_path / "back.zip", "--database", url)
    assert "1 row of " in back.stdout
    postgresql.drop(url)


def test_a_file_that_is_there_is_not_written_over(used: Path, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    file.write_bytes(b"mine")

    done = fingerpost("backup", file, "--database", used)

    assert done.exit_code == 1
    assert "already" in done.stderr
    assert file.read_bytes() == b"mine"


def test_a_database_that_is_not_there_is_not_made(database: Path, tmp_path: Path) -> None:
    done = fingerpost("backup", tmp_path / "backup.zip", "--database", database)

    assert done.exit_code == 1
    assert "There is no file" in done.stderr
    assert not database.exists()


@pytest.mark.parametrize("verb", ["backup", "restore"])
def test_what_is_wrong_with_a_file_or_a_database_is_a_sentence(
    verb: str, used: Path, tmp_path: Path
) -> None:
    file = tmp_path / "backup.zip"
    if verb == "restore":
        file.write_bytes(b"This was never a backup.")
    else:
        used.write_bytes(b"This was never a database. " * 1000)

    done = fingerpost(verb, file, "--database", used)

    assert done.exit_code == 1
    assert "Error: " in done.stderr
    assert "Traceback" not in done.output


def test_a_database_in_use_is_not_restored_into(used: Path, tmp_path: Path) -> None:
    fingerpost("backup", tmp_path / "backup.zip", "--database", used)

    done = fingerpost("restore", tmp_path / "backup.zip", "--database", used)

    assert done.exit_code == 1
    assert "has something in it already" in done.stderr


def test_a_history_that_is_not_whole_ends_the_nights_job_with_1(used: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(used)) as connection, connection:
        connection.execute("insert into child values ('c', 'Ada', '2016-05-03', null)")
        connection.execute(
            "insert into pathway_case (id, reference, version_id, child_id, status, snapshot,"
            " revision, opened_at, history_length, history_head) values ('1', 'FP-1',"
            " 'quick_one_off@1', 'c', 'active', '', 1, '2027-01-11 09:00:00.000000', 1, 'gone')"
        )

    made = fingerpost("backup", tmp_path / "backup.zip", "--database", used)
    restored = fingerpost("restore", tmp_path / "backup.zip", "--database", tmp_path / "r.db")

    assert made.exit_code == 1
    assert "The history of 1 case is not whole: FP-1." in made.stderr
    assert "The backup was made all the same." in made.stderr
    assert restored.exit_code == 0
    assert "warning: The history of 1 case is not whole: FP-1." in restored.stderr

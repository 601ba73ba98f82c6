"""Backups: everything of one moment as one file, and back into either kind of database."""

import json
import stat
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text, update

from tests.fakes import FakeTime
from tests.postgresql import PostgreSQL
from tests.workflow.contents import everything
from tests.workflow.house import AGAIN, SmallHouse, build_small_house
from tests.workflow.store.rows import NOON, a_case, an_account, an_answer
from workflow.store import Store, StoreUnavailable
from workflow.store.backups import Copied, back_up, restore
from workflow.store.errors import (
    BackupDamaged,
    BackupTooNew,
    DatabaseDamaged,
    DatabaseNotEmpty,
    NothingToBackUp,
)
from workflow.store.migrating import heads
from workflow.store.tables import account, case, event, job, session, throttle, version

AT = datetime(2027, 2, 1, 3, tzinfo=UTC)
EVERY_BYTE = {
    "id": "odd@1",
    "key": "odd",
    "number": 1,
    "sha256": "0",
    "published_at": NOON,
    "sources": bytes(range(256)),
}


def _silent(_done: int, _total: int) -> None:
    pass


def _back_up(store: Store, file: Path) -> Copied:
    return back_up(store, file, at=AT, told=_silent)


@pytest.fixture
def house(each_database_url: str, tmp_path: Path) -> Iterator[SmallHouse]:
    """A house in which a case has gone round once, with letters, timers and a decision."""
    built = build_small_house(tmp_path / "house", FakeTime(), database=each_database_url)
    task = built.asked()
    built.complete(task, AGAIN)
    built.asked()
    yield built
    built.workflow.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def blank(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A database without tables, to restore into."""
    if request.param == "sqlite":
        with Store(f"sqlite:///{request.getfixturevalue('tmp_path')}/restored.db") as store:
            yield store
        return
    server: PostgreSQL = request.getfixturevalue("postgresql")
    url = server.blank()
    with Store(url) as store:
        yield store
    server.drop(url)


@pytest.fixture
def file(house: SmallHouse, tmp_path: Path) -> Path:
    """A backup."""
    _back_up(house.workflow.store, tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def test_a_backup_restores_everything_into_either_kind_of_database(
    house: SmallHouse, blank: Store, tmp_path: Path
) -> None:
    copied = _back_up(house.workflow.store, tmp_path / "backup.zip")

    restored = restore(blank, tmp_path / "backup.zip", told=_silent)

    assert everything(blank) == everything(house.workflow.store)
    assert restored == copied
    assert (copied.broken, copied.made_at) == ((), AT)


def test_numbers_that_the_database_gives_go_on_behind_those_restored(
    file: Path, blank: Store
) -> None:
    restore(blank, file, told=_silent)
    row = {"key": "k", "kind": "x", "args": "{}", "status": "queued", "due_at": NOON}

    with blank.write() as tx:
        before = set(tx.execute(select(job.c.id)).scalars())
        tx.execute(insert(job).values(**row, attempt=0, interruptions=0))
        after = set(tx.execute(select(job.c.id)).scalars())

    assert before
    assert min(after - before) > max(before)


def test_nobody_is_let_in_by_a_backup(house: SmallHouse, blank: Store, tmp_path: Path) -> None:
    with house.workflow.store.write() as tx:
        moments = {"created_at": NOON, "seen_at": NOON, "ends_at": NOON}
        tx.execute(insert(session).values(token_hash="t", content="{}", **moments))
        tx.execute(insert(throttle).values(key="k", window_start=NOON, count=4))
    _back_up(house.workflow.store, tmp_path / "backup.zip")

    restore(blank, tmp_path / "backup.zip", told=_silent)

    contents = everything(blank)
    assert contents[session.name] == contents[throttle.name] == []


def test_text_bytes_and_moments_come_back_to_the_last_bit(
    store: Store, blank: Store, tmp_path: Path
) -> None:
    with store.write() as tx:
        an_account(tx, "tab\t, line\n, quote', backslash\\N, NULL, 👍🏽, \u2028")
        an_answer(tx, a_case(tx))
        tx.execute(update(account).values(created_at=datetime(2027, 1, 1, 0, 0, 0, 1, tzinfo=UTC)))
        tx.execute(insert(version).values(**EVERY_BYTE))
    _back_up(store, tmp_path / "b.zip")

    restore(blank, tmp_path / "b.zip", told=_silent)

    assert everything(blank) == everything(store)


def test_only_its_owner_can_read_a_backup(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_backup_writes_over_nothing(house: SmallHouse, file: Path) -> None:
    before = file.read_bytes()

    with pytest.raises(FileExistsError, match="already"):
        _back_up(house.workflow.store, file)

    assert file.read_bytes() == before


def test_a_backup_that_fails_leaves_no_file(tmp_path: Path, house: SmallHouse) -> None:
    def fail(_done: int, _total: int) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        back_up(house.workflow.store, tmp_path / "b.zip", at=AT, told=fail)

    assert [one for one in tmp_path.iterdir() if one.name.startswith("b.zip")] == []


def test_a_database_without_tables_of_ours_has_nothing_to_back_up(
    blank: Store, tmp_path: Path
) -> None:
    with blank.write():
        pass

    with pytest.raises(NothingToBackUp):
        _back_up(blank, tmp_path / "b.zip")


def test_a_history_that_is_not_whole_is_told_with_its_reference(
    house: SmallHouse, blank: Store, tmp_path: Path
) -> None:
    with house.workflow.store.write() as tx:
        reference = (
            tx.execute(select(case.c.reference).order_by(case.c.reference)).scalars().first()
        )
        one = case.c.reference == reference
        tx.execute(update(case).where(one).values(history_length=case.c.history_length + 1))

    copied = _back_up(house.workflow.store, tmp_path / "b.zip")
    restored = restore(blank, tmp_path / "b.zip", told=_silent)

    assert copied.broken == restored.broken == (reference,)


def test_a_case_without_any_of_its_events_is_not_whole(house: SmallHouse, tmp_path: Path) -> None:
    with house.workflow.store.write() as tx:
        a_case(tx, "alone")
        tx.execute(update(case).where(case.c.id == "alone").values(history_length=3))

    assert _back_up(house.workflow.store, tmp_path / "b.zip").broken == ("ALONE",)


def test_progress_is_told_up_to_the_last_row(house: SmallHouse, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    copied = back_up(
        house.workflow.store, tmp_path / "b.zip", at=AT, told=lambda *done: seen.append(done)
    )

    assert seen[0] == (0, copied.rows)
    assert seen[-1] == (copied.rows, copied.rows)


def test_tables_without_rows_are_empty_enough(blank: Store, file: Path) -> None:
    blank.upgrade()

    restore(blank, file, told=_silent)

    assert everything(blank)[event.name]


def test_a_database_with_a_row_in_it_is_left_alone(blank: Store, file: Path) -> None:
    blank.upgrade()
    with blank.write() as tx:
        an_account(tx, "ada")
    before = everything(blank)

    with pytest.raises(DatabaseNotEmpty, match="Nothing was written"):
        restore(blank, file, told=_silent)

    assert everything(blank) == before


def test_tables_of_somebody_else_are_left_alone(blank: Store, file: Path) -> None:
    with blank.write() as tx:
        tx.execute(text("create table theirs (id integer)"))

    with pytest.raises(DatabaseNotEmpty):
        restore(blank, file, told=_silent)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: -len(file.read_bytes()) // 3])


def _turn_a_bit(file: Path) -> None:
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    file.write_bytes(damaged)


def _change_what_nobody_reads(file: Path) -> None:
    damaged = bytearray(file.read_bytes())
    damaged[10] ^= 1  # when the first member was written, as a ZIP has it
    file.write_bytes(damaged)


def _no_zip(file: Path) -> None:
    file.write_bytes(b"This was never a backup.")


def _other_zip(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as other:
        other.writestr("letter.txt", "Dear Sir or Madam")


def _rewritten(file: Path, change: Callable[[str, bytes], bytes]) -> None:
    with zipfile.ZipFile(file) as old:
        members = {name: change(name, old.read(name)) for name in old.namelist()}
    with zipfile.ZipFile(file, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)


def _less_rows(file: Path) -> None:
    _rewritten(
        file, lambda name, old: old.partition(b"\n")[2] if name == "tables/event.jsonl" else old
    )


def _another_list(**changed: object) -> Callable[[Path], None]:
    def change(name: str, old: bytes) -> bytes:
        return json.dumps({**json.loads(old), **changed}).encode() if name == "backup.json" else old

    return lambda file: _rewritten(file, change)


@pytest.mark.parametrize(
    "damage",
    [
        *(_cut, _turn_a_bit, _change_what_nobody_reads, _no_zip, _other_zip, _less_rows),
        _another_list(tables="none"),
    ],
    ids=["cut", "bit", "unread", "no zip", "other zip", "less rows", "other list"],
)
def test_a_damaged_file_is_refused_before_anything_is_written(
    blank: Store, file: Path, damage: Callable[[Path], None]
) -> None:
    damage(file)

    with pytest.raises(BackupDamaged, match="not a whole backup"):
        restore(blank, file, told=_silent)

    with blank.write(), pytest.raises(NothingToBackUp):
        _back_up(blank, file.with_name("none.zip"))


@pytest.mark.parametrize("changed", [{"format": 2}, {"revision": "9999"}])
def test_a_backup_of_a_later_release_is_refused(
    blank: Store, file: Path, changed: dict[str, object]
) -> None:
    _another_list(**changed)(file)

    with pytest.raises(BackupTooNew, match="later release"):
        restore(blank, file, told=_silent)


def test_rows_that_refer_to_nothing_are_refused_and_nothing_stays(blank: Store, file: Path) -> None:
    with zipfile.ZipFile(file) as old:
        said = json.loads(old.read("backup.json"))
    said["tables"] = [one for one in said["tables"] if one["name"] != "pathway_case"]
    _another_list(**said)(file)

    with pytest.raises(BackupDamaged):
        restore(blank, file, told=_silent)

    with blank.write(), pytest.raises(NothingToBackUp):
        _back_up(blank, file.with_name("none.zip"))


def test_a_restored_database_is_of_this_release(blank: Store, file: Path) -> None:
    restore(blank, file, told=_silent)

    with blank.read() as view:
        found = view.execute(text("select version_num from alembic_version")).scalars().all()
    assert found == heads()


def test_a_damaged_database_file_is_not_backed_up(tmp_path: Path) -> None:
    path = tmp_path / "fingerpost.db"
    with Store(f"sqlite:///{path}") as store:
        store.upgrade()
        with store.write() as tx:
            for number in range(2_000):
                an_account(tx, f"{number:04}" * 20)
    damaged = bytearray(path.read_bytes())
    damaged[-40_000:-30_000] = bytes(10_000)
    path.write_bytes(damaged)

    with Store(f"sqlite:///{path}") as store, pytest.raises((DatabaseDamaged, StoreUnavailable)):
        _back_up(store, tmp_path / "b.zip")

"""What is published never changes, and what cannot be read or run is not published."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError

from pathways.checks import check
from pathways.model.finding import Finding, PathwayInvalid
from tests.fakes import FakeTime
from tests.workflow.contents import everything
from tests.workflow.house import (
    AGAIN,
    ASKED,
    CHECKED,
    KEY,
    ONCE_AROUND,
    REFUSED,
    SmallHouse,
    build_small_house,
)
from workflow.bootstrap import Settings, build
from workflow.model.errors import PathwayNotFound
from workflow.publishing import pathway_files, shipped_pathways
from workflow.store.tables import version

LETTER = "letters/tell_no.txt"
CHANGED = {**ONCE_AROUND, LETTER: ONCE_AROUND[LETTER] + b"\nYou can ask again.\n"}


@pytest.fixture
def house(tmp_path: Path, time: FakeTime) -> SmallHouse:
    return build_small_house(tmp_path / "small", time)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> SmallHouse:
    """A house in which nothing is ever written, so that many tests can share it."""
    return build_small_house(tmp_path_factory.mktemp("untouched"), FakeTime())


def _changed(path: str, *changes: tuple[str, str]) -> dict[str, bytes]:
    """Return the files with parts of one replaced, each of which must be there once."""
    text = ONCE_AROUND[path].decode()
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {**ONCE_AROUND, path: text.encode()}


def _refused(house: SmallHouse, files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Return the findings with which files are refused; nothing may have been written."""
    before = everything(house.workflow.store)
    with pytest.raises(PathwayInvalid) as refused:
        house.workflow.publishing.publish(files)
    assert everything(house.workflow.store) == before
    assert [one.id for one in house.workflow.publishing.published()] == ["once_around@1"]
    return refused.value.findings


def test_publishing_the_same_files_again_gives_the_same_version(house: SmallHouse) -> None:
    before = everything(house.workflow.store)

    again = house.workflow.publishing.publish(dict(reversed(ONCE_AROUND.items())))

    assert again.id == "once_around@1"
    assert everything(house.workflow.store) == before


def test_the_same_files_give_the_same_version_in_a_house_that_was_closed_between(
    tmp_path: Path, time: FakeTime
) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'x.db'}", outbox=tmp_path, time=time)
    first = build(settings)
    first.publishing.publish(ONCE_AROUND)
    first.stop()

    second = build(settings)

    assert second.publishing.publish(ONCE_AROUND).number == 1
    assert second.publishing.version(KEY).sha256 == second.publishing.publish(ONCE_AROUND).sha256
    second.stop()


def test_files_are_known_to_be_the_newest_version_without_being_read(house: SmallHouse) -> None:
    publishing = house.workflow.publishing
    changed = {**ONCE_AROUND, "periods.toml": ONCE_AROUND["periods.toml"] + b"# a word more\n"}

    assert publishing.is_newest(ONCE_AROUND)
    assert publishing.is_newest({**ONCE_AROUND, "scenarios/new.toml": b"no part of it"})
    assert not publishing.is_newest(changed)

    publishing.publish(changed)

    assert publishing.is_newest(changed)
    assert not publishing.is_newest(ONCE_AROUND)


def test_scenarios_are_no_part_of_a_version(house: SmallHouse) -> None:
    with_story = {**ONCE_AROUND, "scenarios/one.toml": b"anything"}

    published = house.workflow.publishing.publish(with_story)

    assert published.number == 1
    assert "scenarios/one.toml" not in published.pathway.sources


@pytest.mark.parametrize("path", sorted(ONCE_AROUND))
def test_a_change_of_any_file_makes_the_next_version(house: SmallHouse, path: str) -> None:
    with_space = ONCE_AROUND[path] + b"\n"

    published = house.workflow.publishing.publish({**ONCE_AROUND, path: with_space})

    assert (published.id, published.number) == ("once_around@2", 2)
    assert house.workflow.publishing.version(KEY).id == "once_around@2"


def test_what_is_kept_is_what_was_drawn_byte_for_byte(house: SmallHouse) -> None:
    published = house.workflow.publishing.version(KEY)

    assert dict(published.pathway.sources) == ONCE_AROUND


def test_old_cases_stay_on_their_version_and_new_ones_begin_on_the_newest(
    house: SmallHouse,
) -> None:
    old = house.open()
    house.workflow.publishing.publish(CHANGED)
    new = house.open()

    house.complete(old, REFUSED)
    house.complete(new, REFUSED)

    engine = house.workflow.engine
    bodies = {}
    for task in (old, new):
        file = engine.case_file(house.family, task.case_id)
        bodies[file.case.version_id, file.version.id] = file.letters[-1].body
    assert bodies == {
        ("once_around@1", "once_around@1"): "Hello Ada: no, not A tablet.",
        ("once_around@2", "once_around@2"): "Hello Ada: no, not A tablet.\n\nYou can ask again.",
    }


def test_an_old_case_goes_on_though_its_next_step_is_no_longer_drawn(house: SmallHouse) -> None:
    task = house.asked()
    renamed = {
        path.replace("check_it", "look_at_it"): file.replace(b"check_it", b"look_at_it")
        for path, file in ONCE_AROUND.items()
    }
    house.workflow.publishing.publish(renamed)

    house.complete(task, CHECKED)

    assert house.asked().step == "look_at_it"


@pytest.mark.parametrize("change", [{"number": 7}, {"sources": b""}, {"sha256": "0"}])
def test_the_database_itself_refuses_to_change_a_version(
    house: SmallHouse, change: dict[str, object]
) -> None:
    with (
        pytest.raises(DatabaseError, match="version is append-only"),
        house.workflow.store.write() as tx,
    ):
        tx.execute(version.update().values(change))


def test_the_database_itself_refuses_to_delete_a_version(house: SmallHouse) -> None:
    with (
        pytest.raises(DatabaseError, match="version is append-only"),
        house.workflow.store.write() as tx,
    ):
        tx.execute(version.delete())


def test_nothing_is_found_under_a_key_that_is_not_published(house: SmallHouse) -> None:
    with pytest.raises(PathwayNotFound):
        house.workflow.publishing.version("no_such")


CODE = '__import__("os").system("true")'


@pytest.mark.parametrize(
    ("path", "old", "element"),
    [
        ("pathway.bpmn", 'which_way.way = "ours"', "is_it_for_us_yes"),
        ("decisions/which_way.dmn", '<inputEntry id="r1i"><text>"ours"', "ours"),
        ("decisions/which_way.dmn", '<outputEntry id="r1o"><text>"ours"', "ours"),
        ("decisions/which_way.dmn", "<text>ask_for_it.kind", "i"),
        ("forms/check_it.json", '"ask_for_it.what"', "check_it"),
        ("letters/tell_no.txt", "{ask_for_it.what}", None),
    ],
)
def test_code_is_refused_wherever_a_rule_can_be_written_with_its_line_and_column(
    untouched: SmallHouse, path: str, old: str, element: str | None
) -> None:
    new = old[: old.rfind(">") + 1] + CODE
    if path.endswith(".json"):
        new = '"__import__(\\"os\\").system(\\"true\\")"'
    elif path.endswith(".txt"):
        new = f"{{{CODE}}}"

    (finding, *_) = _refused(untouched, _changed(path, (old, new)))

    assert (finding.file, finding.element) == (path, element)
    assert finding.column == (40 if path.endswith(".txt") else 1)
    assert (finding.line is None) == path.endswith(".json")
    assert "`__import__` is no name that can be used here" in finding.message


_BOMB = """<!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>"""
_FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("path", ["pathway.bpmn", "decisions/which_way.dmn"])
@pytest.mark.parametrize("doctype", [_BOMB, _FILE])
def test_an_entity_bomb_is_refused_with_its_file(
    untouched: SmallHouse, path: str, doctype: str
) -> None:
    text = ONCE_AROUND[path].decode().replace("?>\n", f"?>\n{doctype}\n", 1)
    bomb = text.replace('name="Which way?"', 'name="&a;"').replace(
        'name="Ask for it"', 'name="&a;"'
    )

    found = _refused(untouched, {**ONCE_AROUND, path: bomb.encode()})

    assert path in {one.file for one in found}


@pytest.mark.parametrize("path", sorted(ONCE_AROUND))
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"<",
        b"{",
        b"[",
        b"<a/>",
        b"null",
        b"x" * 3_000_000,
        b"[[[[[[" * 30_000,
    ],
    ids=["empty", "no text", "<", "{", "[", "another document", "null", "too big", "deep"],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_name(
    untouched: SmallHouse, path: str, content: bytes
) -> None:
    found = _refused(untouched, {**ONCE_AROUND, path: content})

    # An empty file of periods can be read; then it is the drawing that names unknown ones.
    read = content == b"" and path == "periods.toml"
    assert ("pathway.bpmn" if read else path) in {one.file for one in found}
    assert all(one.message for one in found)


@pytest.mark.parametrize("path", ["pathway.bpmn", "periods.toml", "letters/tell_no.txt"])
def test_a_file_that_is_missing_is_named(untouched: SmallHouse, path: str) -> None:
    found = _refused(untouched, {name: file for name, file in ONCE_AROUND.items() if name != path})

    assert any(path in one.message or one.file == path for one in found)


def test_a_form_is_missed_by_what_other_files_read_of_it(untouched: SmallHouse) -> None:
    without = {name: one for name, one in ONCE_AROUND.items() if name != "forms/ask_for_it.json"}

    found = _refused(untouched, without)

    assert any("“ask_for_it.what” is not known" in one.message for one in found)


def test_a_form_that_nothing_reads_may_be_written_later(house: SmallHouse) -> None:
    changed = {name: one for name, one in ONCE_AROUND.items() if name != "forms/check_it.json"}
    changed["pathway.bpmn"] = changed["pathway.bpmn"].replace(b"check_it.more", b"check_it.done")
    changed["letters/tell_yes.txt"] = b"To: family\nSubject: Our answer\n\nYes.\n"

    published = house.workflow.publishing.publish(changed)

    found = check(published.pathway)
    assert [one.element for one in found if one.rule == "step_without_form"] == ["check_it"]


#: What is drawn instead of the sending step -> what it is called in the finding.
_WORDS = (
    '<extensionElements><fingerpost:wording for="family" lang="en">We write to you.'
    "</fingerpost:wording></extensionElements>"
)
_SEND = f'<sendTask id="tell_no" name="Tell the family no">{_WORDS}</sendTask>'


@pytest.mark.parametrize(
    "drawn",
    [
        '<complexGateway id="tell_no" name="Tell the family no"/>',
        (
            '<intermediateThrowEvent id="tell_no" name="?"><compensateEventDefinition/>'
            "</intermediateThrowEvent>"
        ),
        '<transaction id="tell_no" name="Tell the family no"/>',
        '<adHocSubProcess id="tell_no" name="Tell the family no"/>',
    ],
)
def test_what_cannot_be_run_is_refused_by_its_name_and_not_dropped(
    untouched: SmallHouse, drawn: str
) -> None:
    files = _changed("pathway.bpmn", (_SEND, drawn))
    del files["letters/tell_no.txt"]

    assert "tell_no" in {finding.element for finding in _refused(untouched, files)}


_PLAIN = 'id="tell_no" name="Tell the family no"'


@pytest.mark.parametrize(
    "drawn",
    [
        f"<receiveTask {_PLAIN}>{_WORDS}</receiveTask>",
        f"<intermediateCatchEvent {_PLAIN}><messageEventDefinition/></intermediateCatchEvent>",
        f"<intermediateCatchEvent {_PLAIN}><signalEventDefinition/></intermediateCatchEvent>",
        f"<intermediateThrowEvent {_PLAIN}><messageEventDefinition/></intermediateThrowEvent>",
        f"<intermediateThrowEvent {_PLAIN}><signalEventDefinition/></intermediateThrowEvent>",
    ],
)
def test_what_waits_for_or_sends_what_nobody_carries_does_not_stop_publishing(
    house: SmallHouse, drawn: str
) -> None:
    files = _changed("pathway.bpmn", (_SEND, drawn))
    del files["letters/tell_no.txt"]

    assert house.workflow.publishing.publish(files).number == 2


def test_an_error_that_is_silenced_with_a_reason_does_not_stop_publishing(
    house: SmallHouse,
) -> None:
    loud = _changed("about.toml", ('silent_end = "off"', 'silent_end = "error"'))
    ended = '<endEvent id="ended" name="Ended"><extensionElements>'
    because = f'{ended}<fingerpost:silence rule="silent_end" because="Only tests end here."/>'
    silenced = {**_changed("pathway.bpmn", (ended, because)), "about.toml": loud["about.toml"]}

    assert {one.rule for one in _refused(house, loud)} == {"silent_end"}
    assert house.workflow.publishing.publish(silenced).number == 2


def test_a_start_by_message_is_a_plain_start(house: SmallHouse) -> None:
    start = '<startEvent id="begun" name="Begun"'
    files = _changed(
        "pathway.bpmn", (f"{start}/>", f"{start}><messageEventDefinition/></startEvent>")
    )

    assert house.workflow.publishing.publish(files).number == 2


def test_a_case_of_a_version_that_was_read_again_goes_on_as_before(
    house: SmallHouse, tmp_path: Path
) -> None:
    task = house.open()
    house.complete(task, ASKED)
    house.complete(house.waiting(task.case_id), AGAIN)
    house.workflow.stop()

    settings = Settings(
        database=f"sqlite:///{house.path}", outbox=tmp_path / "outbox", time=house.time
    )
    reopened = build(settings)

    file = reopened.engine.case_file(house.family, task.case_id)
    assert [row.step for row in file.record] == ["ask_for_it", "which_way", "check_it"]
    reopened.stop()


def test_the_shipped_pathways_are_files_without_what_editors_leave_behind() -> None:
    shipped = shipped_pathways()

    assert "quick_one_off" in shipped
    assert not any(path.startswith(".") or "/." in path for path in shipped["quick_one_off"])


def test_the_files_of_a_folder_are_read_as_they_lie(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "a.json").write_bytes(b"\r\n{}")
    (tmp_path / ".hidden").write_bytes(b"x")

    assert pathway_files(tmp_path) == {"forms/a.json": b"\r\n{}"}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no such"):
        pathway_files(tmp_path / "no such")

"""Where a scenario is played: a house of its own, with people for every lane and its own time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from pathways.model.drawing import Lane
from pathways.model.scenario import Scenario, WaitMove
from workflow import clocks
from workflow.bootstrap import Settings, Workflow, build
from workflow.model.actor import SETTING, Actor
from workflow.store import Transaction, accounts

_ONE_DAY = timedelta(days=1)


@dataclass(slots=True)
class StageTime:
    """Time that stands still until it is moved."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment at which the story stands; aware, UTC."""
        return self.moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The house that a scenario is played in."""

    workflow: Workflow
    time: StageTime
    #: Person, e.g. `"manager_2"` -> the actor who plays them.
    cast: dict[str, Actor]
    child_id: str
    #: The file of its database, where it is in its folder.
    database: Path

    def open(self) -> str:
        """Open a case of the pathway and return its id."""
        key = self.workflow.publishing.published()[0].key
        family, engine = self.cast["family_1"], self.workflow.engine
        return engine.open_case(family, key, self.child_id, key=str(uuid4())).case.id

    def wait(self, move: WaitMove) -> None:
        """Let time pass a day at a time, so that each deadline happens on its day."""
        until = clocks.add(self.time.moment, move.duration, unit=move.unit)
        while self.time.moment < until:
            self.time.moment = min(self.time.moment + _ONE_DAY, until)
            self.workflow.jobs.tick(self.time.moment)


def build_stage(
    folder: Path, files: dict[str, bytes], scenario: Scenario, *, url: str = ""
) -> Stage:
    """Return a new house in an empty folder, with one pathway, its people and the child.

    Args:
        folder: Where its letters go, and its database unless `url` names another.
        files: The pathway's.
        scenario: Says when it begins and who takes part.
        url: Of an empty database; a file in the folder where it is empty.
    """
    time = StageTime(scenario.opened_at)
    database = folder / "rehearsal.db"
    settings = Settings(
        database=url or f"sqlite:///{database}", outbox=folder / "letters", time=time
    )
    workflow = build(settings)
    version = workflow.publishing.publish(files)
    with workflow.store.write() as tx:
        running = workflow.publishing.editions.edition(tx, version.id).running
        cast, child_id = _people(tx, running.drawing.lanes, scenario)
    actors = {name: workflow.people.actor(account_id) for name, account_id in cast.items()}
    return Stage(
        workflow=workflow,
        time=time,
        cast={name: actor for name, actor in actors.items() if actor is not None},
        child_id=child_id,
        database=database,
    )


def _people(
    tx: Transaction, lanes: Mapping[str, Lane], scenario: Scenario
) -> tuple[dict[str, str], str]:
    """Write a team for every lane with all that the story names; return them and the child."""
    names = {f"{role}_1" for role in lanes}
    names |= {move.by for move in scenario.moves if not isinstance(move, WaitMove) and move.by}
    teams = {
        lane.id: accounts.insert_organisation(
            tx, lane.name, kind="setting" if lane.id == SETTING else "council"
        )
        for lane in lanes.values()
    }
    cast = {}
    for name in sorted(names):
        role = name.rpartition("_")[0]
        cast[name] = accounts.insert(
            tx, name, email=None, password_hash=None, at=scenario.opened_at
        )
        accounts.join(tx, cast[name], teams[role], role)
    child = scenario.child
    child_id = accounts.insert_child(
        tx,
        child.preferred_name,
        born_on=child.born_on,
        setting_id=teams.get(SETTING) if child.has_setting else None,
    )
    for role, team in teams.items():
        if role != SETTING:
            accounts.name_party(tx, child_id, role, organisation_id=team)
    return cast, child_id

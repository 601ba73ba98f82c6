"""Cases that are gone through over HTTP, form by form, as the people of the measured pathway."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from uuid import uuid4

from bench.story import Story, read_story
from tests.serving.visitor import Visitor
from workflow.bootstrap import Settings, Workflow, build
from workflow.model.actor import Actor
from workflow.rehearsal.stage import build_stage
from workflow.store import tasks


class Rounds:
    """A house with cases, ready to be served by another process."""

    def __init__(self, folder: Path, *, cases: int) -> None:
        """Build the house in an empty folder and open the cases."""
        self._story = read_story()
        stage = build_stage(folder, dict(self._story.files), self._story.years[0])
        self._cast = stage.cast
        stage.workflow.stop()
        self._settings = Settings(
            database=f"sqlite:///{folder / 'rehearsal.db'}", outbox=folder / "letters"
        )
        self._house = build(self._settings)
        self._case_ids = [self._opened(stage.child_id) for _ in range(cases)]
        self._house.store.close()

    def build(self) -> Workflow:
        """Return the house as another process opens it."""
        return build(self._settings)

    def begin(self, port: int) -> Iterator["Round"]:
        """Yield each case with its visitors."""
        for case_id in self._case_ids:
            yield Round(self._house, self._story, self._cast, case_id=case_id, port=port)

    def _opened(self, child_id: str) -> str:
        family = self._cast["family_1"]
        engine, key = self._house.engine, self._story.pathway.key
        return engine.open_case(family, key, child_id, key=str(uuid4())).case.id


class Round:
    """One case, and the browsers of those who act in it."""

    def __init__(
        self, house: Workflow, story: Story, cast: dict[str, Actor], *, case_id: str, port: int
    ) -> None:
        self._house = house
        self._case_id = case_id
        self._moves = story.for_ever()
        self._roles = {step.id: step.lane for step in story.pathway.drawing.steps()}
        self._visitors = {name: Visitor(house, cast[name], port) for name in cast}
        for visitor in self._visitors.values():
            visitor.prepare()

    def ready(self) -> Callable[[], None]:
        """Return what sends the next form of this case; finding its task is not measured."""
        move = next(self._moves)
        visitor = self._visitors[move.by or f"{self._roles[move.step]}_1"]
        with self._house.store.read() as tx:
            waiting = tasks.ready(tx, self._case_id)
        task_id = next(task.id for task in waiting if task.step == move.step)

        def send() -> None:
            answer = visitor.complete(task_id, move.answers)
            if answer.status != HTTPStatus.SEE_OTHER:
                raise RuntimeError(f"Expected {move.step} to be completed: {answer}")

        return send

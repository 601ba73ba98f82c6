"""The naive way: stock SpiffWorkflow's whole workflow as JSON in one row of a database.

It is read, restored, run, and written again for each completed task. Same drawing, same answers,
same settings of the database (SQLite, WAL, synchronous=FULL).
"""

from pathlib import Path
from typing import Self

from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.serializer import BpmnWorkflowSerializer
from SpiffWorkflow.spiff.parser import SpiffBpmnParser
from SpiffWorkflow.spiff.serializer.config import SPIFF_CONFIG
from SpiffWorkflow.util.task import TaskState
from sqlalchemy import Column, Integer, MetaData, Table, Text, make_url

from bench.measuring import cpu_ms
from bench.stock_dialect import stock_answers, stock_drawing, stock_table
from bench.story import Story
from pathways.model.scenario import StepMove
from workflow.store import sqlite

_metadata = MetaData()
_instance = Table(
    "instance",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("state", Text, nullable=False),
)
_SELECT = _instance.select()
_UPDATE = _instance.update()


class NaiveCase:
    """One case of the stock library."""

    def __init__(self, folder: Path, story: Story) -> None:
        """Start the case in a database of its own in an empty folder."""
        folder.mkdir()
        self._engine = sqlite.writing_engine(make_url(f"sqlite:///{folder / 'naive.db'}"))
        self._serializer = BpmnWorkflowSerializer(BpmnWorkflowSerializer.configure(SPIFF_CONFIG))
        self._moves = story.for_ever()
        self.completed = 0
        workflow = _parse(story)
        workflow.do_engine_steps()
        with self._engine.connect() as connection, connection.begin():
            _metadata.create_all(connection)
            connection.execute(_instance.insert(), {"state": self._written(workflow)})

    def step(self) -> float:
        """Complete the next step of the story; return what that cost, in ms of CPU."""
        move = next(self._moves)
        self.completed += 1
        return cpu_ms(lambda: self._complete((move,)))

    def go_to(self, completed: int) -> None:
        """Complete steps, unmeasured, until so many are completed: in memory, which is quicker."""
        moves = tuple(next(self._moves) for _ in range(completed - self.completed))
        self.completed = completed
        self._complete(moves)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    def _complete(self, moves: tuple[StepMove, ...]) -> None:
        with self._engine.connect() as connection, connection.begin():
            connection.exec_driver_sql(sqlite.BEGIN_WRITING)
            state = connection.execute(_SELECT).one().state
            workflow = self._serializer.deserialize_json(state)
            for move in moves:
                _play(workflow, move)
            connection.execute(_UPDATE, {"state": self._written(workflow)})

    def _written(self, workflow: BpmnWorkflow) -> str:
        return str(self._serializer.serialize_json(workflow))


def _parse(story: Story) -> BpmnWorkflow:
    parser = SpiffBpmnParser()
    parser.add_bpmn_str(stock_drawing(story.pathway))
    for name in story.pathway.decisions:
        parser.add_dmn_str(stock_table(story.files[f"decisions/{name}.dmn"], story.pathway))
    key = story.pathway.key
    return BpmnWorkflow(parser.get_spec(key), parser.get_subprocess_specs(key))


def _play(workflow: BpmnWorkflow, move: StepMove) -> None:
    waiting = workflow.get_tasks(state=TaskState.READY, manual=True)
    task = next(task for task in waiting if task.task_spec.bpmn_id == move.step)
    task.data[move.step] = stock_answers(move.answers)
    task.run()
    workflow.do_engine_steps()

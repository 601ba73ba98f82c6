"""Plays any pathway at random, as all its people: whatever its forms allow may be answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from pathways import forms
from pathways.model.form import Form, Question
from workflow.model.actor import Actor
from workflow.model.case import CaseStatus
from workflow.model.errors import InvalidAnswers, SameActorTwice
from workflow.model.task import Task
from workflow.rehearsal import Stage

_LETTERS = "abc äß’“”£—<>&{}[]\"'\\\n\t👍🏽 " + "e" * 20
_TRIES = 50


@dataclass(slots=True)
class Player:
    """Goes on with one case at random."""

    stage: Stage
    chance: Random
    case_id: str
    sent: int = 0

    @property
    def ended(self) -> bool:
        engine = self.stage.workflow.engine
        file = engine.case_file(self.stage.cast["family_1"], self.case_id)
        return file.case.status is CaseStatus.COMPLETED

    def move(self) -> None:
        """Do something: complete, save, send nonsense, send twice, or let time pass.

        Raises:
            Exception: Whatever goes wrong that must not; refusals that are right are not raised.
        """
        roll, waiting = self.chance.random(), self._waiting()
        if not waiting or roll < 0.2:
            self._let_time_pass()
            return
        task = self.chance.choice(waiting)
        if roll < 0.3:
            self._save(task)
        elif roll < 0.4:
            self._send_nonsense(task)
        else:
            self._complete(task, twice=roll < 0.5)

    def answers(self, form: Form) -> Mapping[str, Any]:
        """Return answers that a form takes."""
        for _ in range(_TRIES):
            given = self._draw(form)
            if not forms.check(form, given):
                return given
        raise AssertionError(f"no answers to {form.step} were found: {forms.check(form, given)}")

    def _waiting(self) -> tuple[Task, ...]:
        engine = self.stage.workflow.engine
        return engine.case_file(self.stage.cast["family_1"], self.case_id).open_tasks

    def _people(self, task: Task) -> list[Actor]:
        """Return the people of a lane, in any order."""
        names = [name for name in self.stage.cast if name.rpartition("_")[0] == task.role]
        return [self.stage.cast[name] for name in self.chance.sample(names, len(names))]

    def _form(self, task: Task) -> Form:
        (version,) = self.stage.workflow.publishing.published()
        return version.pathway.forms[task.step]

    def _complete(self, task: Task, *, twice: bool) -> None:
        answers, engine = self.answers(self._form(task)), self.stage.workflow.engine
        self.sent += 1
        for actor in self._people(task):
            try:
                engine.task(actor, task.id)
                done = engine.complete(actor, task.id, answers, key=f"{self.case_id} {self.sent}")
            except SameActorTwice:
                continue
            if twice:
                again = engine.complete(actor, task.id, answers, key=f"{self.case_id} {self.sent}")
                assert again == done
            return

    def _save(self, task: Task) -> None:
        answers = dict(self.answers(self._form(task)))
        for name in self.chance.sample(list(answers), len(answers) // 2):
            del answers[name]
        for actor in self._people(task):
            try:
                self.stage.workflow.engine.save_answers(actor, task.id, answers)
            except SameActorTwice:
                continue
            assert self.stage.workflow.engine.task(actor, task.id).saved == answers

    def _send_nonsense(self, task: Task) -> None:
        nonsense = {**self.answers(self._form(task)), "no such question": [{}]}
        for actor in self._people(task):
            try:
                self.stage.workflow.engine.complete(actor, task.id, nonsense, key="nonsense")
            except (InvalidAnswers, SameActorTwice):
                continue
            raise AssertionError("nonsense was taken")

    def _let_time_pass(self) -> None:
        self.stage.time.moment += timedelta(hours=self.chance.randint(1, 24 * 40))
        self.stage.workflow.jobs.tick(self.stage.time.moment)

    def _draw(self, form: Form) -> dict[str, Any]:
        given: dict[str, Any] = {}
        for question in form.questions:
            condition = question.only_if
            asked = condition is None or given.get(condition.question) in condition.answers
            if asked and (question.required or self.chance.random() < 0.5):
                given[question.name] = self._answer(question)
        return given

    def _answer(self, question: Question) -> Any:  # noqa: ANN401  truly JSON
        schema, kind = question.schema, question.schema["type"]
        if kind == "array":
            few = self.chance.randint(1, len(question.options))
            return [option.value for option in self.chance.sample(question.options, few)]
        if question.options:
            return self.chance.choice(question.options).value
        if kind == "boolean":
            return self.chance.random() < 0.5
        if kind in {"number", "integer"}:
            pence = self.chance.randint(0, 500_000)
            return pence if kind == "integer" else Decimal(pence) / 100
        if schema.get("format") == "date":
            return (date(2027, 1, 1) + timedelta(days=self.chance.randint(-400, 800))).isoformat()
        return self._text(schema.get("minLength", 0), schema.get("maxLength", 1_000))

    def _text(self, shortest: int, longest: int) -> str:
        length = self.chance.randint(max(shortest, min(30, longest)), min(longest, 60))
        return "x" + "".join(self.chance.choices(_LETTERS, k=length - 1))

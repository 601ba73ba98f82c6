"""Brings a case to where a test begins, without a browser: the engine's own verbs."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from tests.browser import story
from tests.webapp.story import HEAD, MOTHER, OFFICER
from workflow.bootstrap import Workflow
from workflow.model.actor import Actor

_ASKED = {
    "asked_by": "parent",
    "deciding": "under_16",
    "how_they_said_it": "own_words",
    "what_they_say": story.IN_HER_WORDS,
    "what_it_is": story.WHAT,
    "what_matters": "Being with her friends at break",
    "what_should_change": "She can say what she wants to play",
    "strengths": "She loves jokes, swimming and maps",
}
_CHECKED = {
    "plan_stage": "review",
    "plan_section": "education",
    "kind": "goods",
    "given_by": "nobody",
    "where_used": "both",
    "setting_type": "mainstream",
    "price": 349.99,
}
_AGREED = {
    "answer": "agree_with_conditions",
    "conditions": story.CONDITIONS,
    "signed_as": "Head teacher",
}


@dataclass(frozen=True, slots=True)
class Acting:
    """Plays the parts of a story that a test does not look at."""

    workflow: Workflow

    def begun(self) -> None:
        """Begin a case; its first task waits for the mother."""
        mother = self.person(MOTHER)
        (child,) = self.workflow.engine.children(mother)
        self.workflow.engine.open_case(mother, story.KEY, child.id, key=secrets.token_hex())

    def asked(self) -> None:
        """Let the mother ask; the officer's task waits."""
        self.begun()
        self._complete(MOTHER, _ASKED)

    def checked(self) -> None:
        """Let the officer check the plan too; the head's task waits."""
        self.asked()
        self._complete(OFFICER, _CHECKED)

    def agreed(self) -> None:
        """Let the head agree too; the managers' task waits."""
        self.checked()
        self._complete(HEAD, _AGREED)

    def _complete(self, name: str, answers: Mapping[str, object]) -> None:
        person = self.person(name)
        (entry,) = self.workflow.engine.worklist(person)
        key = secrets.token_hex()
        self.workflow.engine.complete(person, entry.task.id, answers, key=key)

    def person(self, name: str) -> Actor:
        """Return one of the demonstration's people."""
        assert self.workflow.demo is not None
        (found,) = [one for one in self.workflow.demo.people() if one.name == name]
        return self.workflow.demo.sign_in(found.account_id)

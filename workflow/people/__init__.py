"""Verbs on people: add them, sign them in, end their sessions, close their accounts."""

from workflow.people.people import People
from workflow.people.sessions import Sessions, SessionState

__all__ = ["People", "SessionState", "Sessions"]

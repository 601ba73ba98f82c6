"""What a view asks of the request that it answers: the house, the person, the moment."""

from datetime import datetime
from typing import cast

from flask import current_app
from flask_login import current_user

from workflow.bootstrap import Workflow
from workflow.model.actor import Actor

EXTENSION = "fingerpost"


def workflow() -> Workflow:
    """Return the workflow that this application is the face of."""
    return cast(Workflow, current_app.extensions[EXTENSION])


def actor() -> Actor:
    """Return who is asking; only where signing in is required."""
    return cast(Actor, current_user.actor)


def actor_or_none() -> Actor | None:
    """Return who is asking; None for somebody who has not signed in."""
    return actor() if current_user.is_authenticated else None


def now() -> datetime:
    """Return the present moment; aware, UTC."""
    return workflow().time.now()

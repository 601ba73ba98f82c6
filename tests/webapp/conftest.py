"""The application on a whole house, and people's browsers."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.webapp.client import Browser
from tests.webapp.story import Story
from webapp.application import create_app
from workflow.bootstrap import Workflow


@pytest.fixture
def app(workflow: Workflow) -> Flask:
    return create_app(workflow, demo=True)


@pytest.fixture
def browser(app: Flask) -> Browser:
    """Return the browser of somebody who has not signed in."""
    return Browser(app)


@pytest.fixture
def sign_in(app: Flask) -> Callable[[str], Browser]:
    """Return a way to open a browser as one of the demonstration's people."""
    return lambda name: Browser(app).sign_in_as(name)


@pytest.fixture
def story(sign_in: Callable[[str], Browser]) -> Story:
    """Return the beginning of the tablet's story, to be acted."""
    return Story(sign_in)

"""A house in which scenarios are played before its pages are read."""

import pytest

from tests.webapp.acting import Stage
from workflow.bootstrap import Workflow


@pytest.fixture
def stage(workflow: Workflow) -> Stage:
    return Stage(workflow)

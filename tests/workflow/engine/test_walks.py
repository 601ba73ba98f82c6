"""Whatever the people of a case do, in whatever order: nothing breaks, and every case can end."""

from collections.abc import Iterator
from random import Random
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.audit import faults
from tests.workflow.player import Player
from tests.workflow.tablet import KEY
from workflow.publishing import shipped_pathways
from workflow.rehearsal import Stage, scenarios
from workflow.rehearsal.stage import build_stage

MOVES, MOST_MOVES = 25, 300


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A house with people for every lane, two of them managers."""
    path = "scenarios/no_and_then_yes.toml"
    files = dict(shipped_pathways()[KEY])
    (scenario,) = scenarios({path: files[path]})
    stage = build_stage(tmp_path_factory.mktemp("walks"), files, scenario)
    yield stage
    stage.workflow.stop()


@given(st.integers(0, 2**32))
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
def test_any_walk_through_the_quick_one_off_leaves_everything_in_order_and_can_end(
    stage: Stage, seed: int
) -> None:
    family = stage.cast["family_1"]
    opened = stage.workflow.engine.open_case(family, KEY, stage.child_id, key=str(uuid4()))
    player = Player(stage, Random(seed), opened.case.id)  # noqa: S311  no secret

    for _ in range(MOVES):
        player.move()
        assert faults(stage.workflow, player.case_id) == []
    for _ in range(MOST_MOVES):
        if player.ended:
            break
        player.move()

    assert player.ended
    assert faults(stage.workflow) == []

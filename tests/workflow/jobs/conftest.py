"""What is promised of jobs holds on each database, with the adapter that a house has there."""

from collections.abc import Iterator

import pytest

from workflow.store import Store


@pytest.fixture
def database_url(each_database_url: str) -> str:
    return each_database_url


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    with Store(database_url) as opened:
        yield opened

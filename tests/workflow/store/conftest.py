"""What is promised of the store holds on each database."""

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

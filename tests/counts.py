"""How often a test of chance or of faults is repeated: some times always, many times if asked."""

import pytest


def repeated(name: str, few: int, many: int) -> pytest.MarkDecorator:
    """Give a test a count: a few in `make test`, and many in `make test-long` as well."""
    return pytest.mark.parametrize(name, [few, pytest.param(many, marks=pytest.mark.long)])

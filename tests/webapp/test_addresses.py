"""Addresses of pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp import addresses


@pytest.mark.parametrize("path", ["/", "/worklist?when=late", "/tasks/1#q-what"])
def test_a_path_of_this_site_is_kept(path: str) -> None:
    assert addresses.within(path) == path


@pytest.mark.parametrize(
    "path", ["", "worklist", "//x.example", "/\\x.example", "https://x.example", "/\tx", "/a\nb"]
)
def test_whatever_leads_elsewhere_is_dropped(path: str) -> None:
    assert addresses.within(path) is None


@given(st.text(min_size=1))
def test_no_id_leads_out_of_its_page(text: str) -> None:
    for page in (addresses.case, addresses.task, addresses.pathway, addresses.ask):
        assert page(text.encode("utf-8", "replace").decode()).count("/") == 2

import pytest

from pathways.model.finding import Finding, PathwayInvalid
from pathways.reading.about import read_about
from tests.pathways.reading.folders import ABOUT


def findings(text: str) -> tuple[Finding, ...]:
    with pytest.raises(PathwayInvalid) as invalid:
        read_about(text.encode())
    return invalid.value.findings


def test_what_is_made_up_may_stay_unsaid() -> None:
    assert read_about(ABOUT.replace('fictional = "All of it."', "").encode()).fictional == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("name", "nmae", "Did you mean “name”?"),
        ('owner = "Head of SEND"', "", "“owner” is missing"),
        ("2027-09-01", '"next year"', "“review_on” must be a day"),
        ("2026-11-21", "2026-11-21T09:00:00", "must be a day without a time"),
        ('"A council prepares a budget."', '" "', "sources 1: “says” is empty"),
        ("says =", "said =", "sources 1: “says” is missing"),
        ("[[sources]]", "[[laws]]", "no source is named"),
        ("[[sources]]", "[sources]", "[[sources]]"),
    ],
)
def test_what_is_wrong_is_a_finding(old: str, new: str, said: str) -> None:
    assert old in ABOUT

    assert any(said in finding.message for finding in findings(ABOUT.replace(old, new)))

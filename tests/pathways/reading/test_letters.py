import pytest

from pathways.model.finding import Finding, PathwayInvalid
from pathways.reading import read_letter
from tests.pathways.dmn.tables import NOW

LETTER = "To: family\nSubject: Our answer\n\nHello {child.name},\n\nyes.\n"


def findings(text: str | bytes) -> tuple[Finding, ...]:
    source = text.encode() if isinstance(text, str) else text
    with pytest.raises(PathwayInvalid) as invalid:
        read_letter(source, step="tell_yes", file="letters/tell_yes.txt")
    return invalid.value.findings


@pytest.mark.parametrize(
    "text",
    [LETTER, LETTER.replace("\n", "\r\n"), "\ufeff" + LETTER, LETTER.replace("\n\n", "\n  \n", 1)],
    ids=["unix", "windows", "with a mark", "with spaces"],
)
def test_a_letter_is_read_however_its_lines_end(text: str) -> None:
    letter = read_letter(text.encode(), step="tell_yes", file="letters/tell_yes.txt")

    assert (letter.step, letter.to, letter.subject) == ("tell_yes", "family", "Our answer")
    assert letter.body.fill({"child": {"name": "Ash"}}, now=NOW) == "Hello Ash,\n\nyes."


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("To: family\n", "", "missing_header"),
        ("Subject: Our answer", "Subject:", "missing_header"),
        ("Subject: Our answer", "Subject: About {child.name}", "place_in_subject"),
        ("Our answer", "x" * 151, "long_subject"),
        ("Subject:", "Cc: x\nSubject:", "bad_header"),
        ("To: family", "To: family\nTo: setting", "bad_header"),
        ("To: family", "to: family", "bad_header"),
        ("{child.name}", "{child.}", "not_feel"),
        ("{child.name}", "{child.name", "not_feel"),
        ("Hello {child.name},\n\nyes.\n", "\n\n", "empty_letter"),
    ],
)
def test_what_is_wrong_with_a_letter_is_a_finding(old: str, new: str, rule: str) -> None:
    assert rule in {finding.rule for finding in findings(LETTER.replace(old, new))}


@pytest.mark.parametrize("source", [b"\xff", b"x" * 50_001, b""])
def test_what_is_no_letter_is_a_finding(source: bytes) -> None:
    assert findings(source)


def test_a_broken_place_is_told_with_its_line_in_the_file() -> None:
    (finding,) = findings(LETTER.replace("yes.", "yes {1 +}."))

    assert finding.line == 6

import re

import pytest

from tests.architecture.tree import files, name_of

NO_TEXTS = (".png", ".jpg", ".ico", ".pyc", ".xz")

# Each pattern is broken by a character class, so that this file does not find itself.
PATTERNS = {
    "a path of one machine": r"(?<![\w./-])/(work|farm|root|home|opt)[/]|\.\./shared[/]",
    "a registry's host": r"registry\.npmjs[.]org|pythonhosted[.]org|pypi[.]org|deb\.debian[.]org",
    "how the work is done": r"\bCE[O]\b|\bclaud[e]\b|\b(helper|coding) (session|agent)[s]?\b",
    "a placeholder": r"lorem ipsu[m]|\bFIXM[E]\b|\bXX[X]\b",
}


@pytest.mark.parametrize("what", PATTERNS)
def test_no_file_of_ours_mentions(what: str) -> None:
    pattern = re.compile(PATTERNS[what], re.IGNORECASE if what != "a placeholder" else 0)
    texts = [path for path in files() if path.suffix not in NO_TEXTS]

    found = {name_of(path): pattern.findall(path.read_text(encoding="utf-8")) for path in texts}

    assert {name: words for name, words in found.items() if words} == {}


def test_every_text_ends_with_a_line_break_and_has_no_tabs() -> None:
    texts = list(files(".py", ".md", ".html", ".toml", ".scss", ".js", ".mjs", ".txt", ".json"))

    ragged = [name_of(path) for path in texts if path.read_bytes()[-1:] not in {b"\n", b""}]
    tabbed = [name_of(path) for path in texts if b"\t" in path.read_bytes()]

    assert (ragged, tabbed) == ([], [])

"""Names and ids for generated drawings: plain ones, and those that tools and people trip over."""

from hypothesis import strategies as st

PLAIN = (
    "Ask for help",
    "Write the plan",
    "Is it right?",
    "The school agrees",
    "Plan agreed",
    "Wait for the doctor",
)

ODD = (
    "",
    " ",
    "step 7",
    "7",
    "12. Send the letter",
    "Go to step 3.",
    "If yes, go to step 2. Otherwise go to step 4.",
    "This is how it begins",
    "Two\nlines",
    "a\ttab",
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "</title><svg onload=alert(1)>",
    "]]>",
    "&amp; & &lt;",
    "“quoted” and 'quoted' and \"quoted\"",
    "“",
    "back\\slash `code` *star* _line_ # - [a](b) ![c](d) | cell |",
    "# Heading",
    "- item",
    "1) item",
    "{name} {0} %s %(name)s $name ${name}",
    "Überprüfen: ß, İ, ﬁ",
    "שלום",
    "مرحبا",
    "同意する",
    "👩‍👩‍👧‍👦",
    "e\u0301",
    "zero\u200bwidth\u202eright to left",
    "no\u00a0break\u2028line",
    "Gateway_1",
    "x" * 300,
    "many words " * 40,
)

#: What XML 1.0 can hold, without the control characters that it refuses.
TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
    ),
    max_size=20,
)
PLAIN_NAMES = st.sampled_from(PLAIN)
NAMES = st.one_of(PLAIN_NAMES, PLAIN_NAMES, st.sampled_from(ODD), TEXT)

#: Parts of ids that XML Schema allows.
STEMS = ("n", "Activity_0x1k9", "ask-for.help", "_", "Über", "Step", "End", "step-")
#: Parts of ids that editors write, or that an attacker does.
ODD_STEMS = (
    *STEMS,
    "7",
    "a b",
    "a-b",
    "a'b",
    'a"b',
    "<script>alert(1)</script>",
    "a&b",
    "a:b",
    "a\nb",
    "#a",
    "%20",
    "url(x)",
    "{a}",
    "step",
    "同",
)


class Ids:
    """Ids of one file, each given out once."""

    def __init__(self, draw: st.DrawFn, stems: tuple[str, ...]) -> None:
        self._draw = draw
        self._stems = st.sampled_from(stems)
        self._odd = draw(st.booleans())
        self._taken: set[str] = set()

    def fresh(self, stem: str = "n") -> str:
        """Return an id that nothing else has."""
        wanted = self._draw(self._stems) if self._odd else stem
        number = len(self._taken)
        made = f"{wanted}{number}"
        if self._odd and wanted not in self._taken and wanted.strip("_- "):
            made = wanted
        while made in self._taken:
            number += 1
            made = f"{wanted}{number}"
        self._taken.add(made)
        return made

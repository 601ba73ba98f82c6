import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pathways.words import Words, catalogue, markdown
from tests.pathways.sketches import flow, simple, sketch
from tests.pathways.words.telling import file, tell

NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](http://x.example)",
    "*star* _line_ `code` ~~gone~~",
    "back\\slash \\[x](y)",
    "# heading #",
    "- item",
    "12. item",
    "| cell | cell |",
    "&lt;b&gt; &amp; &copy;",
    "http://a.example www.b.example me@c.example",
    "$x$ [^1] {#id} ==mark==",
    "> quote",
    "---",
    "two\nlines",
)
#: What a line may be made of, besides text.
ALLOWED = {"text", "html_inline", "link_open", "link_close", "text_special", "softbreak"}


def tokens(words: Words) -> list[Token]:
    """Return all tokens, those inside of lines too, as GitHub's flavour reads them."""
    parser = MarkdownIt("gfm-like", {"linkify": False}).enable(["strikethrough", "table"])
    found: list[Token] = []
    for token in parser.parse(markdown(words)):
        found += token.children or [token]
    return found


def escaped(text: str) -> str:
    for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(mark, entity)
    return text.replace("\n", "&#10;")


def test_steps_are_headings_with_anchors_and_ways_a_list_of_links() -> None:
    text = markdown(tell(sketch('<startEvent id="s"/><task id="a"/>' + flow("s", "a"))))

    assert text.startswith('# Sketch\n\n2 steps. No end is drawn.\n\n<a id="p"></a>\n\n')
    assert (
        '### <a id="s"></a>1. Start\n\nThis is how it begins.\n\n- Then go to [step 2](#a).\n'
        in text
    )


def test_parts_are_headings_and_a_drawing_without_a_name_says_so() -> None:
    text = markdown(tell(file('<process id="p"/><process id="q" name="Other"/>')))

    assert text.startswith("# Without a name\n")
    assert '\n## <a id="q"></a>Part 2 of 2: Other\n' in text


@pytest.mark.parametrize("name", NASTY, ids=range(len(NASTY)))
def test_nothing_that_was_drawn_is_read_as_markup(name: str) -> None:
    drawn = escaped(name)
    own = f'<fingerpost:wording for="family">{drawn}</fingerpost:wording>'
    told = tell(
        simple(
            f'<task id="a" name="{drawn}"><extensionElements>{own}</extensionElements></task>',
            '<exclusiveGateway id="g"/>',
        ).replace(b'name="Sketch"', f'name="{drawn}"'.encode())
    )

    inline = [token for token in tokens(told) if token.type in {"text", "text_special"}]
    kinds = {token.type for token in tokens(told) if token.type not in ALLOWED}
    raw = {token.content for token in tokens(told) if token.type == "html_inline"}

    assert kinds <= {
        *("heading_open", "heading_close", "paragraph_open", "paragraph_close"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
    }
    assert raw <= {"</a>", *(f'<a id="{anchor}">' for anchor in ("p", "begin", "a", "g", "finish"))}
    line = " ".join(name.split())
    assert line in "".join(token.content for token in inline)


def test_every_link_leads_to_an_anchor() -> None:
    told = tell(simple('<task id="a b"/>', '<subProcess id="s"><task id="t"/></subProcess>'))

    found = tokens(told)

    links = {str(token.attrGet("href")) for token in found if token.type == "link_open"}
    raw = "".join(token.content for token in found if token.type == "html_inline")
    assert links
    assert all(f'<a id="{link[1:]}">' in raw for link in links)


def test_it_is_written_in_the_language_of_the_words() -> None:
    assert "- Potem przejdź do [kroku 2](#a)." in markdown(tell(simple('<task id="a"/>'), "pl"))
    assert catalogue("pl").language == "pl"

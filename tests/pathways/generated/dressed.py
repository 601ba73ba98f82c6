"""The same drawing as other editors would have written it."""

from hypothesis import strategies as st

_ENCODINGS = ("UTF-8", "UTF-16", "UTF-32", "windows-1252", "GB18030", "us-ascii")
_MARKS = (
    "<!-- by hand -->",
    "<!---->",
    "<?tool version 2?>",
    "<!-- <task id='no'/> - -->",
)
_EXTENSIONS = (
    "<extensionElements><tool:form xmlns:tool='urn:tool' tool:key='a'/></extensionElements>",
    "<extensionElements><![CDATA[<b>&]]>\n\t</extensionElements>",
    "<documentation textFormat='text/html'><![CDATA[<p>Why</p>]]></documentation>",
)


def dressed(xml: bytes) -> st.SearchStrategy[bytes]:
    """Return a file of ours with comments, extensions, instructions and in any encoding.

    What it draws stays the same.

    Args:
        xml: A generated drawing, in UTF-8 and with BPMN as the default namespace.
    """
    return _dressed(xml)


@st.composite
def _dressed(draw: st.DrawFn, xml: bytes) -> bytes:
    text = xml.decode()
    for old, new in (("<process ", _EXTENSIONS), ("<process ", _MARKS), ("<process ", _MARKS)):
        if draw(st.booleans()):
            text = _inserted(text, old, draw(st.sampled_from(new)))
    before, after = (draw(st.lists(st.sampled_from(_MARKS), max_size=2)) for _ in range(2))
    whole = f"{''.join(before)}\n{text}\n{''.join(after)}"
    encoding = draw(st.sampled_from(_ENCODINGS))
    said = f'<?xml version="1.0" encoding="{encoding}"?>'
    return (said + whole).encode(encoding, errors="xmlcharrefreplace")


def _inserted(text: str, old: str, new: str) -> str:
    """Write something as the first thing inside of each process that has an inside."""
    head, *rest = text.split(old)
    return head + "".join(old + _after_tag(each, new) for each in rest)


def _after_tag(rest: str, new: str) -> str:
    tag, close, inside = rest.partition(">\n")
    return rest if tag.endswith("/") or not close else f"{tag}>{new}{inside}"

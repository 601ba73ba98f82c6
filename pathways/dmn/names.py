"""The names of DMN that the reader knows, and how elements are looked at."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

#: The MODEL namespaces of DMN 1.1 to 1.6, as the OMG published them; the second is what older
#: Camunda editors wrote for 1.1.
NAMESPACES = frozenset(
    {
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20151101/dmn11.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
        "https://www.omg.org/spec/DMN/20240513/MODEL/",
    }
)

#: What a decision can be made of.
LOGIC = (
    "decisionTable",
    "literalExpression",
    "context",
    "invocation",
    "list",
    "relation",
    "functionDefinition",
    "conditional",
    "filter",
    "for",
    "every",
    "some",
)


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for what is not DMN's own."""
    namespace, _, name = _tag(element).rpartition("}")
    return name if namespace.removeprefix("{") in NAMESPACES else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield an element's own DMN children of these names; comments and vendors' are passed over."""
    return (child for child in element if local(child) in names)


def child(element: Element, name: str) -> Element | None:
    """Return an element's first DMN child of this name."""
    return next(children(element, name), None)


def text_of(element: Element | None) -> str:
    """Return what an element says, without the comments in it; empty where it says nothing."""
    if element is None:
        return ""
    parts = [element.text or "", *((each.tail or "") for each in element)]
    return "".join(parts).strip()


def text_in(element: Element | None) -> str:
    """Return what the `text` child of an element says."""
    return "" if element is None else text_of(child(element, "text"))


def attribute(element: Element, name: str) -> str:
    """Return an attribute on one line; empty where it is missing."""
    return " ".join(element.get(name, "").split())


def _tag(element: Element) -> str:
    return element.tag if isinstance(element.tag, str) else ""

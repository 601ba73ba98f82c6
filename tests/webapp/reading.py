"""What pages that are read must keep: anchors resolve, and every step is there once."""

from tests.webapp.client import Page


def anchors(page: Page) -> set[str]:
    return set(page.tree.xpath("//@id"))


def fragments(page: Page) -> list[str]:
    """Return where the links within the page lead, those of the picture too."""
    return [link[1:] for link in page.tree.xpath("//a/@href") if link.startswith("#")]


def listed(page: Page) -> list[str]:
    """Return the ids of the steps in the list of steps."""
    return list(page.tree.xpath("//ol[@class='fingerpost-steps']/li/@id"))


def marked(page: Page) -> dict[str, set[str]]:
    """Return the marks of the list: what is said -> ids of the steps."""
    found: dict[str, set[str]] = {}
    for step in page.tree.xpath("//ol[@class='fingerpost-steps']/li"):
        for mark in step.xpath("./strong/text()"):
            found.setdefault(mark, set()).add(step.get("id"))
    return found


def drawn(page: Page) -> dict[str, set[str]]:
    """Return the marks of the picture: what is said -> anchors of the shapes."""
    found: dict[str, set[str]] = {}
    for shape in page.tree.xpath("//svg//a"):
        title = shape.xpath("./title/text()")[0]
        for mark in ("You are here", "Done"):
            if title.endswith(f"{mark}."):
                found.setdefault(mark, set()).add(shape.get("href")[1:])
    return found


def section(page: Page, heading: str) -> str:
    """Return the words between a second-level heading and the next, on one line."""
    (start,) = [one for one in page.tree.xpath("//h2") if one.text_content().strip() == heading]
    words = []
    for after in start.itersiblings():
        if after.tag == "h2":
            break
        words.append(after.text_content() if isinstance(after.tag, str) else "")
    return " ".join(" ".join(words).split())

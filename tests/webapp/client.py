"""A browser without script that checks every page it meets for all that we ever learned.

One h1, the window's title begins with it, strict HTML5, unique ids, a label for every field, links
of the error summary that reach a field, a token in every form, nothing inline, the headers, and a
POST that answers with 303 or a page that says what went wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from html5lib import HTMLParser
from lxml import html
from werkzeug.test import TestResponse

from webapp.hashes import STATIC
from webapp.security import HEADERS

_LARGEST_PAGE = 100_000
_FIELDS = "//input[not(@type='hidden')] | //textarea | //select"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a page, filled in as the page came."""

    action: str
    fields: dict[str, list[str]]

    def filled(self, **changed: str | list[str]) -> dict[str, list[str]]:
        """Return what would be sent; `_` in a keyword stands for `_`, pass others as a mapping."""
        return self.filled_with(changed)

    def filled_with(self, changed: Mapping[str, str | list[str]]) -> dict[str, list[str]]:
        new = {
            name: [value] if isinstance(value, str) else value for name, value in changed.items()
        }
        return {**self.fields, **new}


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was met, already checked."""

    path: str
    status: int
    tree: html.HtmlElement
    response: TestResponse

    @property
    def h1(self) -> str:
        return _words(self.tree.xpath("//h1")[0])

    @property
    def words(self) -> str:
        """What is read in the main part of the page, on one line."""
        return _words(self.tree.get_element_by_id("main-content"))

    @property
    def problems(self) -> list[str]:
        return [_words(line) for line in self.tree.xpath("//*[@role='alert']//li")]

    def links(self, path: str = "//main//a") -> dict[str, str]:
        return {_words(link): link.get("href") for link in self.tree.xpath(path)}

    @property
    def weight(self) -> int:
        """Bytes of the page and of all that it fetches, uncompressed.

        Its picture does not count, nor what somebody wrote.
        """
        return _weight(self.tree, self.response.get_data())

    def form(self, button: str) -> Form:
        """Return the form with this button, as a browser would send it by pressing it."""
        for form in self.tree.xpath("//form"):
            for pressed in form.xpath(".//button"):
                if _words(pressed) == button:
                    return Form(
                        urljoin(self.path, form.get("action") or self.path), _sent(form, pressed)
                    )
        raise AssertionError(f"There is no button “{button}” on “{self.h1}”.")


class Browser:
    """Somebody's browser."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()

    def get(self, path: str, *, status: int = 200) -> Page:
        """Open a page, following redirects as browsers do."""
        response = self.client.get(path)
        check_headers(response)
        if response.status_code in {301, 302, 303} and status == 200:
            return self.get(response.location)
        return check_page(path, response, status=status)

    def post(
        self, path: str, data: Mapping[str, str | list[str]], *, status: int = 303
    ) -> Page | TestResponse:
        """Send a form; a 303 is returned as it is, anything else is a page."""
        response = self.client.post(path, data=dict(data))
        check_headers(response)
        assert response.status_code == status, f"{response.status_code} from POST {path}"
        if status == 303:
            assert response.headers["Cache-Control"] == "no-store"
            return response
        assert 400 <= status < 600
        return check_page(path, response, status=status)

    def press(self, page: Page, button: str, **entries: str | list[str]) -> Page:
        """Fill in the form with this button, press it, and open where it leads."""
        form = page.form(button)
        answered = self.post(form.action, form.filled_with(entries))
        assert isinstance(answered, TestResponse)
        return self.get(answered.location)

    def press_wrongly(
        self, page: Page, button: str, *, status: int = 422, **entries: str | list[str]
    ) -> Page:
        """Fill in the form with this button so that it is refused, and return the page."""
        form = page.form(button)
        answered = self.post(form.action, form.filled_with(entries), status=status)
        assert isinstance(answered, Page)
        return answered

    def sign_in_as(self, name: str) -> "Browser":
        """Sign in with one click as one of the demonstration's people."""
        self.press(self.get("/sign-in"), f"Sign in as {name}")
        return self


def check_headers(response: TestResponse) -> None:
    for name, value in HEADERS.items():
        assert response.headers[name] == value
    assert response.headers["Cache-Control"]


def check_page(path: str, response: TestResponse, *, status: int) -> Page:
    assert response.status_code == status, f"{response.status_code} from {path}"
    assert response.mimetype == "text/html"
    text = response.get_data(as_text=True)
    HTMLParser(strict=True).parse(text)
    tree = html.document_fromstring(text)
    _check_heading(tree)
    _check_ids_and_labels(tree)
    _check_error_summary(tree)
    _check_forms(tree)
    _check_nothing_inline(tree)
    assert _weight(tree, response.get_data()) < _LARGEST_PAGE
    return Page(path, status, tree, response)


def _check_heading(tree: html.HtmlElement) -> None:
    headings = tree.xpath("//h1")
    assert len(headings) == 1
    heading, title = _words(headings[0]), _words(tree.xpath("//title")[0])
    assert heading
    assert title.startswith(heading)
    assert title.endswith("– Fingerpost")
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//main")) == 1


def _check_ids_and_labels(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids)), f"doubled: {sorted(i for i in ids if ids.count(i) > 1)}"
    labels = set(tree.xpath("//label/@for"))
    for field in tree.xpath(_FIELDS):
        assert field.get("id") in labels, f"no label for {field.get('name')}"
    for name in ("aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls"):
        for named in tree.xpath(f"//@{name}"):
            assert set(named.split()) <= set(ids), f"{name} names what is not there: {named}"
    assert labels <= set(ids)


def _check_error_summary(tree: html.HtmlElement) -> None:
    links = tree.xpath("//*[@role='alert']//a/@href")
    for link in links:
        assert link.startswith("#")
        assert tree.get_element_by_id(link[1:]).tag in {"input", "textarea", "select"}
    if tree.xpath("//*[contains(@class, 'govuk-error-message')]"):
        assert tree.xpath("//*[@role='alert']")


def _check_forms(tree: html.HtmlElement) -> None:
    for form in tree.xpath("//form"):
        assert form.get("method") in {"get", "post"}
        assert form.xpath(".//button[@type='submit']")
        if form.get("method") == "post":
            assert form.xpath("./input[@type='hidden'][@name='csrf_token']/@value")[0]


def _check_nothing_inline(tree: html.HtmlElement) -> None:
    assert not tree.xpath("//style | //@style | //script[not(@src)]")
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    for address in tree.xpath("//script/@src | //link/@href | //img/@src"):
        assert not urlsplit(address).netloc
    for address in tree.xpath("//a/@href"):
        assert not address.lower().startswith(("javascript:", "data:"))


def _weight(tree: html.HtmlElement, page: bytes) -> int:
    own = sum(len(html.tostring(one, with_tail=False)) for one in tree.xpath("//svg | //textarea"))
    fetched = tree.xpath("//script/@src | //link[@rel='stylesheet']/@href")
    names = [urlsplit(address).path.rpartition("/")[2] for address in fetched]
    return len(page) - own + sum((STATIC / name).stat().st_size for name in names)


def _sent(form: html.HtmlElement, pressed: html.HtmlElement) -> dict[str, list[str]]:
    sent: dict[str, list[str]] = {}
    for field in form.xpath(".//input | .//textarea | .//select"):
        kind = field.get("type")
        if kind in {"radio", "checkbox"} and field.get("checked") is None:
            continue
        value = field.text or "" if field.tag == "textarea" else field.get("value", "")
        sent.setdefault(field.get("name"), []).append(value)
    if pressed.get("name"):
        sent[pressed.get("name")] = [pressed.get("value", "")]
    return sent


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())

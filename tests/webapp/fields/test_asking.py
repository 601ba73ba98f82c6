"""Questions -> HTML fields."""

from html5lib import HTMLParser
from lxml import html

from tests.webapp.form import form
from webapp.fields import anchor, entered, fields, read

FORM = form()


def _page(
    entries: dict[str, list[str]], problems: dict[str, str] | None = None
) -> html.HtmlElement:
    shown = "".join(fields(FORM, entries, problems or {}))
    HTMLParser(strict=True).parseFragment(shown)
    return html.fragment_fromstring(shown, create_parent="form")


def test_every_question_has_a_field_of_its_name_with_a_label() -> None:
    page = _page({})

    for question in FORM.questions:
        first = page.get_element_by_id(anchor(question))
        assert first.get("name", "").startswith(question.name)
        assert page.xpath(f"//label[@for='{anchor(question)}']")


def test_a_question_after_one_choice_stands_under_that_choice() -> None:
    page = _page({})

    under_home = page.get_element_by_id("conditional-q-place")
    assert under_home.xpath(".//textarea[@name='why_home']")
    assert not under_home.xpath(".//input[@name='teacher']")
    assert "“At school” or “In both places”" in page.get_element_by_id("q-teacher-hint").text


def test_what_was_typed_is_shown_again_also_under_a_choice_that_was_not_chosen() -> None:
    entries = {"place": ["school"], "why_home": ["It is\n  calm"], "price": ["a lot"]}

    page = _page(entries, {"price": "Enter an amount"})

    assert page.get_element_by_id("q-why_home").text == "It is\n  calm"
    assert page.get_element_by_id("q-price").get("value") == "a lot"
    assert "Enter an amount" in page.get_element_by_id("q-price-error").text_content()


def test_text_does_not_move_however_often_it_is_shown() -> None:
    entries = {"place": ["home"], "why_home": ["one\n\n  two\nthree"]}

    for _ in range(3):
        shown = _page(entries).get_element_by_id("q-why_home").text
        entries = entered(FORM, read(FORM, {**entries, "why_home": [shown]}).answers)

    assert shown == "one\n\n  two\nthree"


def test_what_people_write_is_never_markup() -> None:
    page = _page({"what": ['"><script>alert(1)</script>'], "words": ["</textarea><script>"]})

    assert not page.xpath("//script")


def test_only_questions_that_may_stay_open_say_so() -> None:
    page = _page({})

    assert "(optional)" in page.xpath("//label[@for='q-lessons']")[0].text
    assert "(optional)" not in page.xpath("//label[@for='q-what']")[0].text

"""The public page of a pathway, its picture alone, and the drawing itself."""

from collections.abc import Callable

import pytest
from lxml import etree

from tests.webapp.client import Browser, Page
from tests.webapp.reading import anchors, fragments, listed, section
from tests.webapp.story import KEY, MOTHER
from workflow.bootstrap import Workflow
from workflow.model.version import Version

PATH = f"/local-offer/{KEY}"


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.get(PATH)


@pytest.fixture
def version(workflow: Workflow) -> Version:
    return workflow.publishing.version(KEY)


def test_anybody_reads_what_it_is_and_who_it_is_for(page: Page, version: Version) -> None:
    about = version.pathway.about

    assert page.h1 == about.name
    assert about.summary in page.words
    assert about.who_it_is_for in page.words
    assert about.fictional in page.words


def test_every_step_of_the_drawing_is_told_once_and_in_order(page: Page, version: Version) -> None:
    drawing = version.pathway.drawing
    told = [one.id for one in [*drawing.steps(), *drawing.events()]]

    assert len(listed(page)) == len(set(listed(page)))
    assert set(told) <= set(listed(page))
    assert listed(page)[0] == "request_made"


def test_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    assert set(fragments(page)) <= anchors(page)


def test_every_shape_of_the_picture_leads_to_its_words(page: Page) -> None:
    shapes = page.tree.xpath("//svg//a/@href")

    assert {link[1:] for link in shapes} == set(listed(page))
    assert len(shapes) == len(listed(page))


def test_every_step_s_name_leads_to_its_shape(page: Page) -> None:
    names = page.tree.xpath("//ol[@class='fingerpost-steps']/li/h3/a")
    shapes = {shape.get("id"): shape.get("href") for shape in page.tree.xpath("//svg//a")}

    assert [shapes[name.get("href")[1:]] for name in names] == [f"#{one}" for one in listed(page)]


def test_the_words_stand_before_the_picture_and_the_picture_in_a_frame(page: Page) -> None:
    order = [one.tag for one in page.tree.xpath("//ol[@class='fingerpost-steps'] | //main//svg/..")]
    (frame,) = page.tree.xpath("//*[@role='region']")

    assert order.index("ol") < order.index("div")
    assert frame.get("tabindex") == "0"
    assert frame.get("aria-label")
    assert frame.xpath("./svg")


def test_a_step_says_who_does_it_how_long_it_takes_and_what_comes_then(page: Page) -> None:
    step = " ".join(page.tree.get_element_by_id("check_the_plan").text_content().split())

    assert "Check the plan and the item" in step
    assert "A case officer looks at three things" in step
    assert "Case officer. Somebody does this, within 10 working days." in step
    assert "Then go to step" in step


def test_a_step_that_is_the_family_s_is_marked_in_more_than_colour(page: Page) -> None:
    step = page.tree.get_element_by_id("ask_for_it")

    assert step.get("class") == "you"
    assert "Family." in step.text_content()


def test_decision_tables_are_tables_in_words(page: Page, version: Version) -> None:
    tables = page.tree.xpath("//table")
    captions = {one.xpath("./caption")[0].text_content() for one in tables}
    rows = sum(len(one.xpath("./tr | ./tbody/tr")) for one in tables)
    decisions = version.pathway.decisions.values()

    assert captions == {one.name for one in decisions}
    assert rows == sum(len(table.rules) for one in decisions for table in one.tables())
    for table in tables:
        columns = len(table.xpath("./thead/tr/th"))
        assert {len(row.xpath("./td")) for row in table.xpath("./tr | ./tbody/tr")} == {columns}


def test_no_code_of_an_answer_is_left_in_a_table(page: Page) -> None:
    cells = [one.text_content() for one in page.tree.xpath("//td")]

    assert not [cell for cell in cells if "_" in cell or '"' in cell or cell in {"true", "false"}]
    assert "At school or college, or at home and at school or college" in cells


def test_every_rule_says_because_of_what(page: Page, version: Version) -> None:
    for decision in version.pathway.decisions.values():
        for rule in (each for table in decision.tables() for each in table.rules):
            assert rule.because in page.words


def test_a_table_and_the_step_that_it_answers_lead_to_each_other(page: Page) -> None:
    (link,) = page.tree.xpath("//li[@id='who_decides']//a[contains(@href, 'table.')]/@href")
    table = page.tree.get_element_by_id(link[1:])

    assert table.tag == "table"
    assert table.getnext().xpath(".//a/@href") == ["#who_decides"]


def test_it_says_who_answers_for_it_since_when_and_by_which_law(
    page: Page, version: Version
) -> None:
    words = section(page, "Who looks after this, and the law")

    assert version.pathway.about.owner in words
    assert "1 September 2027" in words
    assert "1, published on 11 January 2027" in words
    for source in version.pathway.about.sources:
        assert source.title in words
        assert source.says in words


def test_every_period_is_told_with_who_set_it_and_since_when(page: Page, version: Version) -> None:
    words = section(page, "How long things take")

    for period in version.pathway.periods.values():
        assert period.words in words
        assert period.source in words
    assert "In force since 1 September 2026" in words


def test_it_leads_to_asking(page: Page) -> None:
    assert page.links()["Ask for this"] == f"/ask/{KEY}"


def test_it_is_public_cacheable_and_fetches_no_script(page: Page) -> None:
    assert page.response.headers["Cache-Control"] == "public, max-age=300"
    assert page.tree.xpath("//script") == []


def test_it_is_below_85_kilobytes_with_its_stylesheets_and_without_the_picture(page: Page) -> None:
    assert page.weight < 85_000


def test_who_has_signed_in_reads_the_same(sign_in: Callable[[str], Browser], page: Page) -> None:
    assert sign_in(MOTHER).get(PATH).words == page.words


def test_the_picture_alone_carries_its_looks_and_can_do_nothing(browser: Browser) -> None:
    response = browser.client.get(f"{PATH}/picture.svg")

    assert response.status_code == 200
    assert response.mimetype == "image/svg+xml"
    assert response.headers["Content-Security-Policy"].endswith("sandbox")
    assert "script" not in response.headers["Content-Security-Policy"]
    assert etree.fromstring(response.get_data()).tag == "{http://www.w3.org/2000/svg}svg"
    assert b"<script" not in response.get_data()


def test_the_drawing_is_the_file_that_cases_follow(browser: Browser, version: Version) -> None:
    response = browser.client.get(f"{PATH}/pathway.bpmn")

    assert response.get_data() == version.pathway.sources["pathway.bpmn"]
    assert "attachment" in response.headers["Content-Disposition"]
    assert response.headers["Content-Security-Policy"].endswith("sandbox")
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["", "/picture.svg", "/pathway.bpmn"])
def test_a_pathway_that_is_not_published_is_not_there(browser: Browser, path: str) -> None:
    page = browser.get(f"/local-offer/nowhere{path}", status=404)

    assert page.h1 == "We cannot find this page"

"""Tasks on their pages."""

from collections.abc import Callable

from tests.webapp.client import Browser, Page
from tests.webapp.story import AGREED, ASKED, CHECKED, MANAGER, MOTHER, OFFICER, Story, send


def _tasks(browser: Browser) -> list[str]:
    links = browser.get("/worklist").links().values()
    return [href for href in links if href.startswith("/tasks/")]


def test_a_task_s_page_says_what_for_whom_and_asks(story: Story) -> None:
    _, page = story.asked()

    assert page.h1 == "Ask for a one-off"
    assert "Ama (fictional), FP-" in page.words
    assert page.form("Continue").fields["what_it_is"] == [""]


def test_the_next_person_sees_first_what_was_said_before(story: Story) -> None:
    browser, page = story.asked()
    send(browser, page, ASKED)

    _, officers = story.waiting(OFFICER)

    assert "I want to tell jokes." in officers.words
    assert officers.words.index("I want to tell jokes.") < officers.words.index(
        "A tablet that talks"
    )


def test_answers_are_shown_once_more_and_each_can_be_changed(story: Story) -> None:
    browser, page = story.asked()

    check = browser.press(page, "Continue", **ASKED)

    assert check.h1 == "Check your answers"
    assert "A parent or carer" in check.words
    changes = {href for words, href in check.links().items() if words.startswith("Change")}
    assert f"{page.path}#q-what_it_is" in changes
    again = browser.get(page.path)
    for change in changes:
        assert again.tree.get_element_by_id(change.partition("#")[2]) is not None
    assert again.form("Continue").fields["what_they_say"] == [ASKED["what_they_say"]]


def test_what_is_missing_is_told_at_its_field_and_above_the_heading(story: Story) -> None:
    browser, page = story.asked()

    refused = browser.press_wrongly(page, "Continue", what_it_is="A tablet")

    assert refused.h1 == page.h1
    assert "there is a problem" in refused.tree.findtext(".//title")
    assert len(refused.problems) >= 5
    assert refused.form("Continue").fields["what_it_is"] == ["A tablet"]
    assert not any("What are you asking for" in problem for problem in refused.problems)


def test_a_task_can_be_saved_half_way_and_gone_on_with_later(story: Story) -> None:
    browser, page = story.asked()

    saved = browser.press(page, "Save and come back later", what_matters="One\n\nTwo")

    assert saved.h1 == "Your tasks"
    assert "Your answers are saved. They have not been sent yet" in saved.words
    assert "Your answers are saved" not in browser.get("/worklist").words
    later = story.sign_in(MOTHER).get(page.path)
    assert later.form("Continue").fields["what_matters"] == ["One\n\nTwo"]


def test_what_cannot_be_read_yet_is_kept_as_it_was_typed(story: Story) -> None:
    browser, page = story.asked()
    send(browser, page, ASKED)
    officer, page = story.waiting(OFFICER)
    half = {"price": "about £300", "next_review_on-day": "31", "next_review_on-month": "Febr"}

    officer.press(page, "Save and come back later", **half)

    fields = story.sign_in(OFFICER).get(page.path).form("Continue").fields
    assert {name: fields[name] for name in half} == {name: [text] for name, text in half.items()}
    refused = officer.press_wrongly(page, "Continue", **(CHECKED | {"price": "about £300"}))
    assert refused.problems == ["Enter an amount in pounds and pence, for example 349.99"]


def test_what_was_said_before_is_shown_in_its_words(story: Story) -> None:
    _, page = story.at_the_head()

    assert "At home and at school or college" in page.words


def test_what_was_typed_under_another_choice_is_not_lost_and_not_sent(story: Story) -> None:
    browser, page = story.asked()
    answers = ASKED | {"how_they_said_it": "chose_not_to_say"}

    check = browser.press(page, "Continue", **answers)

    assert "This will not be sent" in check.words
    assert "What do they say?" in check.words
    assert "I want to tell jokes" not in check.words
    again = browser.get(page.path).form("Continue")
    assert again.fields["what_they_say"] == [ASKED["what_they_say"]]


def test_the_check_page_of_an_unfinished_task_leads_back_to_its_questions(story: Story) -> None:
    browser, page = story.asked()

    assert browser.get(f"{page.path}/check").h1 == page.h1


def test_sending_twice_sends_once(story: Story) -> None:
    browser, page = story.asked()
    form = browser.press(page, "Continue", **ASKED).form("Send")

    answers = [browser.client.post(form.action, data=form.fields) for _ in range(3)]

    assert [response.status_code for response in answers] == [303] * 3
    assert len({response.location for response in answers}) == 1
    _, officers = story.waiting(OFFICER)
    assert len(_tasks(story.sign_in(OFFICER))) == 1
    assert officers.h1


def test_who_comes_second_learns_who_did_it_and_when(story: Story) -> None:
    browser, page = story.asked()
    first = browser.press(page, "Continue", **ASKED).form("Send")
    second = browser.get(f"{page.path}/check").form("Send")
    assert browser.client.post(first.action, data=first.fields).status_code == 303

    late = browser.post(second.action, second.fields, status=409)

    assert isinstance(late, Page)
    assert late.h1 == "This has been done already"
    assert "You did it on Monday 11 January 2027 at 9:00am." in late.words
    assert browser.get(page.path, status=409).h1 == late.h1
    assert browser.get(f"{page.path}/check", status=409).h1 == late.h1


def test_somebody_who_does_not_read_the_case_gets_thanks_and_what_happens_next(
    story: Story,
) -> None:
    head, page = story.at_the_head()

    thanks = head.get(send(head, page, AGREED))

    assert thanks.h1 == "Thank you"
    assert "You need to do nothing more now" in thanks.words
    assert "The case goes on to" in thanks.words
    assert _tasks(head) == []


def test_nobody_gets_thanks_for_what_they_have_not_done(story: Story) -> None:
    head, page = story.at_the_head()

    assert head.get(f"{page.path}/sent").h1 == page.h1


def test_questions_nobody_asked_are_refused_and_named(story: Story) -> None:
    browser, page = story.asked()
    form = page.form("Continue")

    refused = browser.post(form.action, form.filled(**ASKED, evil="1"), status=422)

    assert isinstance(refused, Page)
    assert any("evil" in problem for problem in refused.problems)
    sneaked = browser.press(page, "Continue", **ASKED).form("Send")
    spoilt = sneaked.filled(answers='{"evil": 1}')
    assert isinstance(browser.post(sneaked.action, spoilt, status=422), Page)


def test_two_managers_do_not_see_each_other_s_saved_answers(
    story: Story, sign_in: Callable[[str], Browser]
) -> None:
    assert _tasks(sign_in(MANAGER)) == []
    _, page = story.asked()
    assert sign_in(MANAGER).get(page.path, status=404).h1 == "We cannot find this page"

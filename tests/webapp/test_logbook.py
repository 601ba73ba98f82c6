"""The log has nothing personal in it."""

import logging
from collections.abc import Callable

import pytest
from flask import Flask

from tests.webapp.client import Browser
from tests.webapp.story import ASKED, MOTHER, Story, send
from webapp.application import create_app
from workflow.bootstrap import Workflow

_PERSONAL = ["Ama", "mother", "someone@example.org", "joke", "tablet", "secret-query", "hunter2"]


def _said(caplog: pytest.LogCaptureFixture) -> str:
    return "\n".join(record.getMessage() + (record.exc_text or "") for record in caplog.records)


def test_nothing_personal_is_logged(story: Story, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    browser, page = story.asked()
    send(browser, page, ASKED)
    browser.get("/worklist?step=secret-query&for=Ama")
    form = Browser(browser.client.application).get("/sign-in").form("Sign in")
    browser.client.post(
        form.action, data=form.filled(email="someone@example.org", password="hunter2")
    )

    said = _said(caplog)

    assert "POST /tasks/<task_id>/complete 303" in said
    assert [word for word in _PERSONAL if word in said] == []


def test_an_unexpected_error_is_logged_by_kind_and_place_and_answered_in_plain_words(
    workflow: Workflow, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(workflow, demo=False)
    _break(app, lambda: (_ for _ in ()).throw(ZeroDivisionError("Ama Example, hunter2")))

    page = Browser(app).get("/accessibility", status=500)

    said = _said(caplog)
    assert "ZeroDivisionError at GET /accessibility" in said
    assert "test_logbook.py" in said
    assert "Ama" not in said
    assert page.h1 == "Sorry, there is a problem with this service"
    assert "ZeroDivision" not in page.tree.text_content()


def _break(app: Flask, how: Callable[[], object]) -> None:
    app.view_functions["about.accessibility"] = lambda: next(iter([how()]))  # type: ignore[assignment]


def test_signing_in_is_logged_without_who(
    sign_in: Callable[[str], Browser], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    sign_in(MOTHER)

    assert "POST /demo/sign-in 303" in _said(caplog)
    assert "mother" not in _said(caplog)

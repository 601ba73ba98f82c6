"""Pages for what nobody hoped for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask

from tests.webapp.client import Browser
from webapp.sessions import COOKIE
from workflow.bootstrap import Settings, Workflow


@pytest.fixture
def database(settings: Settings) -> Path:
    return Path(settings.database.removeprefix("sqlite:///"))


@pytest.fixture
def returning(app: Flask) -> Browser:
    """Return the browser of somebody who was here before: its session has to be looked for."""
    browser = Browser(app)
    browser.client.set_cookie(COOKIE, "x" * 43)
    return browser


def test_a_database_that_is_gone_is_told_in_plain_words(
    returning: Browser, workflow: Workflow, database: Path
) -> None:
    workflow.store.close()
    database.unlink()
    database.mkdir()

    page = returning.get("/worklist", status=503)

    assert page.h1 == "Please try again in a minute"


def test_a_session_that_cannot_be_looked_for_has_a_page_too(
    returning: Browser, database: Path
) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("drop table session")

    page = returning.get("/worklist", status=500)

    assert page.h1 == "Sorry, there is a problem with this service"


def test_an_address_that_nobody_made_leads_back(browser: Browser) -> None:
    page = browser.get("/no/such/page", status=404)

    assert page.links()["Go to the start page"] == "/"

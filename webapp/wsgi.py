"""The pages for a WSGI server, one process of several: `gunicorn "webapp.wsgi:create()"`.

Jobs do not run here; `fingerpost worker` does them. What is set is read from the environment.
"""

import os

import click
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp import logbook
from webapp.application import create_app
from webapp.cli.house import ONE_MACHINE, built
from webapp.serving import furnish
from workflow.jobs import EmbeddedJobs


def create() -> Flask:
    """Return the application on the database that the environment names.

    `FINGERPOST_DATABASE` is a PostgreSQL URL; `FINGERPOST_PROXIES` says how many proxies of our own
    stand in front and are to be believed about address and scheme (1 where it is not set).

    Raises:
        ClickException: If the environment is not complete, or the database cannot be used or is
            one of a single machine.
    """
    logbook.open_log()
    workflow = built(os.environ.get("FINGERPOST_DATABASE", ""), demo=False)
    if isinstance(workflow.jobs, EmbeddedJobs):
        raise click.ClickException(ONE_MACHINE)
    furnish(workflow)
    workflow.store.close()  # a server may fork after this
    app = create_app(workflow, demo=False)
    proxies = int(os.environ.get("FINGERPOST_PROXIES", "1"))
    behind = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)
    app.wsgi_app = behind  # type: ignore[method-assign] # Flask's own way to put something in front
    return app

"""The public page of a pathway, its picture alone, and the drawing itself."""

from flask import Blueprint, Response, render_template

from pathways.drawing import standalone
from webapp.current import workflow
from webapp.presenters.pathways import pathway_page

pathways = Blueprint("pathways", __name__, url_prefix="/local-offer/<key>")

#: What is opened from here on its own can do nothing: no script, no frame, no form, no origin.
_ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@pathways.get("")
def show(key: str) -> str:
    """Show a pathway to everybody: words, picture, tables, periods, sources."""
    page = pathway_page(workflow().publishing.version(key))
    return render_template("pathways/show.html", page=page)


@pathways.get("/picture.svg")
def picture(key: str) -> Response:
    """Send the picture as a file of its own."""
    version = workflow().publishing.version(key)
    return _alone(standalone(version.pathway.drawing), "image/svg+xml")


@pathways.get("/pathway.bpmn")
def drawing(key: str) -> Response:
    """Send the drawing, byte for byte the file that cases follow."""
    version = workflow().publishing.version(key)
    response = _alone(version.pathway.drawing.xml, "application/xml")
    response.headers.set("Content-Disposition", "attachment", filename=f"{version.key}.bpmn")
    return response


def _alone(content: str | bytes, mimetype: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Security-Policy"] = _ALONE
    return response

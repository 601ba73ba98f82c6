"""Decisions that lean on others of their file: whether all that they name exists."""

from tests.pathways.dmn.models import data, decision, file, model, needs, text
from tests.pathways.dmn.models import table as boxed_table
from tests.pathways.reading.folders import findings, folder, only, read, table

COST = decision("Cost", text("ask_for_it.what"))


def requiring(*parts: str, looks_at: str = "Cost", needing: str = "") -> dict[str, bytes]:
    """Return the files with a table that requires other decisions of its file."""
    root = decision(
        "Who decides?",
        boxed_table([looks_at], ["route"], [["-", '"parent"']], why=["For {Cost}: {route}."]),
        needing=needing or needs(decisions=["Cost"]),
        id_="t",
    )
    return folder(decisions__t__dmn=file(*parts, root))


def test_a_file_may_hold_several_decisions_that_lean_on_one_another() -> None:
    pathway = read(requiring(COST))

    assert [one.name for one in pathway.decisions["t"].whole()] == ["Cost", "Who decides?"]


def test_the_names_in_a_required_decision_are_checked_and_it_is_named() -> None:
    finding = only(requiring(decision("Cost", text("ask_for_it.whta"))))

    assert (finding.rule, finding.file) == ("unknown_name", "decisions/t.dmn")
    assert finding.message.startswith("“Cost”: “ask_for_it.whta” is not known")


def test_the_names_in_a_knowledge_model_are_checked_but_for_its_own_parameters() -> None:
    doubled = model("Doubled", {"n": ""}, text("n * 2 + m"))
    cost = decision("Cost", text("Doubled(1)"), needing=needs(models=["Doubled"]))

    finding = only(requiring(doubled, cost))

    assert finding.message.startswith("“Doubled”: “m” is not known")


def test_names_that_boxes_make_are_known_in_them() -> None:
    entry = f'<contextEntry><variable name="a"/>{text("1")}</contextEntry>'
    made = f"<functionDefinition><formalParameter name='b'/>{text('b')}</functionDefinition>"
    function = f'<contextEntry><variable name="f"/>{made}</contextEntry>'
    loop = f'<for iteratorVariable="c"><in>{text("[1]")}</in><return>{text("c + a")}</return></for>'
    chosen = f"<filter><in>{loop}</in><match>{text('item > f(a)')}</match></filter>"
    boxes = f"<context>{entry}{function}<contextEntry>{chosen}</contextEntry></context>"

    assert findings(requiring(decision("Cost", boxes))) == ()


def test_input_data_that_nothing_in_the_pathway_is_called_are_a_finding() -> None:
    cost = decision("Cost", text("Age"), needing=needs(data=["Age"]))

    finding = only(requiring(data("Age", "number"), cost))

    assert (finding.rule, finding.message[:15]) == ("unknown_name", "“Cost”: “Age” i")


def test_input_data_called_as_a_step_are_its_answers() -> None:
    cost = decision("Cost", text("ask_for_it.what"), needing=needs(data=["ask_for_it"]))

    assert findings(requiring(data("ask_for_it"), cost)) == ()


def test_the_names_in_a_default_and_its_reason_are_checked() -> None:
    default = (
        '<output id="out_route" name="route"><defaultOutputEntry>'
        "<description>Not {ask_for_it.that}.</description><text>ask_for_it.whta</text>"
        "</defaultOutputEntry></output>"
    )
    source = table().replace(b'<output id="out_route" name="route"/>', default.encode())

    said = [finding.message for finding in findings(folder(decisions__t__dmn=source))]

    assert len(said) == 2
    assert any("column “route”, default" in one for one in said)
    assert any("default, because" in one for one in said)

"""What lies beside a drawing decides what its steps and conditions can rely on."""

from pathways import forms as pages
from pathways.bpmn import read_drawing
from pathways.executable import Executable, Papers, executable, papers_of
from pathways.forms import read_form
from pathways.model.node import Step, StepKind
from tests.pathways.executable.runs import Run
from tests.pathways.executable.sketched import ASKED, DECIDED, A, B, C, choosing, whole
from tests.pathways.reading.folders import folder, read
from tests.pathways.sketches import condition, flow, simple, way
from tests.pathways.written_down import written_down

TABLE = '<businessRuleTask id="x" name="Who decides?"/>'
LETTER = '<sendTask id="x" name="Tell them"/>'
NOTHING = Papers(questions={}, outputs={}, letters=(), periods=())


def made(xml: bytes, papers: Papers | None = None) -> Executable:
    return executable(read_drawing(xml), papers)


def kind(copy: Executable, name: str) -> StepKind:
    step = copy.drawing.nodes[name]
    assert isinstance(step, Step)
    return step.kind


def test_a_whole_pathway_runs_without_an_assumption() -> None:
    pathway = read(folder())

    copy = executable(pathway.drawing, papers_of(pathway))

    assert copy.findings == ()
    assert copy.forms == {}
    assert copy.stands_for == {}


def test_a_decision_with_its_table_stays_one() -> None:
    papers = Papers(questions={}, outputs={"x": ("who",)}, letters=(), periods=())

    assert kind(made(simple(TABLE), papers), "x") is StepKind.DECISION
    assert kind(made(simple(TABLE), NOTHING), "x") is StepKind.PLAIN
    assert kind(made(simple(TABLE)), "x") is StepKind.PLAIN


def test_a_decision_that_names_a_table_has_it_where_nobody_knows_better() -> None:
    named = TABLE.replace("/>", ' fingerpost:decision="who"/>')

    assert kind(made(simple(named)), "x") is StepKind.DECISION
    assert kind(made(simple(named), NOTHING), "x") is StepKind.PLAIN


def test_a_letter_that_is_written_is_sent() -> None:
    papers = Papers(questions={}, outputs={}, letters=("x",), periods=())
    run = Run(made(simple(LETTER), papers))

    assert [each.step for each in run.now.sent] == ["x"]
    assert Run(made(simple(LETTER))).open == ["x"]


def test_a_condition_reads_only_what_a_form_asks() -> None:
    ways = condition("g", "b", "a.kind = 1") + flow("g", "c") + flow("c", "finish")
    xml = choosing(DECIDED.replace("g_b", "g_c"), ways)
    asked = Papers(questions={"a": ("kind",)}, outputs={}, letters=(), periods=())
    unread = Papers(questions={"a": None}, outputs={}, letters=(), periods=())

    assert "which_way_at_g" not in made(xml, asked).drawing.nodes
    assert "which_way_at_g" not in made(xml, unread).drawing.nodes
    assert "which_way_at_g" in made(xml, NOTHING).drawing.nodes


def test_a_condition_reads_what_a_table_answers() -> None:
    ways = condition("g", "b", "x.who = 1") + flow("g", "c")
    xml = whole(
        TABLE,
        B,
        C,
        ASKED.replace("/>", ' default="g_c"/>'),
        ways,
        way("begin", "x", "g"),
        way("b", "finish"),
        way("c", "finish"),
    )
    papers = Papers(questions={}, outputs={"x": ("who",)}, letters=(), periods=())
    other = Papers(questions={}, outputs={"x": ("whom",)}, letters=(), periods=())

    assert "which_way_at_g" not in made(xml, papers).drawing.nodes
    assert "which_way_at_g" in made(xml, other).drawing.nodes


def test_a_step_without_a_form_asks_nothing_but_whether_it_is_done() -> None:
    copy = made(simple(A, B), Papers(questions={"b": ()}, outputs={}, letters=(), periods=()))
    form = copy.forms["a"]

    assert list(copy.forms) == ["a"]
    assert (form.title, [each.label for each in form.questions]) == (
        "Look at it",
        ["Has this been done?"],
    )
    assert pages.check(form, {"done": True}) == {}
    assert set(pages.check(form, {"done": False})) == {"done"}
    assert set(pages.check(form, {})) == {"done"}


def test_a_made_up_form_is_a_form_as_people_write_them() -> None:
    ways = flow("g", "b", ' name="&lt;b&gt; &quot;Yes&quot;"') + flow("g", "c")
    for gateway in (ASKED, ASKED.replace("exclusive", "inclusive")):
        copy = made(choosing(gateway, ways, flow("c", "finish")))

        for step, form in copy.forms.items():
            assert read_form(written_down(form), step=step, file="x.json") == form

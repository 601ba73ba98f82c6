from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.bpmn import read_drawing
from pathways.checks import RULES, check, check_drawing
from pathways.executable import executable
from pathways.model.drawing import Drawing
from pathways.model.finding import Finding, Severity
from pathways.model.pathway import Pathway
from pathways.model.wording import Silence
from tests.pathways.reading.folders import BPMN, folder, read
from tests.pathways.reading.folders import drawn as drawn_anew
from tests.pathways.sketches import flow, simple, sketch, way

ASK = '<userTask id="ask" name="Ask for it"/>'
IDLE = '<exclusiveGateway id="idle"/>'
ALONE = '<task id="alone" name="Alone" isForCompensation="true"/>'
ORDER = list(Severity)


def drawn(*silences: tuple[str, Silence], inside: str = "") -> Drawing:
    """Return a drawing with a gateway that changes nothing, and silences at its elements."""
    ends = '<startEvent id="begin" name="Asked"/><endEvent id="finish" name="Done"/>'
    xml = sketch(ends + ASK + IDLE + inside + way("begin", "ask", "idle", "finish"))
    found: dict[str, tuple[Silence, ...]] = {}
    for element, silence in silences:
        found[element] = (*found.get(element, ()), silence)
    return replace(read_drawing(xml), silences=found)


def silence(rule: str = "idle_gateway", because: str = "It will part next year.") -> Silence:
    return Silence(rule=rule, because=because)


def of(rule: str, findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


def weighed(**weights: Severity | None) -> Pathway:
    pathway = read(folder())
    drawing = drawn(inside=ALONE)
    return replace(pathway, drawing=drawing, about=replace(pathway.about, checks=dict(weights)))


def test_what_is_silenced_stays_in_the_list_with_its_reason() -> None:
    (finding,) = of("idle_gateway", check_drawing(drawn(("idle", silence()))))

    assert finding.silenced == "It will part next year."


@pytest.mark.parametrize("place", ["idle", "p"])
def test_a_rule_is_silenced_at_an_element_or_for_the_whole_process(place: str) -> None:
    findings = check_drawing(drawn((place, silence())))

    assert [finding.silenced != "" for finding in of("idle_gateway", findings)] == [True]
    assert of("idle_silence", findings) == []


def test_the_nearest_silence_counts_and_the_other_one_is_idle() -> None:
    near, far = silence(because="Here."), silence(because="Everywhere.")

    findings = check_drawing(drawn(("idle", near), ("p", far)))

    assert [finding.silenced for finding in of("idle_gateway", findings)] == ["Here."]
    assert [finding.element for finding in of("idle_silence", findings)] == ["p"]


def test_a_silence_at_another_element_silences_nothing() -> None:
    findings = check_drawing(drawn(("ask", silence())))

    assert [finding.silenced for finding in of("idle_gateway", findings)] == [""]
    assert [finding.element for finding in of("idle_silence", findings)] == ["ask"]


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (silence(because=""), "silence_without_reason"),
        (silence("idle_gatewy"), "silence_of_unknown_rule"),
        (silence("compensation"), "silence_refused"),
        (silence("silence_refused"), "silence_refused"),
    ],
)
def test_a_silence_without_effect_is_a_finding(wrong: Silence, rule: str) -> None:
    findings = check_drawing(drawn(("idle", wrong)))

    assert [finding.element for finding in of(rule, findings)] == ["idle"]
    assert [finding.silenced for finding in of("idle_gateway", findings)] == [""]


def test_what_cannot_run_is_said_however_it_is_silenced() -> None:
    everywhere = [("alone", silence("compensation")), ("p", silence("compensation"))]

    findings = check_drawing(drawn(*everywhere, inside=ALONE))

    (finding,) = of("compensation", findings)
    assert (finding.silenced, finding.severity) == ("", Severity.ERROR)
    assert len(of("silence_refused", findings)) == 2


def test_a_pathway_says_how_much_a_rule_matters() -> None:
    findings = check(weighed(idle_gateway=Severity.ERROR, event_name=None, step_name=None))

    assert [finding.severity for finding in of("idle_gateway", findings)] == [Severity.ERROR]


def test_a_rule_that_is_off_is_not_said() -> None:
    assert of("idle_gateway", check(weighed())) != []
    assert of("idle_gateway", check(weighed(idle_gateway=None))) == []


@pytest.mark.parametrize("weight", [None, Severity.WARNING, Severity.ADVICE])
def test_what_cannot_run_never_matters_less(weight: Severity | None) -> None:
    findings = check(weighed(compensation=weight))

    assert [each.severity for each in of("compensation", findings)] == [Severity.ERROR]
    assert [each.file for each in of("weight_refused", findings)] == ["about.toml"]


def test_a_weight_of_no_rule_is_a_finding() -> None:
    (finding,) = of("weight_of_unknown_rule", check(weighed(idle_gatway=None)))

    assert "“idle_gatway”" in finding.message


def test_findings_name_the_file_that_they_are_in() -> None:
    findings = check_drawing(drawn(), file="sent/by_the_school.bpmn")

    assert {finding.file for finding in findings} == {"sent/by_the_school.bpmn"}


def test_the_worst_comes_first_and_what_is_silenced_last() -> None:
    findings = check_drawing(drawn(("idle", silence()), inside=ALONE))

    ranks = [(bool(each.silenced), ORDER.index(each.severity)) for each in findings]
    assert ranks == sorted(ranks)
    assert findings == check_drawing(drawn(("idle", silence()), inside=ALONE))


def test_each_message_is_a_sentence_that_names_what_to_do() -> None:
    for finding in check_drawing(drawn(("idle", silence("nothing")), inside=ALONE)):
        assert finding.message[0].isupper() or finding.message[0] == "“"
        assert finding.message[-1] in ".?)"


_RULE_NAMES = st.sampled_from(sorted(RULES)) | st.text(max_size=5)
_SILENCES = st.lists(
    st.tuples(
        st.sampled_from(["p", "ask", "idle", "alone", "ask_idle", "gone"]),
        st.builds(Silence, rule=_RULE_NAMES, because=st.sampled_from(["", "We know."])),
    ),
    max_size=6,
)


@given(_SILENCES)
def test_silences_hide_nothing_that_cannot_run(silences: list[tuple[str, Silence]]) -> None:
    drawing = drawn(*silences, inside=ALONE)

    told = {
        (each.rule, each.element)
        for each in check_drawing(drawing)
        if each.severity is Severity.ERROR and not each.silenced
    }

    refused = [each for each in executable(drawing).findings if each.severity is Severity.ERROR]
    assert {(each.rule, each.element) for each in refused} <= told


@given(_SILENCES)
def test_each_silence_is_used_or_is_a_finding(silences: list[tuple[str, Silence]]) -> None:
    findings = check_drawing(drawn(*silences))

    used = sum(bool(finding.silenced) for finding in findings)
    told = sum("silence" in finding.rule for finding in findings)
    assert used + told >= len(set(silences))


def test_names_and_ids_as_long_as_books_are_shortened() -> None:
    long = "a" * 100_000
    xml = simple(f'<exclusiveGateway id="{long}" name="{long}"/>') + b""

    findings = check_drawing(read_drawing(xml))

    assert of("idle_gateway", findings) != []
    assert all(len(finding.message) < 5_000 for finding in findings)


def test_an_arrow_that_ends_nowhere_is_among_the_findings() -> None:
    drawing = read_drawing(sketch(ASK + flow("ask", "gone")))

    assert [each.element for each in of("loose_flow", check_drawing(drawing))] == ["ask_gone"]


def test_a_pathway_whose_drawing_has_no_picture_is_read_and_has_an_error() -> None:
    pathway = read(folder(pathway__bpmn=BPMN))

    (finding,) = of("no_diagram", check(pathway))

    assert finding.severity is Severity.ERROR


def test_a_pathway_that_cannot_run_is_read_and_has_an_error() -> None:
    gateway = ("exclusiveGateway", "complexGateway")
    pathway = read(drawn_anew(gateway, (' default="no"', "")))

    (finding,) = of("complex_gateway", check(pathway))

    assert (finding.severity, finding.element) == (Severity.ERROR, "which_way")

from pathways.bpmn import read_drawing
from pathways.model.wording import Audience, Silence, Wording
from tests.pathways.sketches import MODEL, sketch


def said(*elements: str) -> str:
    return f"<extensionElements>{''.join(elements)}</extensionElements>"


def wording(audience: str, text: str, more: str = "") -> str:
    return f'<fingerpost:wording for="{audience}"{more}>{text}</fingerpost:wording>'


FAMILY = wording("family", "You ask.")


def test_words_for_an_element_say_for_whom_and_in_which_language() -> None:
    words = said(
        FAMILY,
        wording("easyRead", "You\n  ask us.", ' lang="en-GB"'),
        wording("staff", "They <b>ask</b>.<!-- why -->"),
        wording("help", "Call us."),
        wording("name", "Fragen", ' lang=" de "'),
    )

    drawing = read_drawing(sketch(f'<task id="a">{words}</task>'))

    assert drawing.wordings["a"] == (
        Wording(audience=Audience.FAMILY, language="en", text="You ask."),
        Wording(audience=Audience.EASY_READ, language="en-GB", text="You ask us."),
        Wording(audience=Audience.STAFF, language="en", text="They ask."),
        Wording(audience=Audience.HELP, language="en", text="Call us."),
        Wording(audience=Audience.NAME, language="de", text="Fragen"),
    )
    assert drawing.wording("a", Audience.NAME, "de-AT") == "Fragen"
    assert drawing.wording("a", Audience.FAMILY, "cy") == ""


def test_every_element_of_a_drawing_may_have_words() -> None:
    words = said(FAMILY)
    xml = (
        f'<definitions xmlns="{MODEL}" xmlns:fingerpost="urn:fingerpost:pathway">'
        f'<collaboration id="c">{words}<participant id="pool" processRef="p">{words}</participant>'
        f'<participant id="box"/><messageFlow id="m" sourceRef="box" targetRef="pool">{words}'
        f'</messageFlow></collaboration><process id="p">{words}<laneSet><lane id="lane">{words}'
        f'<childLaneSet><lane id="inner">{words}</lane></childLaneSet></lane></laneSet>'
        f'<task id="a">{words}</task><subProcess id="s">{words}<task id="b">{words}</task>'
        f'</subProcess><sequenceFlow id="f" sourceRef="a" targetRef="s">{words}</sequenceFlow>'
        f'<textAnnotation id="n">{words}</textAnnotation></process></definitions>'
    )

    drawing = read_drawing(xml.encode())

    assert set(drawing.wordings) == {"c", "pool", "m", "p", "lane", "inner", *"absfn"}


def test_words_for_nobody_we_know_and_empty_words_are_left_out() -> None:
    words = said(
        wording("dog", "Woof"), wording("family", " "), "<fingerpost:wording>?</fingerpost:wording>"
    )

    assert read_drawing(sketch(f'<task id="a">{words}</task>')).wordings == {}


def test_words_count_only_in_the_extensions_of_an_element() -> None:
    vendors = f'<x:box xmlns:x="urn:x">{FAMILY}</x:box>'

    drawing = read_drawing(sketch(f'<task id="a">{FAMILY}{said(vendors)}</task>'))

    assert drawing.wordings == {}


def test_words_for_an_element_without_an_id_belong_to_its_made_up_one() -> None:
    drawing = read_drawing(sketch(f"<task>{said(FAMILY)}</task>"))

    assert list(drawing.wordings) == list(drawing.nodes) == ["task_without_id"]


def test_a_rule_is_silenced_at_an_element_with_a_reason() -> None:
    silences = said(
        '<fingerpost:silence rule=" no_help " because="Nobody&#10;needs it."/>',
        '<fingerpost:silence rule="dead_end"/>',
        '<fingerpost:silence because="No rule."/>',
    )

    drawing = read_drawing(sketch(f'<task id="a">{silences}</task><task id="b"/>'))

    assert drawing.silences == {
        "a": (
            Silence(rule="no_help", because="Nobody needs it."),
            Silence(rule="dead_end", because=""),
        )
    }


def test_our_attributes_are_read_and_others_are_not() -> None:
    attributes = 'fingerpost:period=" REPLY " x:colour="red" id="a" xmlns:x="urn:x"'
    arrow = '<sequenceFlow id="f" sourceRef="a" targetRef="a" fingerpost:means="yes"/>'

    drawing = read_drawing(sketch(f"<task {attributes}/>{arrow}"))

    assert drawing.nodes["a"].extensions == {"period": "REPLY"}
    assert drawing.flows["f"].extensions == {"means": "yes"}


def test_vendors_elements_are_counted_by_their_names() -> None:
    vendors = (
        '<x:form xmlns:x="urn:x"><x:field/><x:field/></x:form><!-- why -->'
        f'{FAMILY}<y:form xmlns:y="urn:y"/>'
    )

    drawing = read_drawing(sketch(f'<task id="a">{said(vendors)}</task><startEvent id="b"/>'))

    assert drawing.nodes["a"].foreign == ("form", "field", "field", "form")
    assert drawing.nodes["b"].foreign == ()


def test_an_element_with_far_too_many_attributes_of_ours_is_read_to_the_fiftieth() -> None:
    attributes = " ".join(f'fingerpost:a{number}="x"' for number in range(20_000))

    drawing = read_drawing(sketch(f'<task id="a" {attributes}/>'))

    assert len(drawing.nodes["a"].extensions) == 50

import pytest

from pathways.bpmn import read_drawing
from pathways.model.wording import Audience
from pathways.words import (
    Words,
    catalogue,
    drawing_words,
    html_fragment,
    plain_text,
    spoken,
)
from tests.pathways.sketches import flow, sketch
from tests.pathways.words.telling import file, tell, ways_of


def worded(**words: str) -> str:
    """Return our extension elements: `name_pl="Zapytaj"` is its Polish name."""
    written = "".join(
        f'<fingerpost:wording for="{key.rpartition("_")[0]}" lang="{key.rpartition("_")[2]}">{text}'
        "</fingerpost:wording>"
        for key, text in words.items()
    )
    return f"<extensionElements>{written}</extensionElements>"


ASK = worded(
    name_pl="Zapytaj",
    family_en="We ask you.",
    staff_pl="Pamiętaj",
    easyRead_en="We ask.",
    help_en="Call us.",
)
XML = sketch(
    '<laneSet id="l"><lane id="office" name="Office">'
    f"{worded(name_pl='Urząd')}<flowNodeRef>ask</flowNodeRef></lane></laneSet>"
    f'<task id="ask" name="Ask">{ASK}</task>'
    '<exclusiveGateway id="g" name="Agreed?"/><task id="a"/><task id="b"/>'
    + flow("ask", "g")
    + f'<sequenceFlow id="yes" sourceRef="g" targetRef="a" name="Yes">{worded(name_pl="Tak")}'
    "</sequenceFlow>" + flow("g", "b", ' name="No"')
)


@pytest.fixture
def polish() -> Words:
    return tell(XML, "pl")


def test_a_name_in_the_language_of_the_words_takes_the_place_of_the_drawn_one(
    polish: Words,
) -> None:
    step = polish.step("ask")

    assert (step.name, step.who) == ("Zapytaj", "Urząd")
    assert "name" not in step.languages
    assert ways_of(polish.step("g")) == [
        "Jeżeli „Tak”, przejdź do kroku 3.",
        "Jeżeli „No”, przejdź do kroku 4.",
    ]


def test_what_is_in_another_language_says_in_which(polish: Words) -> None:
    gateway = polish.step("g")

    assert gateway.languages == {"name": "en"}
    assert [part.language for part in gateway.next[0].sentence] == ["", "", ""]
    assert [part.language for part in gateway.next[1].sentence] == ["", "en", "", "", ""]


def test_own_words_are_in_the_language_of_the_words_or_else_of_the_drawing(polish: Words) -> None:
    step = polish.step("ask")

    assert (step.family, step.languages["family"]) == ("We ask you.", "en")
    assert step.staff == "Pamiętaj"
    assert "staff" not in step.languages
    assert tell(XML).step("ask").staff == ""
    assert tell(XML).step("ask").languages == {}


def test_each_reader_gets_their_own_words() -> None:
    told = tell(XML)
    texts = {one: plain_text(told, audience=one) for one in (Audience.FAMILY, Audience.EASY_READ)}

    assert "For families: We ask you.\nHelp: Call us." in texts[Audience.FAMILY]
    assert "Easy read: We ask.\nHelp: Call us." in texts[Audience.EASY_READ]
    assert "For staff" not in texts[Audience.FAMILY]
    assert "Dla pracowników: Pamiętaj" in plain_text(tell(XML, "pl"), audience=Audience.STAFF)
    with pytest.raises(KeyError):
        plain_text(told, audience=Audience.NAME)


def test_a_file_says_what_its_names_are_drawn_in() -> None:
    process = '<process id="p" name="Antrag"><task id="a" name="Prüfen"/></process>'
    german = file(process, more='xml:lang="de"')
    strange = file(process, more='xml:lang="a &quot;&gt;&lt;b"')

    assert tell(german).step("a").languages == {"name": "de"}
    assert tell(german).name_language == "de"
    assert '<h2 class="fp-name"><span lang="de">Prüfen</span></h2>' in html_fragment(tell(german))
    assert tell(strange).step("a").languages == {}


def test_who_does_it_is_the_lane_with_the_lanes_around_it() -> None:
    inner = (
        '<lane id="i" name="Officer"><flowNodeRef>a</flowNodeRef></lane>'
        '<lane id="j"><flowNodeRef>b</flowNodeRef></lane>'
    )
    lanes = (
        f'<laneSet id="l"><lane id="o" name="Council"><childLaneSet id="m">{inner}</childLaneSet>'
        '</lane><lane id="x"><flowNodeRef>c</flowNodeRef></lane></laneSet>'
    )
    told = tell(sketch(lanes + '<task id="a"/><task id="b"/><task id="c"/><task id="d"/>'))

    assert [told.step(name).who for name in "abcd"] == ["Council: Officer", "Council", "", ""]


def test_a_lane_name_as_long_as_a_book_is_cut() -> None:
    lane = f'<lane id="o" name="{"x" * 900}"><flowNodeRef>a</flowNodeRef></lane>'

    told = tell(sketch(f'<laneSet id="l">{lane}</laneSet><task id="a"/>'))

    assert len(told.step("a").who) == 100


def test_the_name_of_the_whole_can_be_in_another_language() -> None:
    named = (
        f'<process id="p" name="Small things">{worded(name_pl="Drobiazgi")}<task id="a"/></process>'
    )

    told = drawing_words(read_drawing(file(named)), say=catalogue("pl"))

    assert (told.name, told.name_language) == ("Drobiazgi", "")
    assert (tell(XML, "pl").name, tell(XML, "pl").name_language) == ("Sketch", "en")
    assert spoken(told.processes[0].notes[0]).startswith("Nie narysowano początku.")

import pytest

from tests.pathways.sketches import condition, flow, simple, sketch, way
from tests.pathways.words.telling import notes_of, tell, ways_of

TASKS = '<task id="a"/><task id="b"/><task id="c"/>'
DAYS = "<timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition>"


def leaving(gateway: str, *flows: str, more: str = "") -> list[str]:
    """Return what is said of the ways out of a gateway `g` that stands first."""
    told = tell(sketch(f"{gateway}{TASKS}{more}{''.join(flows)}"))
    return ways_of(told.step("g"))


def named(target: str, name: str) -> str:
    return flow("g", target, f' name="{name}"')


def test_an_answer_in_plain_words_is_part_of_the_sentence() -> None:
    ways = leaving(
        '<exclusiveGateway id="g"/>', named("a", "Yes"), named("b", "The school says no")
    )

    assert ways == ["If yes, go to step 2.", "If the school says no, go to step 3."]


@pytest.mark.parametrize("answer", ["&gt; 100", "Legal Entity", "Is it?", "${approved}", "step: 4"])
def test_any_other_answer_stands_in_quotation_marks(answer: str) -> None:
    (way_, _) = leaving('<exclusiveGateway id="g"/>', named("a", answer), named("b", "No"))

    assert way_ == f"If “{answer.replace('&gt;', '>')}”, go to step 2."


@pytest.mark.parametrize("answer", ["go to step 7", "Step 3 failed"])
def test_an_answer_that_speaks_of_a_step_is_not_taken_for_a_reference(answer: str) -> None:
    (way_, _) = leaving('<exclusiveGateway id="g"/>', named("a", answer), named("b", "No"))

    assert way_ == f"If “{answer}”, go to step 2."


@pytest.mark.parametrize("answer", ["if it is late", "If it is late", "When it is late"])
def test_an_answer_that_begins_with_if_does_not_say_it_twice(answer: str) -> None:
    (way_, _) = leaving('<exclusiveGateway id="g"/>', named("a", answer), named("b", "No"))

    assert way_ == "If it is late, go to step 2."


@pytest.mark.parametrize("answer", ["otherwise", "Otherwise", "ELSE", "else.", "Default"])
def test_an_answer_for_otherwise_is_said_once(answer: str) -> None:
    drawn = named("a", answer), named("b", "Yes")

    for gateway in ('<exclusiveGateway id="g"/>', '<exclusiveGateway id="g" default="g_a"/>'):
        assert leaving(gateway, *drawn) == ["If yes, go to step 3.", "Otherwise, go to step 2."]
    assert leaving('<inclusiveGateway id="g"/>', *drawn)[-1] == (
        "If none of these is so, step 2 begins."
    )


def test_only_one_way_is_for_otherwise() -> None:
    gateway = '<exclusiveGateway id="g" default="g_b"/>'

    assert leaving(gateway, named("a", "Else"), flow("g", "b")) == [
        "If else, go to step 2.",
        "Otherwise, go to step 3.",
    ]


def test_an_if_stays_where_the_sentence_has_none() -> None:
    ways = leaving('<parallelGateway id="g"/>', named("a", "If needed"), flow("g", "b"))

    assert ways[0] == "At the same time (if needed), step 2 begins."


def test_a_condition_is_said_as_drawn_where_there_is_no_answer() -> None:
    ways = leaving('<exclusiveGateway id="g"/>', condition("g", "a", "x &gt;\n 3"), flow("g", "b"))

    assert ways == ["If “x > 3” is true, go to step 2.", "Or go to step 3."]


def test_ways_without_answers_are_told_as_either_and_or() -> None:
    ways = leaving('<exclusiveGateway id="g"/>', flow("g", "a"), flow("g", "b"))

    assert ways == ["Either go to step 2.", "Or go to step 3."]


def test_the_way_for_otherwise_comes_last_and_keeps_its_answer() -> None:
    gateway = '<exclusiveGateway id="g" default="g_a"/>'

    assert leaving(gateway, flow("g", "a"), named("b", "Yes")) == [
        "If yes, go to step 3.",
        "Otherwise, go to step 2.",
    ]
    assert leaving(gateway, named("a", "No"), named("b", "Yes"))[-1] == (
        "Otherwise (no), go to step 2."
    )


def test_several_ways_of_which_several_can_be_taken() -> None:
    gateway = '<inclusiveGateway id="g" default="g_c"/>'

    assert leaving(gateway, named("a", "Yes"), flow("g", "b"), flow("g", "c")) == [
        "If yes, step 2 begins.",
        "Perhaps step 3 begins.",
        "If none of these is so, step 4 begins.",
    ]
    assert leaving(gateway, named("a", "Yes"), named("c", "No"))[-1] == (
        "If none of these is so (no), step 3 begins."
    )


def test_ways_that_are_all_taken_begin_at_the_same_time() -> None:
    ways = leaving('<parallelGateway id="g"/>', flow("g", "a"), named("b", "Copy"))

    assert ways == ["At the same time, step 2 begins.", "At the same time (copy), step 3 begins."]


def test_several_ways_out_of_a_step_are_a_split_that_nobody_drew() -> None:
    ways = leaving(
        '<task id="g" default="g_c"/>',
        flow("g", "a"),
        condition("g", "b", "late"),
        flow("g", "c"),
    )

    assert ways == [
        "At the same time, step 2 begins.",
        "If “late” is true, step 3 begins.",
        "If none of these is so, step 4 begins.",
    ]


def test_words_at_the_only_way_on_are_kept_and_a_condition_stays_one() -> None:
    assert leaving('<task id="g"/>', named("a", "With the form")) == [
        "Then (with the form) go to step 2."
    ]
    assert leaving('<task id="g"/>', condition("g", "a", "done")) == [
        "If “done” is true, go to step 2."
    ]


def test_whatever_happens_first_decides() -> None:
    events = (
        '<intermediateCatchEvent id="m"><messageEventDefinition/></intermediateCatchEvent>'
        f'<intermediateCatchEvent id="t" name="Too late">{DAYS}</intermediateCatchEvent>'
        '<receiveTask id="r" name="Reply"/>'
    )

    ways = leaving(
        '<eventBasedGateway id="g"/>',
        *(flow("g", name) for name in ("m", "t", "r", "a")),
        named("b", "Anything else"),
        more=events,
    )

    assert ways == [
        "If a message comes first, go to step 2.",
        "If nothing else has happened after 2 days, go to step 3.",
        "If “Reply” happens first, go to step 4.",
        "If something happens first, go to step 5.",
        "If anything else, go to step 6.",
    ]


def test_of_several_events_that_must_all_happen_each_is_awaited() -> None:
    events = '<intermediateCatchEvent id="m" name="Reply"/><intermediateCatchEvent id="n"/>'

    ways = leaving(
        '<eventBasedGateway id="g" eventGatewayType="Parallel"/>',
        flow("g", "m"),
        flow("g", "n"),
        more=events,
    )

    assert ways == [
        "When “Reply” happens, go to step 2.",
        "When something happens, go to step 3.",
    ]


def test_only_a_way_from_which_it_leads_here_again_leads_back() -> None:
    starts = '<startEvent id="s"/><startEvent id="t"/><endEvent id="e"/>'
    told = tell(sketch(starts + TASKS + way("s", "a", "b", "e") + flow("t", "b") + flow("b", "a")))

    assert ways_of(told.step("b"))[0] == "At the same time, step 2 begins again."
    assert ways_of(told.step("t")) == ["Then go to step 3."]
    assert [way.back for way in told.step("b").next] == [True, False]


def test_the_end_of_the_only_way_is_said_as_an_end() -> None:
    inside = '<startEvent id="x"/><endEvent id="y"/>' + flow("x", "y")
    told = tell(simple(f'<subProcess id="s">{inside}</subProcess>'))

    assert ways_of(told.step("x")) == ["Then this part ends: step 4."]
    assert ways_of(told.step("s")) == ["Then it ends: step 5."]


def test_ways_are_told_in_the_order_of_the_steps_that_they_lead_to() -> None:
    long = flow("b", "c")

    ways = leaving('<exclusiveGateway id="g"/>', named("a", "No"), named("b", "Yes"), long)

    assert ways == ["If yes, go to step 2.", "If no, go to step 4."]


def test_a_gateway_that_waits_says_so() -> None:
    joins = '<parallelGateway id="g"/>' + flow("a", "g") + flow("b", "g")
    told = tell(sketch(TASKS + joins + flow("g", "c") + flow("g", "a")))

    assert notes_of(told.step("g")) == [
        "It goes on here only when all the ways that lead here are done."
    ]


def test_an_arrow_between_sub_process_and_outside_is_said_like_any_other() -> None:
    inside = '<subProcess id="s"><task id="x"/></subProcess>'
    told = tell(sketch(TASKS + inside + flow("a", "x") + flow("x", "b")))

    assert ways_of(told.step("a")) == [f"Then go to step {told.step('x').number}."]
    assert told.step("x").next[0].to == "b"


def test_arrows_into_starts_and_out_of_ends_are_said() -> None:
    told = tell(sketch('<endEvent id="e"/><startEvent id="s"/>' + way("e", "s", "e")))

    assert ways_of(told.step("e")) == ["Then go back to step 1."]
    assert ways_of(told.step("s")) == ["Then it ends: step 2."]

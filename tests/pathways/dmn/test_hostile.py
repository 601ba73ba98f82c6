"""Hostile files: refused or bounded, in time and in memory, and never a traceback."""

import re
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.dmn import Undecided, decide, evaluate, read_decision
from pathways.feel import Refused
from pathways.model.finding import PathwayInvalid
from tests.pathways.dmn.models import (
    asked,
    data,
    decision,
    file,
    item,
    model,
    needs,
    parameters_of,
    table,
    text,
)
from tests.pathways.dmn.tables import NOW


def rules_of(xml: bytes, name: str) -> set[str]:
    with pytest.raises(PathwayInvalid) as refused:
        read_decision(xml, file="a.dmn", decision=name)
    return {finding.rule for finding in refused.value.findings}


def test_a_table_of_thousands_of_rules_is_read_and_answered() -> None:
    rows = [[f"[{at}..{at + 1})", f'"answer {at}"'] for at in range(3_000)]
    xml = file(decision("D", table(["n"], ["a"], rows)))

    read = read_decision(xml, file="a.dmn", decision="D")
    answers = [evaluate(read, {"n": at}, now=NOW).answer for at in range(0, 3_000, 7)]

    assert answers == [f"answer {at}" for at in range(0, 3_000, 7)]


def test_a_table_of_more_rules_than_anybody_could_read_is_refused() -> None:
    rows = [["-", "1"] for _ in range(30_000)]

    assert rules_of(file(decision("D", table(["n"], ["a"], rows))), "D") <= {
        "too_big",
        "too_many_elements",
    }


def test_ranges_that_all_overlap_are_answered() -> None:
    rows = [[f"[{at}..{6_000 - at}]", str(at)] for at in range(2_500)]
    xml = file(decision("D", table(["n"], ["a"], rows, policy="COLLECT", aggregation="COUNT")))

    assert asked(xml, "D", {"n": 3_000}).answer == 2_500
    assert asked(xml, "D", {"n": 10}).answer == 11


def test_a_table_asked_for_each_item_of_a_list_is_stopped_and_not_kept_for_ever() -> None:
    band = model(
        "Band", {"n": ""}, table(["n"], ["a"], [["? > 0", "1"], ["-", "2"]], policy="FIRST")
    )
    asks = decision(
        "Asks", text("for i in 1..100000 return Band(i)"), needing=needs(models=["Band"])
    )
    few = decision("Few", text("for i in 1..100 return Band(i)"), needing=needs(models=["Band"]))
    same = decision("Same", text("for i in 1..900 return Band(1)"), needing=needs(models=["Band"]))

    assert len(asked(file(band, few), "Few", {}).before) == 100
    assert len(asked(file(band, same), "Same", {}).before) == 1
    with pytest.raises(Refused, match="“Asks”"):
        asked(file(band, asks), "Asks", {})


def test_decisions_that_lean_on_one_another_in_a_long_row_are_a_finding() -> None:
    row = [decision("d0", text("1"))]
    row += [
        decision(f"d{at}", text(f"d{at - 1} + 1"), needing=needs(decisions=[f"d{at - 1}"]))
        for at in range(1, 1_000)
    ]

    assert rules_of(file(*row), "d999") == {"too_deep"}


def test_a_circle_of_thousands_is_a_finding() -> None:
    count = 30
    ring = [
        decision(f"d{at}", text("1"), needing=needs(decisions=[f"d{(at + 1) % count}"]))
        for at in range(count)
    ]
    crowd = [decision(f"e{at}", text("1"), needing=needs(decisions=["d0"])) for at in range(1_500)]

    assert rules_of(file(*ring, *crowd), "e7") == {"needs_itself"}


def test_a_circle_of_knowledge_models_is_a_finding() -> None:
    one = model("one", {}, text("two()"), needing=needs(models=["two"]))
    two = model("two", {}, text("one()"), needing=needs(models=["one"]))
    asks = decision("Asks", text("one()"), needing=needs(models=["one"]))

    assert rules_of(file(one, two, asks), "Asks") == {"needs_itself"}


def test_functions_that_call_one_another_without_end_are_stopped() -> None:
    again = f"<functionDefinition>{parameters_of({'f': ''})}{text('f(f)')}</functionDefinition>"
    boxes = (
        f'<context><contextEntry><variable name="omega"/>{again}</contextEntry>'
        f"<contextEntry>{text('omega(omega)')}</contextEntry></context>"
    )

    with pytest.raises(Refused, match="“D”"):
        asked(file(decision("D", boxes)), "D", {})


def test_a_list_that_doubles_at_every_decision_is_stopped() -> None:
    row = [decision("d0", text("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"))]
    row += [
        decision(
            f"d{at}",
            text(f"concatenate(d{at - 1}, d{at - 1})"),
            needing=needs(decisions=[f"d{at - 1}"]),
        )
        for at in range(1, 39)
    ]

    with pytest.raises(Refused):
        asked(file(*row), "d38", {})


def test_a_context_that_doubles_at_every_entry_is_stopped() -> None:
    entries = f'<contextEntry><variable name="e0"/>{text("[1]")}</contextEntry>'
    for at in range(1, 60):
        said = text(f"[e{at - 1}, e{at - 1}]")
        entries += f'<contextEntry><variable name="e{at}"/>{said}</contextEntry>'
    last = f"<contextEntry>{text('e59')}</contextEntry>"

    with pytest.raises(Refused):
        asked(file(decision("D", f"<context>{entries}{last}</context>")), "D", {})


def test_a_value_that_is_given_too_large_is_stopped() -> None:
    asks = decision("Asks", text("count(X)"), needing=needs(data=["X"]))
    many = item("tMany", "number", many=True)
    xml = file(many, data("X", "tMany"), asks)

    assert asked(xml, "Asks", {"X": list(range(1_000))}).answer == 1_000
    with pytest.raises(Refused):
        asked(xml, "Asks", {"X": list(range(1_000_000))})


def test_references_into_another_file_are_never_followed() -> None:
    for href in ("file:///etc/passwd#x", "http://127.0.0.1:1/#x", "../../x.dmn#x"):
        needing = (
            f'<informationRequirement><requiredDecision href="{href}"/></informationRequirement>'
        )
        xml = file(
            '<import namespace="urn:other" locationURI="file:///etc/passwd" name="other" '
            'importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>',
            decision("D", text("1"), needing=needing),
        )

        assert rules_of(xml, "D") == {"imported"}


WHOLE = file(
    item("tKind", "string", allowed='"a","b"'),
    item("tThing", components={"kind": "tKind", "cost": "number"}),
    item("tThings", "tThing", many=True),
    data("Things", "tThings"),
    model("Share", {"n": "number"}, table(["n"], ["s"], [["< 5", "1"], [">= 5", "n / 2"]])),
    decision(
        "Shares",
        f'<for iteratorVariable="t"><in>{text("Things")}</in><return>{text("Share(t.cost)")}'
        "</return></for>",
        needing=needs(data=["Things"], models=["Share"]),
    ),
    decision(
        "Total",
        f'<context><contextEntry><variable name="all"/>{text("sum(Shares)")}</contextEntry>'
        f"<contextEntry>{text('all * 2')}</contextEntry></context>",
        kind="number",
        needing=needs(decisions=["Shares"]),
    ),
    decision(
        "Offer",
        table(
            ["Total | number"],
            ['Offer | string | "yes","no" | "no"'],
            [["> 10", '"yes"'], ["[5..20]", '"no"']],
            policy="PRIORITY",
        ),
        needing=needs(decisions=["Total"]),
    ),
)
GIVEN = {"Things": [{"kind": "a", "cost": 9}, {"kind": "b", "cost": 3}]}
_PIECES = re.findall(rb"<[^>]+>|[^<]+", WHOLE)


def test_the_model_that_is_damaged_below_is_whole() -> None:
    assert asked(WHOLE, "Offer", GIVEN).answer == "yes"


def read_or_refused(xml: bytes) -> None:
    """Read and ask; whatever happens is one of what is promised."""
    for name in ("Offer", "Shares"):
        try:
            read = read_decision(xml, file="a.dmn", decision=name)
        except PathwayInvalid:
            continue
        with suppress(Refused):
            outcome = evaluate(read, GIVEN, now=NOW)
            assert (outcome.answer is None) or isinstance(outcome.rules, tuple)
        with suppress(Refused, Undecided):
            decide(read, GIVEN, now=NOW)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_elements_that_are_lost_doubled_or_moved_are_read_or_refused(chance: st.DataObject) -> None:
    pieces = list(_PIECES)
    for _ in range(chance.draw(st.integers(1, 4))):
        at, other = (chance.draw(st.integers(0, len(pieces) - 1)) for _ in range(2))
        match chance.draw(st.sampled_from(["lose", "double", "swap", "copy"])):
            case "lose":
                pieces[at] = b""
            case "double":
                pieces[at] *= 2
            case "swap":
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case _:
                pieces[at] = pieces[other]

    read_or_refused(b"".join(pieces))


_WORDS = [b'href="#_Offer"', b'href="#_Shares"', b'href="#_Share"', b'href="#_Things"',
          b'typeRef="tThings"', b'typeRef="tKind"', b'typeRef="number"', b'typeRef="string"',
          b'hitPolicy="PRIORITY"', b'hitPolicy="UNIQUE"', b'hitPolicy="OUTPUT ORDER"',
          b"<typeRef>tKind</typeRef>", b"<typeRef>tThing</typeRef>", b"<typeRef>tThings</typeRef>",
          b"<text>Total</text>", b"<text>Things</text>", b"<text>Share</text>", b"<text></text>",
          b"<text>-</text>", b'<text>"yes"</text>', b"<text>all * 2</text>"]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_WORDS)), min_size=1, max_size=5)
)
def test_words_that_stand_in_the_place_of_others_are_read_or_refused(
    swaps: list[tuple[bytes, bytes]],
) -> None:
    xml = WHOLE
    for old, new in swaps:
        xml = xml.replace(old, new, 1)

    read_or_refused(xml)

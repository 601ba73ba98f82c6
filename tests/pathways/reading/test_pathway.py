from datetime import date

import pytest

from pathways.model.pathway import PeriodBound, PeriodUnit
from tests.pathways.reading.folders import (
    BPMN,
    drawn,
    findings,
    folder,
    form,
    letter,
    only,
    read,
    table,
)


def test_a_whole_folder_is_read() -> None:
    pathway = read(folder())

    assert pathway.key == "small"
    assert set(pathway.forms) == {"ask_for_it", "check_it"}
    assert set(pathway.decisions) == {"t"}
    assert set(pathway.letters) == {"tell_yes"}
    assert pathway.about.review_on == date(2027, 9, 1)
    assert pathway.about.sources[0].title == "Children and Families Act 2014, section 49"
    assert pathway.periods["CHECK"].unit is PeriodUnit.WORKING
    assert pathway.periods["CHECK"].bound is PeriodBound.AT_MOST


def test_the_sources_are_the_files_byte_for_byte_without_the_scenarios() -> None:
    files = folder()

    expected = {path: source for path, source in files.items() if "scenarios" not in path}

    assert read(files).sources == expected


def test_reading_twice_gives_the_same_whatever_the_order_of_the_files() -> None:
    files = folder()

    assert list(read(files).sources) == list(read(dict(reversed(files.items()))).sources)


def test_what_was_read_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        read(folder()).sources["x"] = b""  # type: ignore[index]  # that is the point


@pytest.mark.parametrize("path", ["pathway__bpmn", "about__toml", "periods__toml"])
def test_a_missing_file_is_a_finding(path: str) -> None:
    found = findings(folder(**{path: None}))

    assert found[0].rule == "missing_file"
    assert found[0].file == path.replace("__", ".")


@pytest.mark.parametrize(
    "path",
    ["notes.md", "forms/x.txt", "forms/a/b.json", "../secret", "Pathway.bpmn", "forms\\x.json",
     "decisions/.dmn", ".DS_Store", ""],
)  # fmt: skip
def test_a_file_that_does_not_belong_is_a_finding(path: str) -> None:
    finding = only({**folder(), path: b"x"})

    assert (finding.rule, finding.file) == ("unknown_file", path)


def test_a_file_that_is_too_big_is_a_finding_and_is_not_read() -> None:
    found = findings(folder(forms__check_it__json=b" " * 2_000_001))

    assert "too_big" in {finding.rule for finding in found}


def test_too_many_files_are_one_finding() -> None:
    files = {**folder(), **{f"scenarios/{n}.toml": b"" for n in range(200)}}

    assert only(files).rule == "too_many_files"


def test_findings_of_all_files_come_at_once() -> None:
    found = findings(
        folder(
            pathway__bpmn=BPMN.replace('fingerpost:period="ASK"', ""),
            about__toml="nmae = 'x'",
            periods__toml="[ask]",
            forms__check_it__json="{",
            decisions__t__dmn=table(condition="1 <"),
            letters__tell_yes__txt="Hello",
            forms__other__json=form(),
        )
    )

    assert {finding.file for finding in found} == {
        "pathway.bpmn",
        "about.toml",
        "periods.toml",
        "forms/check_it.json",
        "decisions/t.dmn",
        "letters/tell_yes.txt",
        "forms/other.json",
    }


def test_an_undrawable_drawing_does_not_hide_the_findings_of_other_files() -> None:
    found = findings(folder(pathway__bpmn="<", about__toml=""))

    assert {finding.file for finding in found} == {"pathway.bpmn", "about.toml"}


# The rhyme rule


@pytest.mark.parametrize(
    ("path", "rule", "said"),
    [
        ("letters__tell_yes__txt", "step_without_letter", "“Tell the family” (tell_yes)"),
        ("decisions__t__dmn", "step_without_table", "“Who decides?” (t)"),
    ],
)
def test_a_step_without_its_file_is_a_finding(path: str, rule: str, said: str) -> None:
    finding = only(folder(**{path: None}))

    assert finding.rule == rule
    assert said in finding.message
    assert path.replace("__", "/", 1).replace("__", ".") in finding.message


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("forms/chek_it.json", form()),
        ("forms/t.json", form()),
        ("letters/check_it.txt", letter()),
        ("decisions/u.dmn", table().replace(b'decision id="t"', b'decision id="u"')),
    ],
)
def test_a_file_without_its_step_is_a_finding(path: str, content: bytes) -> None:
    finding = only({**folder(), path: content})

    assert (finding.rule, finding.file) == ("file_without_step", path)


def test_a_misspelt_file_is_told_with_the_step_that_is_nearest() -> None:
    finding = only({**folder(), "forms/chek_it.json": form()})

    assert "Did you mean “check_it”?" in finding.message


def test_a_decision_step_may_name_another_table() -> None:
    files = drawn(
        ('businessRuleTask id="t"', 'businessRuleTask id="who" fingerpost:decision="t"'),
        (
            '"t"/>\n<sequenceFlow id="f3" sourceRef="t"',
            '"who"/>\n<sequenceFlow id="f3" sourceRef="who"',
        ),
        ("<flowNodeRef>t<", "<flowNodeRef>who<"),
        ("t.route =", "who.route ="),
    )

    assert findings({**files, "letters/tell_yes.txt": letter("{who.route}")}) == ()


def test_a_step_whose_id_no_condition_could_name_is_a_finding() -> None:
    files = drawn(("ask_for_it", "ask-for-it"))
    files["forms/ask-for-it.json"] = files.pop("forms/ask_for_it.json")

    assert "bad_step_id" in {finding.rule for finding in findings(files)}


# What the drawing promises


@pytest.mark.parametrize(
    ("sentence", "element"),
    [
        ("You ask.", "ask_for_it"),
        ("A table says who.", "t"),
        ("We write to you.", "tell_yes"),
        ("It is done.", "ended"),
    ],
)
def test_every_step_and_end_says_what_a_family_reads(sentence: str, element: str) -> None:
    finding = only(drawn((sentence, " ")))

    assert (finding.rule, finding.element) == ("no_family_words", element)


def test_a_rule_that_is_silenced_with_a_reason_does_not_keep_a_version_out() -> None:
    silent = '<fingerpost:silence rule="no_family_words" because="The next step says it."/>'
    words = '<fingerpost:wording for="family" lang="en">A table says who.</fingerpost:wording>'

    assert findings(drawn((words, silent))) == ()
    assert only(drawn((words, silent.replace("The next step says it.", "")))).element == "t"


def test_a_step_for_a_person_says_how_long_it_may_take() -> None:
    finding = only(drawn(('fingerpost:period="ASK"', "")))

    assert (finding.rule, finding.element) == ("no_period", "ask_for_it")
    assert "“Ask for it”" in finding.message
    assert finding.line is not None


@pytest.mark.parametrize("period", ["ASKS", "28 days", "P", "'P28D'"])
def test_a_period_that_is_not_known_is_a_finding(period: str) -> None:
    finding = only(drawn(('period="ASK"', f'period="{period}"')))

    assert finding.rule == "unknown_period"
    assert f"“{period}”" in finding.message


def test_a_misspelt_period_is_told_with_the_nearest_and_a_quoted_one_with_what_to_do() -> None:
    assert "Did you mean “ASK”?" in only(drawn(('period="ASK"', 'period="ASKS"'))).message
    assert "without quotation marks" in only(drawn(('period="ASK"', "period=\"'P28D'\""))).message


@pytest.mark.parametrize(
    ("timer", "rules"),
    [
        ("<timeDuration>P14D</timeDuration>", set()),
        ("<timeDuration>PT36H</timeDuration>", set()),
        ("<timeDuration>CHEK</timeDuration>", {"unknown_period"}),
        ('<timeDuration>"P14D"</timeDuration>', {"unknown_period"}),
        ("<timeDuration>14 days</timeDuration>", {"unknown_period"}),
        ("<timeDate>tomorrow</timeDate>", {"bad_time"}),
        ("<timeDate>2027-03-27T09:00:00</timeDate>", {"bad_time"}),
        ("<timeCycle>P1D</timeCycle>", {"bad_time"}),
        ("<timeCycle>R3/1D</timeCycle>", {"bad_time"}),
    ],
)
def test_a_timer_names_a_period_or_is_iso_8601(timer: str, rules: set[str]) -> None:
    found = findings(drawn(("<timeDuration>CHECK</timeDuration>", timer)))

    assert {finding.rule for finding in found} >= rules
    if not rules:
        assert found == ()


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("ask_for_itt", "Did you mean “ask_for_it”?"),
        ("tell_yes", "which no person does"),
        ("check_it", "somebody else than itself"),
        ("ask_for_it t", "“Who decides?”"),
    ],
)
def test_somebody_different_from_whom_must_be_a_step_of_a_person(other: str, said: str) -> None:
    finding = only(drawn(('differentFrom="ask_for_it"', f'differentFrom="{other}"')))

    assert finding.rule == "unknown_different_from"
    assert "“Check it”" in finding.message
    assert said in finding.message


def test_an_attribute_of_ours_that_means_nothing_there_is_a_finding() -> None:
    finding = only(
        drawn(('fingerpost:period="P10D"', 'fingerpost:period="P10D" fingerpost:perod="x"'))
    )

    assert finding.rule == "unknown_attribute"
    assert "Did you mean “period”?" in finding.message


# Expressions


@pytest.mark.parametrize(
    "condition", ["t.route =", '__import__("os")', "t.route == 1", "frobnicate(1)"]
)
def test_a_condition_that_is_not_feel_is_a_finding_at_its_arrow(condition: str) -> None:
    finding = only(drawn(('t.route = "parent" and child.preferred_name != null', condition)))

    assert (finding.rule, finding.element) == ("not_feel", "yes")
    assert "arrow “Yes” out of “Does a parent decide?” (which_way)" in finding.message
    assert finding.line is not None
    assert finding.column is not None


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ('t.rout = "x"', "Did you mean “t.route”?"),
        ('ask_for_it.wath = "x"', "Did you mean “ask_for_it.what”?"),
        ('ask_for.what = "x"', "Did you mean “ask_for_it.what”?"),
        ('child.name = "x"', "child.preferred_name"),
        ("t.route = parent", 'put it in quotation marks: "parent"'),
        ("ask_for_it = null", "“ask_for_it” has: ask_for_it.what"),
        ('tell_yes.sent = "x"', "“tell_yes.sent” is not known"),
        ("setting.address = null", "setting.name"),
    ],
)
def test_a_name_that_nothing_is_called_is_a_finding(condition: str, said: str) -> None:
    finding = only(drawn(('t.route = "parent" and child.preferred_name != null', condition)))

    assert (finding.rule, finding.element) == ("unknown_name", "yes")
    assert said in finding.message


@pytest.mark.parametrize(
    "name",
    ["child.preferred_name", "child.born_on.year", "child.over_compulsory_school_age",
     "case.opened_on", "case.reference", "setting.name", "check_it.what", "t.route",
     "count([1, 2][item > 1])", "(for a in [1] return a)[1]", "[{a: 1}][a = 1].a"],
)  # fmt: skip
def test_facts_answers_and_outcomes_may_be_named(name: str) -> None:
    assert findings(folder(forms__check_it__json=form(name))) == ()


def test_what_a_form_shows_is_checked() -> None:
    unknown = only(folder(forms__check_it__json=form("ask_for_it.whta")))
    broken = only(folder(forms__check_it__json=form("ask_for_it.")))

    assert (unknown.rule, unknown.file) == ("unknown_name", "forms/check_it.json")
    assert "“A page”, shown as “What you said”" in unknown.message
    assert (broken.rule, broken.file) == ("not_feel", "forms/check_it.json")


def test_the_places_of_a_letter_are_checked() -> None:
    unknown = only(folder(letters__tell_yes__txt=letter("Hello {child.name}.")))
    broken = only(folder(letters__tell_yes__txt=letter("Hello,\n\nyou {child.}.")))

    assert (unknown.rule, unknown.file) == ("unknown_name", "letters/tell_yes.txt")
    assert (broken.rule, broken.line) == ("not_feel", 6)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (table(condition="> ask_for_it.age"), "rule 1, column “In 1”"),
        (table(answer="parent"), "rule 1, column “route”: “parent” is not known"),
        (table(because="For {ask_for_it.who}."), "rule 1, because"),
        (table().replace(b"ask_for_it.what</text></inputE", b"what</text></inputE"),
         "column “In 1”"),
    ],
)  # fmt: skip
def test_the_names_in_a_table_are_checked_wherever_they_stand(content: bytes, said: str) -> None:
    finding = only(folder(decisions__t__dmn=content))

    assert (finding.rule, finding.file) == ("unknown_name", "decisions/t.dmn")
    assert said in finding.message


def test_only_a_reason_may_name_the_answers_of_its_own_rule() -> None:
    assert only(folder(decisions__t__dmn=table(condition="route"))).rule == "unknown_name"


def test_names_of_a_part_that_could_not_be_read_are_not_complained_about() -> None:
    found = findings(folder(decisions__t__dmn=table(condition="1 <")))

    assert [finding.rule for finding in found] == ["not_feel"]


def test_a_letter_goes_to_a_lane() -> None:
    finding = only(folder(letters__tell_yes__txt=letter(to="famly")))

    assert finding.rule == "unknown_addressee"
    assert "Did you mean “family”?" in finding.message
    assert "case_officer (“Case officer”)" in finding.message

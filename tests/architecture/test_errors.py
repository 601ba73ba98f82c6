"""All that people can be told went wrong is collected, and each says what to do."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import workflow
from tools.errors import AT_THE_TERMINAL, EXAMPLES, PAGE, kinds, messages, page_of, text
from workflow.model.errors import WorkflowError
from workflow.store import BackupTrouble

#: What a sentence that says what to do begins with.
TODO = re.compile(
    r"\b(Ask|Check|Choose|Do|Draw|Give|Go|Join|Lead|Leave|Look|Make|Mark|Move|Name|Open|Please|Put|"
    r"Read|Remove|Say|Send|Sign|Split|Start|Take|Tell|Try|Use|Wait|Write|can be done|stays on)\b|"
    r"\b(please|start from|try again|connect|delete it|draw the step|fold|let the way|may make|"
    r"save the|write a period)\b",
    re.IGNORECASE,
)

NAMED = [f"{type(one).__name__}-{number}" for number, one in enumerate(EXAMPLES)]


def test_every_error_that_can_be_raised_is_in_the_collection() -> None:
    for module in walk_packages(workflow.__path__, "workflow."):
        if ".migrations" not in module.name:
            import_module(module.name)

    assert {type(one) for one in EXAMPLES} == kinds()


def test_the_collection_is_as_the_code_has_it() -> None:
    assert PAGE.read_text("utf-8") == text(), "run `python -m tools.errors`"


@pytest.mark.parametrize("error", EXAMPLES, ids=NAMED)
def test_a_page_about_an_error_is_whole_sentences_and_names_no_class(error: WorkflowError) -> None:
    _, page = page_of(error)

    said = " ".join(page.paragraphs)
    assert said[0].isupper() or said[0] == "“"
    assert said.endswith(".")
    assert type(error).__name__ not in f"{page.title} {said}"


@pytest.mark.parametrize("error", EXAMPLES, ids=NAMED)
def test_an_error_about_a_step_names_it_in_the_words_of_the_drawing(error: WorkflowError) -> None:
    step = getattr(error, "step_name", None)

    if step is not None:
        assert f"“{step}”" in " ".join(page_of(error)[1].paragraphs)


@pytest.mark.parametrize("error", EXAMPLES, ids=NAMED)
def test_an_error_says_what_to_do_or_that_nothing_is_to_be_done(error: WorkflowError) -> None:
    said = " ".join((*page_of(error)[1].paragraphs, str(error)))

    assert TODO.search(said) or "nothing more to do" in said or "Nothing was changed" in said


def test_every_trouble_with_a_backup_is_in_the_collection_and_says_what_to_do() -> None:
    assert {type(one) for one in AT_THE_TERMINAL} == set(BackupTrouble.__subclasses__())
    assert [one for one in AT_THE_TERMINAL if not TODO.search(str(one))] == []


@pytest.mark.parametrize(("rule", "finding"), sorted(messages().items()))
def test_a_finding_says_where_and_what_to_do(rule: str, finding: object) -> None:
    del rule
    message = str(getattr(finding, "message", ""))

    assert message.endswith((".", "?", "”"))
    assert TODO.search(message)

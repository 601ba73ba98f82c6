import json
from pathlib import Path

from pathways.words import as_json
from tests.pathways.sketches import simple
from tests.pathways.words.telling import file, tell

LEAK = Path(__file__).with_name("test_tell.bpmn").read_bytes()


def test_a_step_has_what_programs_need() -> None:
    (process,) = as_json(tell(LEAK))["processes"]

    step = process["steps"][1]

    assert process["id"] == "leak"
    assert step == {
        "id": "report_it",
        "number": 2,
        "anchor": "report_it",
        "name": "Report it",
        "kind": "Somebody does this",
        "who": "Tenant",
        "how_long": "within “REPORT”",
        "how_long_source": "",
        "family": "You say where it drips.",
        "easy_read": "",
        "staff": "",
        "help": "",
        "inside": "",
        "notes": [],
        "next": [
            {
                "flows": step["next"][0]["flows"],
                "to": "look_at_it",
                "when": "",
                "back": False,
                "sentence": "Then go to step 3.",
            }
        ],
    }
    assert len(step["next"][0]["flows"]) == 2


def test_the_answer_is_listed_as_drawn_and_a_condition_in_quotation_marks() -> None:
    (process,) = as_json(tell(LEAK))["processes"]
    steps = {step["id"]: step for step in process["steps"]}

    assert [way["when"] for way in steps["is_it_bad"]["next"]] == ["Yes", "No"]
    assert [way["when"] for way in steps["is_it_dry"]["next"]] == ["It is dry", ""]


def test_it_can_be_written_whatever_was_drawn() -> None:
    told = tell(simple('<subProcess id="ä &quot;"><task id="a" name="\U0001f600"/></subProcess>'))

    read = json.loads(json.dumps(as_json(told)))

    assert read["processes"][0]["steps"][2]["inside"] == 'ä "'
    assert read["language"] == "en-GB"


def test_a_file_without_a_process_has_no_processes() -> None:
    assert as_json(tell(file("")))["processes"] == []

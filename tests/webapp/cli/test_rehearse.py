from pathlib import Path

from tests.webapp.cli.command import fingerpost


def test_the_scenarios_of_a_pathway_are_played(pathway: Path) -> None:
    _keep_scenarios(pathway, 2)

    done = fingerpost("rehearse", str(pathway))

    assert done.exit_code == 0, done.output
    assert "quick_one_off: 2 of 2 scenarios came out as written" in done.output


def test_a_scenario_that_comes_out_otherwise_is_told_about(pathway: Path) -> None:
    (story,) = _keep_scenarios(pathway, 1)
    words = story.read_text(encoding="utf-8").partition("[expect]")
    story.write_text(f'{words[0]}[expect]\nended = "nowhere"\n', encoding="utf-8")

    done = fingerpost("rehearse", str(pathway))

    assert done.exit_code == 1
    assert "0 of 1 scenarios came out as written" in done.output


def test_a_pathway_without_scenarios_is_not_rehearsed(pathway: Path) -> None:
    _keep_scenarios(pathway, 0)

    done = fingerpost("rehearse", str(pathway))

    assert done.exit_code == 1
    assert "has no scenarios" in done.output


def _keep_scenarios(pathway: Path, count: int) -> list[Path]:
    stories = sorted((pathway / "scenarios").iterdir())
    for story in stories[count:]:
        story.unlink()
    return stories[:count]

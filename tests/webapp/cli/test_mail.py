"""Who is told by e-mail is a matter of the environment; what is missing is said before anything."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from webapp.cli.house import house
from webapp.cli.main import main

SERVER, SENDER, ADDRESS = "FINGERPOST_MAIL_SERVER", "FINGERPOST_MAIL_SENDER", "FINGERPOST_ADDRESS"
ALL = {
    SERVER: "smtp://mail.example.org",
    SENDER: "pathways@example.org",
    ADDRESS: "https://pathways.example.org/",
}


def test_a_house_with_a_mail_server_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ALL.items():
        monkeypatch.setenv(name, value)

    with house(str(tmp_path / "fingerpost.db"), demo=False) as workflow:
        assert workflow.demo is None


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({SENDER: ""}, f"{SERVER} is set, so {SENDER} must be set too."),
        ({SENDER: "", ADDRESS: ""}, f"{SENDER}, {ADDRESS} must be set too."),
        ({SERVER: "mail.example.org"}, "Expected a mail server such as smtps://"),
    ],
)
def test_what_is_missing_is_said_in_a_sentence(
    tmp_path: Path, changed: dict[str, str], said: str
) -> None:
    database = str(tmp_path / "fingerpost.db")

    done = CliRunner().invoke(main, ["run", "--database", database], env={**ALL, **changed})

    assert done.exit_code == 1
    assert said in done.output
    assert not Path(database).exists()

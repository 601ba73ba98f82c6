"""The verbs of the command, each read when it is asked for."""

from importlib import import_module
from typing import cast

import click
from typing_extensions import override

#: Verb -> the module of this package that has it, and its name there.
_VERBS = {
    "backup": ("backup", "backup"),
    "check": ("check", "check"),
    "closures": ("closures", "closures"),
    "decide": ("decide", "decide"),
    "draw": ("draw", "draw"),
    "feel": ("feel", "feel"),
    "import": ("publish", "publish"),
    "rehearse": ("rehearse", "rehearse"),
    "restore": ("backup", "restore"),
    "run": ("run", "run"),
    "user": ("people", "user"),
    "words": ("words", "words"),
    "worker": ("worker", "worker"),
}


class _Verbs(click.Group):
    """Imports no verb before its time: the words of a drawing need neither pages nor a database."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_VERBS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _VERBS:
            return None
        module, name = _VERBS[cmd_name]
        return cast("click.Command", getattr(import_module(f"webapp.cli.{module}"), name))


@click.group(cls=_Verbs)
@click.version_option(package_name="fingerpost")
def main() -> None:
    """Pathways that families and professionals draw together, run, and publish."""

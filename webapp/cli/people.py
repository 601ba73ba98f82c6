"""`fingerpost user`: who can sign in."""

import click
from rich.console import Console
from rich.table import Table

from webapp.cli.house import DATABASE, house, told


@click.group()
def user() -> None:
    """Add people who can sign in, close their accounts, list them."""


@user.command()
@click.argument("name")
@click.argument("email")
@click.password_option(help="Asked for where it is not given, so that it stays out of the history.")
@DATABASE
def add(name: str, email: str, password: str, database: str) -> None:
    """Add a person who can sign in."""
    with told(), house(database, demo=False) as workflow:
        workflow.people.add(name, email, password)
        click.echo(f"{name} can sign in now.")


@user.command()
@click.argument("email")
@DATABASE
def disable(email: str, database: str) -> None:
    """Close an account and end its sessions."""
    with told(), house(database, demo=False) as workflow:
        found = [one for one in workflow.people.everybody() if one.email == email.lower()]
        if not found:
            raise ValueError("Nobody signs in with this e-mail address.")
        workflow.people.disable(found[0].actor.id)
        click.echo(f"{found[0].actor.name} cannot sign in any more.")


@user.command("list")
@DATABASE
def list_(database: str) -> None:
    """List everybody, closed accounts too."""
    with told(), house(database, demo=False) as workflow:
        table = Table("Name", "E-mail", "Roles", "Account")
        for one in workflow.people.everybody():
            roles = ", ".join(
                f"{place.role}, {place.organisation}" for place in one.actor.memberships
            )
            table.add_row(
                one.actor.name, one.email or "", roles, "closed" if one.disabled else "open"
            )
        Console().print(table)

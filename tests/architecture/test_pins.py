import json
import re
import tomllib

import pytest

from tests.architecture.tree import text_of

PROJECT = tomllib.loads(text_of("pyproject.toml"))
BUILD = PROJECT["build-system"]["requires"]
GROUPS = PROJECT["dependency-groups"]
CONSTRAINTS = text_of("constraints.txt").splitlines()


def canonical(pin: str) -> str:
    name, version = pin.split("==")
    return re.sub(r"[-_.]+", "-", name).lower() + "==" + version


@pytest.mark.parametrize("pin", [*PROJECT["project"]["dependencies"], *GROUPS["dev"], *BUILD])
def test_every_package_that_we_name_is_pinned_to_one_version(pin: str) -> None:
    assert canonical(pin) in {canonical(line) for line in CONSTRAINTS}


def test_constraints_are_names_and_versions_without_hosts_or_paths() -> None:
    assert [line for line in CONSTRAINTS if not re.fullmatch(r"[\w.-]+==[\w.+!-]+", line)] == []


def test_the_house_builds_with_the_same_tools_as_an_isolated_build() -> None:
    assert set(BUILD) <= set(GROUPS["build"])


def test_the_browser_packages_are_pinned_to_one_version() -> None:
    package = json.loads(text_of("webapp/assets/package.json"))
    wanted = package["dependencies"] | package["devDependencies"]
    locked = json.loads(text_of("webapp/assets/package-lock.json"))["packages"]

    assert wanted == {name: locked[f"node_modules/{name}"]["version"] for name in wanted}


def test_the_lock_file_names_no_registry() -> None:
    lock = text_of("webapp/assets/package-lock.json")

    assert '"resolved"' not in lock
    assert lock.count('"integrity"') == lock.count('"node_modules/')


def test_no_browser_package_runs_a_script_of_its_own() -> None:
    settings = text_of("webapp/assets/.npmrc").splitlines()

    assert "ignore-scripts=true" in settings
    assert "omit-lockfile-registry-resolved=true" in settings


def test_the_templates_and_the_stylesheet_are_of_versions_that_fit() -> None:
    package = json.loads(text_of("webapp/assets/package.json"))

    assert package["dependencies"]["govuk-frontend"] == "6.3.0"
    assert "govuk-frontend-jinja==4.1.0" in PROJECT["project"]["dependencies"]

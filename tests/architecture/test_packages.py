import ast
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.architecture.tree import PACKAGES, ROOT, files, modules, name_of


@pytest.mark.parametrize("package", PACKAGES)
def test_only_fingerpost_provides_its_import_names(package: str) -> None:
    providers = packages_distributions().get(package, [])
    spec = find_spec(package)

    assert set(providers) <= {"fingerpost"}
    assert spec is not None
    assert spec.origin == str(ROOT / package / "__init__.py")


def test_the_wheel_holds_the_three_packages_and_no_browser_source() -> None:
    shipped = {
        Path(file.distribution_path) for file in WheelBuilder(str(ROOT)).recurse_included_files()
    }

    assert {path.parts[0] for path in shipped} == set(PACKAGES)
    assert not [path for path in shipped if path.is_relative_to("webapp/assets")]
    assert Path("webapp/static/manifest.json") in shipped


@pytest.mark.parametrize(
    "suffix", [".html", ".bpmn", ".dmn", ".json", ".toml", ".txt", ".css", ".po"]
)
def test_the_wheel_holds_every_data_file_of_a_package(suffix: str) -> None:
    shipped = {file.path for file in WheelBuilder(str(ROOT)).recurse_included_files()}
    ours = {str(path) for package in PACKAGES for path in files(suffix, under=package)}

    assets = {path for path in ours if Path(path).is_relative_to(ROOT / "webapp" / "assets")}
    assert ours - assets <= shipped


@pytest.mark.parametrize("package", [*PACKAGES, "tests"])
def test_every_folder_of_python_is_a_package(package: str) -> None:
    folders = {path.parent for path in files(".py", under=package)}

    assert [name_of(folder) for folder in folders if not (folder / "__init__.py").is_file()] == []


def test_every_module_says_what_lives_in_it() -> None:
    silent = [path for path in modules() if not ast.get_docstring(ast.parse(path.read_bytes()))]

    assert [name_of(path) for path in silent] == []

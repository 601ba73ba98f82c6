"""The exceptions that the law knows, by id."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from pathways.model.law import LawfulException


def _read() -> Mapping[str, LawfulException]:
    source = files("pathways.law").joinpath("exceptions.toml").read_text(encoding="utf-8")
    return MappingProxyType(
        {name: LawfulException(id=name, **each) for name, each in tomllib.loads(source).items()}
    )


#: Id -> exception.
EXCEPTIONS: Mapping[str, LawfulException] = _read()

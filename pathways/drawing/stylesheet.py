"""The stylesheet of pictures, as a page loads it and as a picture alone carries it."""

import re
from importlib.resources import files

_COLOUR = re.compile(r"--fp-([a-z0-9-]+): (#[0-9a-f]{6});")
_DECLARED = re.compile(r"([a-z-]+): ([^;{}]*)var\(--fp-([a-z0-9-]+)\);")

#: The stylesheet of inline pictures; a page that shows one has to load it.
STYLESHEET = files("pathways.drawing").joinpath("picture.css").read_text("utf-8")


def _with_plain_colours(sheet: str) -> str:
    """Say each colour plainly first, for viewers that do not know variables and skip those."""
    first = dict(_COLOUR.findall(sheet.partition("}")[0]))
    return _DECLARED.sub(lambda one: f"{one[1]}: {one[2]}{first[one[3]]}; {one[0]}", sheet)


#: What a picture alone carries; it says the same, and office programs understand it too.
ALONE = _with_plain_colours(STYLESHEET)

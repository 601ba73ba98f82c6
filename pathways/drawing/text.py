"""How wide a text is in Arial, and where its lines break, without a browser to ask."""

import unicodedata

#: Widths in thousandths of the font size (Arial; Liberation Sans and Helvetica have the same).
_GROUPS = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "ckJsvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS = {character: width for width, group in _GROUPS.items() for character in group}
_WIDTHS |= (
    dict.fromkeys("\u2018\u2019", 222) | dict.fromkeys("“”", 333) | {"–": 556, "£": 556, "•": 350}
)
_UNKNOWN = 600
_FULL = 1000


def text_width(text: str, size: float) -> float:
    """Return the width in pixels of a text in Arial of this size."""
    return sum(_width(character) for character in text) * size / 1000


def wrapped(text: str, width: float, size: float) -> tuple[str, ...]:
    """Return the lines of a text that fit into a width, both in pixels; long words are broken."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text, width, size):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def shortened(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    """Return at most so many lines; the last one ends with an ellipsis where more were cut off."""
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], lines[most - 1].rstrip(" .,") + "…")


def _pieces(text: str, width: float, size: float) -> list[str]:
    """The words of a text; a word that no line can hold comes in parts."""
    pieces: list[str] = []
    for word in text.split():
        part = ""
        for character in word:
            if part and text_width(part + character, size) > width:
                pieces.append(part)
                part = ""
            part += character
        pieces.append(part)
    return pieces


def _width(character: str) -> int:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    base = unicodedata.normalize("NFD", character)[0]
    if base != character:
        return _width(base)
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return _FULL if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN

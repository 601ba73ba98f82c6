"""What kind of task it is: signs in the upper left corner, in pixels from there."""

from pathways.drawing.paths import gear, line, lines, outline
from pathways.drawing.svg import circle, path
from pathways.model.node import StepKind

_HAIR = (
    "M8.2 8.3C7.5 5.6 9.2 3.9 12.2 3.8C15.2 3.9 17 5.5 16.3 8.2C14.9 8.5 13.9 7.4 12.4 7.1"
    "C10.8 6.8 9.4 7.2 8.2 8.3Z"
)
_FACE = "M8.1 8.2C8 10.2 8.8 11.5 10 12.2L14.6 12.2C15.9 11.4 16.6 10.1 16.4 8.1"
_BODY = (
    "M10 12.1C6.4 13.4 4.1 14.6 4.1 17L4.1 23.4L21 23.4L21 17C21 14.6 18.4 13.2 14.8 12.1"
    "L17.1 13.2C17.1 18.6 7.5 18.8 7.4 13.1L10 12.1Z"
)
_ARMS = lines(((7, 18.1), (7, 23.3)), ((18, 18.6), (18, 23.3)))
_HAND = (
    "M4.3 10.2C4.4 8.9 5.2 8 6.4 7.3L14.2 3C15.8 2.4 16.6 4.2 15.4 5.2L13 7L24.2 7"
    "C26 7.1 26 9.4 24.2 9.4L17 9.4L26.6 9.9C28.6 10 28.6 12.4 26.6 12.4L17 12.3L25 12.9"
    "C26.9 13 26.8 15.2 25 15.2L17 15L23 15.6C24.8 15.7 24.7 17.8 22.8 17.8L9 18"
    "C6 17.9 4.2 16 4.3 14Z"
)
_SCROLL = (
    "M9 5L18 5C13.4 8.2 13.7 9.9 15.9 12.4C19 15.6 19 17.3 14.9 20L5.8 20"
    "C10.4 16.9 9.8 15.2 7.6 12.8C4.4 9.4 4.8 7.6 9 5Z"
)
_SENTENCES = lines(
    ((7.7, 8), (12.7, 8)),
    ((8.3, 11), (12.7, 11)),
    ((9.8, 14), (14.8, 14)),
    ((10.8, 17), (15.8, 17)),
)
_BACK_GEAR = gear((10.9, 10.7), 5.2, 7.2, 8)
_FRONT_GEAR = gear((15.9, 14.7), 5.2, 7.2, 8)
_TABLE = outline((8, 8), (28, 8), (28, 20), (8, 20)) + lines(
    ((8, 16), (28, 16)), ((15, 12), (15, 20))
)
_LETTER = outline((6.3, 5.6), (25.2, 5.6), (25.2, 18.2), (6.3, 18.2))
_FLAP = line((6.3, 5.6), (15.7, 10.9), (25.2, 5.6))
_DARK_LETTER = outline((6.5, 5.5), (26.5, 5.5), (26.5, 18.4), (6.5, 18.4))
_SMALL_LETTER = outline((7.8, 9.6), (20.3, 9.6), (20.3, 17.9), (7.8, 17.9)) + line(
    (7.8, 9.6), (14, 13.1), (20.3, 9.6)
)

#: Step kind -> its sign, ready to be put into a step.
TASK_ICONS: dict[StepKind, str] = {
    StepKind.USER: path("hair icon", _BODY + _FACE + _ARMS) + path("solid hair", _HAIR),
    StepKind.MANUAL: path("hair icon", _HAND),
    StepKind.SERVICE: path("icon", _BACK_GEAR)
    + circle("icon", 10.9, 10.7, 3.5)
    + path("icon", _FRONT_GEAR)
    + circle("icon", 15.9, 14.7, 3.5),
    StepKind.SCRIPT: path("icon", _SCROLL + _SENTENCES),
    StepKind.DECISION: path("icon", _TABLE)
    + path("solid", outline((8, 8), (28, 8), (28, 12), (8, 12))),
    StepKind.SEND: path("block", _DARK_LETTER)
    + path("cut", line((6.8, 5.8), (16.5, 11), (26.2, 5.8))),
    StepKind.RECEIVE: path("icon", _LETTER + _FLAP),
}
#: The sign of a task that begins when a message comes.
BEGINS = circle("icon", 14, 14, 10) + path("icon", _SMALL_LETTER)

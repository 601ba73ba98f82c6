"""The small signs of BPMN, as paths.

On tasks in a square of 18 pixels, elsewhere around their middle.
"""

from pathways.model.drawing import ChoiceKind, StepKind, Trigger

_HAND = (
    "M2 8L6.9 3.2C7.8 2.4 9 3.4 8.3 4.5L6.9 6.5H14.8C16.2 6.5 16.2 8.6 14.8 8.6H10M15 8.6C16.8 8.6 "
    "16.8 10.7 15.2 10.7H10.2M14.7 10.7C16.3 10.7 16.2 12.8 14.5 12.8H10M13.3 12.8C14.7 12.8 14.6 "
    "15 13 15H5.2C3.4 15 2 14 2 12.4Z"
)
_SCROLL = (
    "M5.5 2h10c-3.4 2.6-3.4 4.2-1.4 7s1.6 4.8-1.6 7h-10c3.2-2.2 3.6-4.2 1.6-7s-2-4.4 1.4-7zM6.6 "
    "6h5.8M6.8 9h5.8M6.6 12h5.8"
)
_GEAR = (
    "M9 4.4a4.6 4.6 0 1 0 0 9.2a4.6 4.6 0 1 0 0-9.2zM9 7.2a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 "
    "0-3.6zM9 4.4V1.4M9 13.6v3M4.4 9h-3M13.6 9h3M5.8 5.8L3.6 3.6M12.2 5.8l2.2-2.2M5.8 12.2l-2.2 "
    "2.2M12.2 12.2l2.2 2.2"
)

#: Step kind -> (classes, path), drawn in this order.
TASKS: dict[StepKind, tuple[tuple[str, str], ...]] = {
    StepKind.USER: (
        ("line", "M2.5 16.5v-2.2c0-2.9 2.6-4.6 6.5-4.6s6.5 1.7 6.5 4.6v2.2z"),
        ("line", "M9 1.6a3.4 3.4 0 1 0 0 6.8a3.4 3.4 0 1 0 0-6.8z"),
    ),
    StepKind.MANUAL: (("line", _HAND),),
    StepKind.DECISION: (
        ("line", "M1.5 3h15v12.4h-15zM1.5 11h15M6.6 6.8v8.6"),
        ("solid", "M1.5 3h15v3.8h-15z"),
    ),
    StepKind.SEND: (
        ("solid", "M1.5 3.6h15v11.2h-15z"),
        ("cut", "M1.6 3.8L9 9.8L16.4 3.8"),
    ),
    StepKind.RECEIVE: (("line", "M1.5 3.6h15v11.2h-15zM1.5 3.8L9 9.8L16.5 3.8"),),
    StepKind.SCRIPT: (("line", _SCROLL),),
    StepKind.SERVICE: (("line", _GEAR),),
}

#: Sits at the bottom of a step that holds others.
FOLDED = "M-7-15h14v14h-14zM0-12v8M-4-8h8"

#: Trigger -> path around the middle of an event of 36 pixels.
EVENTS: dict[Trigger, str] = {
    Trigger.MESSAGE: "M-9-6.5h18v13h-18zM-9-6.5L0 1L9-6.5",
    Trigger.SIGNAL: "M0-9.5L9 6.5H-9z",
    Trigger.CONDITION: "M-7-9h14v18h-14zM-4.2-5h8.4M-4.2-1.7h8.4M-4.2 1.7h8.4M-4.2 5h8.4",
    Trigger.ERROR: "M-8.5 8.5L-3-8.5L2.5 1.5L8.5-8.5L3 8.5L-2.5-1.5z",
    Trigger.ESCALATION: "M0-10L7.5 8.5L0 1L-7.5 8.5z",
    Trigger.CANCEL: "M-9-6L-6-9L0-3L6-9L9-6L3 0L9 6L6 9L0 3L-6 9L-9 6L-3 0z",
    Trigger.COMPENSATION: "M0-7L-9 0L0 7zM9-7L0 0L9 7z",
    Trigger.LINK: "M-9.5-4H1V-8.5L10 0L1 8.5V4H-9.5z",
}
CLOCK = (
    "M0-11a11 11 0 1 0 0 22a11 11 0 1 0 0-22zM0-11v2.6M0 11v-2.6M-11 0h2.6M11 0h-2.6M-5.5-9.5l1.2 2"
    "M5.5-9.5l-1.2 2M-5.5 9.5l1.2-2M5.5 9.5l-1.2-2M-9.5-5.5l2 1.2M9.5-5.5l-2 1.2M-9.5 5.5l2-1.2"
    "M9.5 5.5l-2-1.2"
)
HANDS = "M2.2-8L0 0L5.6 1.4"

#: Choice kind -> (classes, path) around the middle of a diamond of 50 pixels.
CHOICES: dict[ChoiceKind, tuple[tuple[str, str], ...]] = {
    ChoiceKind.EXCLUSIVE: (
        ("solid", "M-8.2-10.5h3.6L0-3L4.6-10.5h3.6L1.9 0L8.2 10.5h-3.6L0 3L-4.6 10.5h-3.6L-1.9 0z"),
    ),
    ChoiceKind.PARALLEL: (
        ("solid", "M-1.6-11.5h3.2v9.9h9.9v3.2h-9.9v9.9h-3.2v-9.9h-9.9v-3.2h9.9z"),
    ),
    ChoiceKind.INCLUSIVE: (("bold", "M0-11.5a11.5 11.5 0 1 0 0 23a11.5 11.5 0 1 0 0-23z"),),
    ChoiceKind.EVENT_BASED: (
        ("line", "M0-14a14 14 0 1 0 0 28a14 14 0 1 0 0-28z"),
        ("line", "M0-11.2a11.2 11.2 0 1 0 0 22.4a11.2 11.2 0 1 0 0-22.4z"),
        ("line", "M0-7.6L7.2-2.3L4.5 6.2H-4.5L-7.2-2.3z"),
    ),
    ChoiceKind.COMPLEX: (("bold", "M0-12v24M-12 0h24M-8.5-8.5l17 17M8.5-8.5l-17 17"),),
}
TICK = "M-4 0.2L-1.2 3L4-3"

"""What steps, choices and plain events are, said plainly."""

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.model.action import Action
from pathways.model.node import ChoiceKind, StepKind, Trigger
from pathways.words.messages.gathered import gathered
from pathways.words.messages.message import Message


@dataclass(frozen=True, slots=True)
class KindMessages:
    """How one kind of element is spoken of."""

    #: One or two words in front of its name.
    short: Message
    #: A plain sentence without full stop.
    plain: Message
    #: Its name where it has none.
    unnamed: Message


def _kind(key: str, short: str, plain: str, unnamed: str = "") -> KindMessages:
    return KindMessages(
        Message(f"{key}, in one or two words", short),
        Message(f"{key}, what it is", plain),
        Message(f"{key}, its name where it has none", unnamed or f"{short} without a name"),
    )


STEPS: Mapping[StepKind, KindMessages] = {
    StepKind.USER: _kind("user task", "Task", "Somebody does this"),
    StepKind.MANUAL: _kind("manual task", "Task", "Somebody does this, away from the computer"),
    StepKind.PLAIN: _kind("task", "Task", "Somebody does this"),
    StepKind.DECISION: _kind("decision table", "Decision table", "A table answers this"),
    StepKind.SEND: _kind("send task", "Letter", "A letter or message is sent", "Something is sent"),
    StepKind.RECEIVE: _kind("receive task", "Wait", "It waits for a message", "Wait for a message"),
    StepKind.SERVICE: _kind("service task", "Automatic step", "A computer does this"),
    StepKind.SCRIPT: _kind("script task", "Automatic step", "A computer does this"),
    StepKind.CALL: _kind("call activity", "Other pathway", "Another pathway is followed"),
    StepKind.SUB_PROCESS: _kind(
        "sub-process", "Group of steps", "Several steps that belong together"
    ),
    StepKind.TRANSACTION: _kind(
        "transaction", "Group of steps", "Several steps that can be called off as a whole"
    ),
    StepKind.AD_HOC: _kind("ad hoc sub-process", "Group of steps", "Several steps, in any order"),
    StepKind.EXCHANGE: _kind("choreography task", "Exchange", "Two sides exchange something"),
    StepKind.OTHER: _kind("any other step", "Step", "Something is done"),
}
#: Service tasks that say which of our actions they are.
ACTIONS: Mapping[Action, KindMessages] = {
    Action.SEND_LETTER: _kind(
        "step that sends a letter by itself", "Letter", "A letter is sent", "A letter is sent"
    ),
    Action.SET_VALUES: _kind(
        "step that writes down values by itself", "Automatic step", "Fingerpost writes this down"
    ),
}
#: What begins by itself, while something else goes on.
MEANWHILE = _kind(
    "sub-process that an event starts",
    "Meanwhile",
    "Several steps for when something happens meanwhile",
    "Meanwhile",
)
CHOICES: Mapping[ChoiceKind, KindMessages] = {
    ChoiceKind.EXCLUSIVE: _kind("exclusive gateway", "Choice", "A choice", "Choice"),
    ChoiceKind.PARALLEL: _kind(
        "parallel gateway",
        "At the same time",
        "Several things happen at the same time",
        "At the same time",
    ),
    ChoiceKind.INCLUSIVE: _kind(
        "inclusive gateway", "Choice", "A choice: one way or several", "Choice"
    ),
    ChoiceKind.EVENT_BASED: _kind(
        "event-based gateway",
        "Wait",
        "It waits for whatever happens first",
        "Whatever happens first",
    ),
    ChoiceKind.COMPLEX: _kind(
        "complex gateway", "Choice", "A choice with rules of its own", "Choice"
    ),
}
WAITS_FOR_ALL = _kind(
    "event-based gateway that waits for all", "Wait", "It waits until all of this has happened"
)
MEETING = _kind("gateway without a choice", "Junction", "Ways come together here", "Junction")

STARTS = _kind("start", "Start", "This is how it begins", "Start")
INNER_STARTS = _kind(
    "start inside of a step", "Start of a part", "This part begins here", "Start of this part"
)
ENDS = _kind("end", "End", "This is how it can end", "End")
INNER_ENDS = _kind(
    "end inside of a step", "End of a part", "This part ends here", "End of this part"
)
SIDE_ENDS = _kind(
    "end of a side way",
    "End of a side way",
    "This side way ends; the rest goes on",
    "End of a side way",
)
WAITS: Mapping[Trigger, KindMessages] = {
    Trigger.NONE: _kind("wait", "Wait", "It waits for something to happen", "Wait"),
    Trigger.TIMER: _kind("wait for a time", "Wait", "It waits", "Wait"),
    Trigger.MESSAGE: _kind(
        "wait for a message", "Wait", "It waits for a message", "Wait for a message"
    ),
    Trigger.SIGNAL: _kind("wait for a signal", "Wait", "It waits for news", "Wait for news"),
    Trigger.CONDITION: _kind(
        "wait for a condition", "Wait", "It waits until something is so", "Wait"
    ),
    Trigger.LINK: _kind(
        "link, where the way goes on", "Link", "The way goes on here", "The way goes on here"
    ),
    Trigger.PARALLEL: _kind(
        "wait for all of several events",
        "Wait",
        "It waits until several things have happened",
        "Wait",
    ),
}
SENDS: Mapping[Trigger, KindMessages] = {
    Trigger.NONE: _kind("milestone", "Milestone", "It has come this far", "Milestone"),
    Trigger.MESSAGE: _kind("message sent", "Message", "A message is sent", "Message"),
    Trigger.SIGNAL: _kind("signal sent", "News", "Everybody who waits for this is told", "News"),
    Trigger.ESCALATION: _kind(
        "escalation", "Passed up", "It is passed up to somebody else", "Passed up"
    ),
    Trigger.COMPENSATION: _kind("compensation", "Undoing", "What was done is undone", "Undoing"),
    Trigger.LINK: _kind(
        "link, where the way leaves",
        "Link",
        "The way goes on elsewhere",
        "The way goes on elsewhere",
    ),
    Trigger.MULTIPLE: _kind("several things sent", "Notice", "Others are told", "Notice"),
}
EDGES: Mapping[Trigger, KindMessages] = {
    Trigger.NONE: _kind(
        "event at a step", "Event", "Something may happen meanwhile", "Something happens"
    ),
    Trigger.TIMER: _kind("deadline", "Deadline", "A deadline", "Time is up"),
    Trigger.MESSAGE: _kind(
        "message at a step", "Message", "A message may come meanwhile", "A message comes"
    ),
    Trigger.SIGNAL: _kind("signal at a step", "News", "News may come meanwhile", "News comes"),
    Trigger.ERROR: _kind(
        "error at a step", "Problem", "Something may go wrong", "Something goes wrong"
    ),
    Trigger.ESCALATION: _kind(
        "escalation at a step", "Passed up", "It may be passed up meanwhile", "It is passed up"
    ),
    Trigger.CONDITION: _kind(
        "condition at a step", "Event", "Something may become so meanwhile", "Something becomes so"
    ),
    Trigger.CANCEL: _kind(
        "cancellation at a step", "Called off", "It may be called off", "It is called off"
    ),
    Trigger.COMPENSATION: _kind(
        "compensation at a step", "Undoing", "It may have to be undone", "It has to be undone"
    ),
}

MESSAGES = gathered(globals())

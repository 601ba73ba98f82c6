"""What is said of a step itself, besides its ways on."""

from collections.abc import Iterator

from pathways.model.action import Action, action_of
from pathways.model.node import (
    Choice,
    ChoiceKind,
    Event,
    EventPosition,
    Node,
    Step,
    StepKind,
    TimerKind,
    Trigger,
)
from pathways.model.spoken import shortened
from pathways.words.beginnings import first_ones, starts
from pathways.words.happenings import Happenings
from pathways.words.messages import Message, headings, notes
from pathways.words.patterns import Reference
from pathways.words.scene import Scene
from pathways.words.values import Sentence

_JOINING = frozenset({ChoiceKind.PARALLEL, ChoiceKind.INCLUSIVE})
#: Letters of a list of values.
_LONGEST_LIST = 500
#: So many references are repeated wherever one part is spoken of.
_FEW = 5


class NoteTeller:
    """Says what is to be known about each told node of a drawing."""

    def __init__(self, scene: Scene, happenings: Happenings) -> None:
        self._scene = scene
        self._say = scene.say
        self._happenings = happenings
        #: Scope -> where it begins, and the word before the last of several.
        self._found: dict[str, tuple[tuple[str, ...], Message]] = {}

    def notes(self, node: Node) -> Iterator[Sentence]:
        """Yield what is said about a node itself, besides its ways on."""
        if isinstance(node, Event):
            yield from self._event(node)
        elif isinstance(node, Step):
            yield from self._step(node)
        elif isinstance(node, Choice):
            yield from self._choice(node)
        if self._stops(node):
            yield self._say.sentence(notes.DEAD_END)

    def _stops(self, node: Node) -> bool:
        """Whether nothing follows where a reader expects that something does."""
        if self._scene.listing.passages(node) or self._scene.relations.following(node.id):
            return False
        if isinstance(node, Event):
            link = node.position is EventPosition.THROW and node.trigger is Trigger.LINK
            return node.position is not EventPosition.END and not link
        return not (isinstance(node, Step) and (node.by_event or node.compensates))

    def _choice(self, choice: Choice) -> Iterator[Sentence]:
        several = len(self._scene.drawing.incoming(choice.id)) > 1
        if several and choice.kind in _JOINING:
            yield self._say.sentence(notes.WAITS_FOR_WAYS)

    def _event(self, event: Event) -> Iterator[Sentence]:
        host = self._scene.steps.get(event.attached_to or "")
        if host is not None:
            later = event.trigger is Trigger.COMPENSATION
            yield self._say.sentence(notes.BELONGS if later else notes.AT_EDGE, at=host)
        if event.position is EventPosition.END:
            yield from self._end(event)
        if event.trigger is Trigger.LINK:
            yield from self._link(event)
        undoing = self._scene.relations.undone_by.get(event.id)
        if undoing is not None:
            yield self._say.sentence(notes.UNDONE_BY, to=self._scene.steps[undoing])

    def _end(self, end: Event) -> Iterator[Sentence]:
        """What else happens, and where it goes on after an end inside of something."""
        besides = self._happenings.ends_with(end)
        if besides:
            yield besides
        around = self._around(end)
        if 0 < len(around) <= _FEW:
            yield self._say.sentence(notes.INSIDE_ENDS, at=self._scene.listed(around))

    def _around(self, end: Event) -> tuple[str, ...]:
        """The step around an end, or the steps that call its process, where something follows."""
        outer = self._scene.drawing.nodes.get(end.inside or "")
        if isinstance(outer, Step):
            return () if outer.by_event else (outer.id,)
        return self._scene.relations.callers.get(end.process, ())

    def _link(self, event: Event) -> Iterator[Sentence]:
        relations = self._scene.relations
        if event.position is EventPosition.THROW:
            to = relations.goes_on.get(event.id)
            if to is None:
                yield self._say.sentence(notes.GOES_ON_NOWHERE)
            else:
                yield self._say.sentence(notes.GOES_ON_AT, to=self._scene.steps[to])
        elif event.id in relations.comes_from:
            left = self._scene.listed(relations.comes_from[event.id])
            yield self._say.sentence(notes.COMES_FROM, at=left)

    def _step(self, step: Step) -> Iterator[Sentence]:
        if step.by_event:
            yield from self._meanwhile(step)
        for host in self._scene.relations.undoes.get(step.id, ()):
            yield self._say.sentence(notes.UNDOES, at=self._scene.steps[host])
        yield from self._action(step)
        yield from self._loop(step)
        yield from self._inside(step)
        if step.kind is StepKind.CALL:
            yield from self._followed(step)
        edges = self._scene.drawing.boundaries(step.id)
        for event in sorted(edges, key=lambda event: event.interrupting):
            yield self._edge(event)  # what lets the step stay open happens before what ends it

    def _action(self, step: Step) -> Iterator[Sentence]:
        """What it writes down, by the names of the values: how they are worked out is no word."""
        if action_of(step) is Action.SET_VALUES and step.values:
            names = ", ".join(value.name.replace("_", " ") for value in step.values)
            yield self._say.sentence(notes.WRITES_DOWN, list=shortened(names, _LONGEST_LIST))

    def _meanwhile(self, step: Step) -> Iterator[Sentence]:
        for start in starts(self._scene.insides.get(step.id, ())):
            if isinstance(start, Event):
                yield self._beginning(start)

    def _beginning(self, start: Event) -> Sentence:
        time = self._scene.times.how_long(start)
        if start.trigger is Trigger.TIMER and time:
            timed = notes.TIMED_ENDS if start.interrupting else notes.TIMED_BESIDE
            return self._say.sentence(timed, time=time)
        message = notes.MEANWHILE_ENDS if start.interrupting else notes.MEANWHILE_BESIDE
        return self._say.sentence(message, what=self._happenings.happens(start))

    def _loop(self, step: Step) -> Iterator[Sentence]:
        if step.loop not in notes.LOOPS:
            return
        used = self._scene.beside.uses.get(step.id, ())
        several = [data for data in used if data.collection and data.name]
        if len(several) == 1 and step.loop in notes.LOOPS_OVER:
            name = self._scene.names.short(several[0].id, several[0].name)
            yield self._say.sentence(notes.LOOPS_OVER[step.loop], name=name)
        else:
            yield self._say.sentence(notes.LOOPS[step.loop])

    def _inside(self, step: Step) -> Iterator[Sentence]:
        if not step.holds_steps:
            return
        if not self._scene.insides.get(step.id):
            yield self._say.sentence(notes.INSIDE_EMPTY)
            return
        begins = self._beginnings(step.id)
        if begins is not None:
            any_order = step.kind is StepKind.AD_HOC
            yield self._say.sentence(notes.INSIDE_ANY if any_order else notes.INSIDE, to=begins)

    def _followed(self, step: Step) -> Iterator[Sentence]:
        process = self._scene.relations.called(step)
        if not process:
            name = shortened(step.calls.rpartition(":")[2])
            if name:
                yield self._say.sentence(notes.FOLLOWS_UNDRAWN, name=name)
            return
        if self._scene.names.process(process).text:
            yield self._say.sentence(notes.FOLLOWS, part=self._scene.part(process))
        begins = self._beginnings(process, most=_FEW)
        if begins is not None:
            yield self._say.sentence(notes.INSIDE, to=begins)

    def _beginnings(self, scope: str, *, most: int | None = None) -> Reference | None:
        """Where a scope begins; None where everything in it follows something."""
        if scope not in self._found:
            nodes = self._scene.insides.get(scope, ())
            begins = starts(nodes)
            found = begins or first_ones(self._scene.drawing, nodes)
            last = headings.OR if begins else headings.AND
            self._found[scope] = tuple(node.id for node in found), last
        names, last = self._found[scope]
        return self._scene.listed(names[:most], last=last) if names else None

    def _edge(self, event: Event) -> Sentence:
        undoing = self._scene.relations.undone_by.get(event.id)
        if undoing is not None:
            return self._say.sentence(notes.UNDONE_BY, to=self._scene.steps[undoing])
        to = self._scene.steps[event.id]
        if event.trigger is Trigger.TIMER:
            return self._deadline(event, to)
        message = notes.HAPPENS_ENDS if event.interrupting else notes.HAPPENS_BESIDE
        return self._say.sentence(message, what=self._happenings.happens(event), to=to)

    def _deadline(self, event: Event, to: Reference) -> Sentence:
        time = "" if event.timer is None else self._scene.times.deadline(event.timer)
        again = event.timer is not None and event.timer.kind is TimerKind.CYCLE
        if again and time and not event.interrupting:
            return self._say.sentence(notes.AGAIN_BESIDE, time=time, to=to)
        if time and not again:
            message = notes.DEADLINE_ENDS if event.interrupting else notes.DEADLINE_BESIDE
            return self._say.sentence(message, time=time, to=to)
        late = notes.LATE_ENDS if event.interrupting else notes.LATE_BESIDE
        return self._say.sentence(late, to=to)

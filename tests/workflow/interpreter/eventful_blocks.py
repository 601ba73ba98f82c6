"""More blocks for the reference: deadlines, reminders, first events, errors, loops in place."""

from dataclasses import dataclass, field
from random import Random

from typing_extensions import override

from tests.workflow.interpreter.blocks import (
    Answers,
    Block,
    Open,
    Part,
    Step,
    World,
)
from tests.workflow.interpreter.drawings import Process, again, message, raised, timer
from tests.workflow.interpreter.random_blocks import Make, random_block


@dataclass
class Scope(Block):
    """What runs as one piece, with what was begun beside it; perhaps with an event sub-process."""

    body: Block = field(default_factory=lambda: Step(""))
    #: None, or whether it interrupts.
    handler: bool | None = None
    over: bool = False
    spent: bool = False
    loose: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        _tell_scope(self.body, self)

    @override
    def inner(self) -> list[Block]:
        return [self.body]

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        if self.handler is not None:
            inside = Process(f"{self.name}_h")
            begin = inside.start(
                self._event, message("m"), isInterrupting=str(self.handler).lower()
            )
            inside.user(f"{self.name}_note")
            inside.path(begin, f"{self.name}_note", inside.end(f"{self.name}_noted"))
            process.sub(inside, triggeredByEvent="true")
        return self.body.draw(process)

    @property
    def _event(self) -> str:
        return f"{self.name}_heard"

    @override
    def begin(self) -> bool:
        self.loose, self.spent = [], False
        self.over = self.body.begin()
        return self.over

    @override
    def open(self) -> list[Open]:
        beside = [task for block in self.loose for task in block.open()]
        return beside if self.over else [*self.body.open(), *beside]

    @override
    def awaits(self) -> list[Open]:
        found = [] if self.over else self.body.awaits()
        listens = self.handler is not None and not self.spent and (self.loose or not self.over)
        return [*found, (self._event, self.at)] if listens else found

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        beside = next((block for block in self.loose if task in block.moves()), None)
        if task == (self._event, self.at):
            self._hear()
        elif beside is not None:
            self.loose.remove(beside)
        else:
            self.over = self.body.complete(task, answers, world)
        return self.over and not self.loose

    def _hear(self) -> None:
        if self.handler:
            self.over, self.spent, self.loose = True, True, []
        self.begin_beside(Step(f"{self.name}_note", at=self.at))

    def begin_beside(self, block: Block) -> None:
        block.begin()
        self.loose.append(block)


def _tell_scope(block: Block, scope: Scope) -> None:
    if isinstance(block, Reminder):
        block.scope = scope
    if not isinstance(block, Part):  # its inside is a scope of its own
        for inner in block.inner():
            _tell_scope(inner, scope)


@dataclass
class Edge(Block):
    """A step or part with a deadline on its edge that ends it."""

    body: Block = field(default_factory=lambda: Step(""))
    after: Block = field(default_factory=lambda: Step(""))
    late: bool = False

    @override
    def inner(self) -> list[Block]:
        return [self.body, self.after]

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        host, _ = self.body.draw(process)
        process.boundary(f"{self.name}_edge", host, timer("P3D"))
        first, last = self.after.draw(process)
        merge = process.xor(f"{self.name}_merge")
        process.flow(f"{self.name}_edge", first)
        process.flow(last, merge)
        process.flow(host, merge)
        return host, merge

    @override
    def begin(self) -> bool:
        self.late = False
        return self.body.begin()

    @override
    def open(self) -> list[Open]:
        return (self.after if self.late else self.body).open()

    @override
    def awaits(self) -> list[Open]:
        if self.late:
            return self.after.awaits()
        return [*self.body.awaits(), (f"{self.name}_edge", self.at)]

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        if self.late:
            return self.after.complete(task, answers, world)
        if task == (f"{self.name}_edge", self.at):
            self.late = True
            return self.after.begin()
        return self.body.complete(task, answers, world)


@dataclass
class Reminder(Block):
    """A step or part with a deadline on its edge that begins something beside it."""

    body: Block = field(default_factory=lambda: Step(""))
    rung: bool = False
    scope: Scope | None = None

    @override
    def inner(self) -> list[Block]:
        return [self.body]

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        host, _ = self.body.draw(process)
        process.boundary(f"{self.name}_edge", host, timer("P3D"), interrupting=False)
        process.user(f"{self.name}_side")
        process.end(f"{self.name}_over")
        process.path(f"{self.name}_edge", f"{self.name}_side", f"{self.name}_over")
        return host, host

    @override
    def begin(self) -> bool:
        self.rung = False
        return self.body.begin()

    @override
    def open(self) -> list[Open]:
        return self.body.open()

    @override
    def awaits(self) -> list[Open]:
        found = self.body.awaits()
        return found if self.rung else [*found, (f"{self.name}_edge", self.at)]

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        if task != (f"{self.name}_edge", self.at):
            return self.body.complete(task, answers, world)
        self.rung = True
        assert self.scope is not None
        self.scope.begin_beside(Step(f"{self.name}_side", at=self.at))
        return False


@dataclass
class First(Block):
    """Whatever happens first: a message or a deadline."""

    ways: list[Block] = field(default_factory=list)
    going: Block | None = None

    @override
    def inner(self) -> list[Block]:
        return self.ways

    @property
    def _events(self) -> dict[str, Block]:
        return {f"{self.name}_e{n}": way for n, way in enumerate(self.ways)}

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        gateway, merge = process.first_of(f"{self.name}_wait"), process.xor(f"{self.name}_merge")
        for n, (event, way) in enumerate(self._events.items()):
            process.catch(event, timer("P9D") if n else message("m"))
            first, last = way.draw(process)
            process.path(gateway, event, first)
            process.flow(last, merge)
        return gateway, merge

    @override
    def begin(self) -> bool:
        self.going = None
        return False

    @override
    def open(self) -> list[Open]:
        return [] if self.going is None else self.going.open()

    @override
    def awaits(self) -> list[Open]:
        if self.going is None:
            return [(event, self.at) for event in self._events]
        return self.going.awaits()

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        if self.going is None:
            self.going = self._events[task[0]]
            return self.going.begin()
        return self.going.complete(task, answers, world)


@dataclass
class Failing(Block):
    """A part that a person can let go wrong; an edge catches that."""

    body: Block = field(default_factory=lambda: Step(""))
    after: Block = field(default_factory=lambda: Step(""))
    now: str = "body"

    @property
    def pick(self) -> str:
        return f"{self.name}_pick"

    @override
    def inner(self) -> list[Block]:
        return [self.body, self.after]

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        inside = Process(self.name)
        begin, finish = inside.start(f"{self.name}_begin"), inside.end(f"{self.name}_finish")
        inside.end(f"{self.name}_stop", raised("error", "E1"))
        first, last = self.body.draw(inside)
        inside.user(self.pick)
        inside.xor(f"{self.name}_fine", f"{self.name}_fine__{finish}")
        inside.flow(begin, first)
        inside.path(last, self.pick, f"{self.name}_fine", finish)
        inside.flow(f"{self.name}_fine", f"{self.name}_stop", f"{self.pick}.again = true")
        process.sub(inside)
        process.boundary(f"{self.name}_caught", self.name, raised("error", "E1"))
        after, end = self.after.draw(process)
        merge = process.xor(f"{self.name}_merge")
        process.flow(f"{self.name}_caught", after)
        process.flow(end, merge)
        process.flow(self.name, merge)
        return self.name, merge

    @override
    def steps(self) -> list[str]:
        return [*self.body.steps(), self.pick, *self.after.steps()]

    @override
    def begin(self) -> bool:
        self.now = "pick" if self.body.begin() else "body"
        return False

    @override
    def open(self) -> list[Open]:
        if self.now == "pick":
            return [(self.pick, self.at)]
        return (self.body if self.now == "body" else self.after).open()

    @override
    def awaits(self) -> list[Open]:
        if self.now == "pick":
            return []
        return (self.body if self.now == "body" else self.after).awaits()

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        if self.now == "body":
            self.now = "pick" if self.body.complete(task, answers, world) else "body"
            return False
        if self.now == "after":
            return self.after.complete(task, answers, world)
        if not answers["again"]:
            return True
        self.now = "after"
        return self.after.begin()


@dataclass
class Repeat(Block):
    """A step that is done again while its answer says so, at most three times."""

    times: int = 0

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        process.user(self.name, again(f"{self.name}.again = true", maximum=3))
        return self.name, self.name

    @override
    def steps(self) -> list[str]:
        return [self.name]

    @override
    def begin(self) -> bool:
        self.times = 0
        return False

    @override
    def open(self) -> list[Open]:
        return [(self.name, self.at)]

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        self.times += 1
        if not answers["again"] or self.times == 3:
            return True
        world.forget({self.name}, self.at)
        return False


def _host(random: Random, depth: int, name: str) -> Block:
    """A step, or a part, that an edge can sit on."""
    if depth == 0 or random.random() < 0.5:
        return Step(name)
    return _part(random, depth, name)


def _part(random: Random, depth: int, name: str) -> Block:
    inside = eventful_block(random, depth - 1, f"{name}i")
    handler = random.choice([None, None, True, False])
    marker = random.choice(["", "", "each", "turn"])
    return Part(name, Scope(f"{name}s", inside, handler), marker=marker)


def _edge(random: Random, depth: int, name: str) -> Block:
    body = _host(random, depth - 1, f"{name}x")
    return Edge(name, body, eventful_block(random, depth - 1, f"{name}y"))


def _reminder(random: Random, depth: int, name: str) -> Block:
    return Reminder(name, _host(random, depth - 1, f"{name}x"))


def _first(random: Random, depth: int, name: str) -> Block:
    return First(name, [eventful_block(random, depth - 1, f"{name}{n}") for n in range(2)])


def _failing(random: Random, depth: int, name: str) -> Block:
    body = random_block(random, depth - 1, f"{name}x")
    return Failing(name, body, eventful_block(random, depth - 1, f"{name}y"))


def _repeat(random: Random, depth: int, name: str) -> Block:  # noqa: ARG001 - as all of them
    return Repeat(name)


KINDS: dict[str, Make] = {
    "edge": _edge,
    "reminder": _reminder,
    "first": _first,
    "failing": _failing,
    "repeat": _repeat,
    "part": _part,
}


def eventful_block(random: Random, depth: int, name: str) -> Block:
    """A block of at most this depth, of any kind; a part's inside is a scope of its own."""
    return random_block(random, depth, name, more=KINDS)

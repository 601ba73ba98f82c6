"""Random structured drawings, and a reference that walks their blocks instead of moving tokens."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import pairwise

from typing_extensions import override

from tests.workflow.interpreter.drawings import Process, each
from workflow.model.place import Place

Answers = Mapping[str, object]
#: A step that is open, and at which place.
Open = tuple[str, Place]


@dataclass
class World:
    """What the reference knows of the case: the answers that may be read now."""

    answers: dict[Open, Answers] = field(default_factory=dict)

    def forget(self, steps: set[str], at: Place) -> None:
        """Forget these steps' answers at a place and everywhere inside it."""
        for step, place in list(self.answers):
            if step in steps and place[: len(at)] == at:
                del self.answers[step, place]

    def seen_from(self, here: Place) -> dict[str, object]:
        """What a reader at a place can read: its own items, and those of others by key."""
        seen: dict[str, object] = {}
        for (step, there), answers in self.answers.items():
            names = [(mine[0], its[0]) for mine, its in zip(here, there, strict=False)]
            shared = next((n for n, (a, b) in enumerate(names) if a != b), len(names))
            if here[:shared] == there[:shared]:
                into, keys = seen, [step, *(key for _, key in there[shared:])]
                for key in keys[:-1]:
                    into = into.setdefault(key, {})
                into[keys[-1]] = answers
        return seen


@dataclass
class Block:
    """A part of a drawing with one way in and one way out."""

    name: str
    at: Place = field(default=(), kw_only=True)

    def inner(self) -> list["Block"]:
        return []

    def stand(self, at: Place) -> None:
        """Say at which place it is walked."""
        self.at = at
        for block in self.inner():
            block.stand(at)

    def draw(self, process: Process) -> tuple[str, str]:
        """Draw it, and return its first and last node."""
        raise NotImplementedError

    def steps(self) -> Iterator[str]:
        for block in self.inner():
            yield from block.steps()

    def begin(self) -> bool:
        """Begin, and return whether it is over at once."""
        raise NotImplementedError

    def open(self) -> list[Open]:
        raise NotImplementedError

    def awaits(self) -> list[Open]:
        """The events that may occur now."""
        return []

    def moves(self) -> list[Open]:
        return [*self.open(), *self.awaits()]

    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        """Complete one of its open steps, or let an event occur; return whether it is over."""
        raise NotImplementedError


@dataclass
class Step(Block):
    is_open: bool = False

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        process.user(self.name)
        return self.name, self.name

    @override
    def steps(self) -> Iterator[str]:
        yield self.name

    @override
    def begin(self) -> bool:
        self.is_open = True
        return False

    @override
    def open(self) -> list[Open]:
        return [(self.name, self.at)] if self.is_open else []

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        self.is_open = False
        return True


@dataclass
class Letter(Block):
    """Nobody is waited for."""

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        process.send(self.name)
        return self.name, self.name

    @override
    def begin(self) -> bool:
        return True

    @override
    def open(self) -> list[Open]:
        return []


@dataclass
class Sequence(Block):
    parts: list[Block] = field(default_factory=list)
    now: int = 0

    @override
    def inner(self) -> list[Block]:
        return self.parts

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        ends = [part.draw(process) for part in self.parts]
        for (_, last), (first, _) in pairwise(ends):
            process.flow(last, first)
        return ends[0][0], ends[-1][1]

    @override
    def begin(self) -> bool:
        self.now = 0
        return self._go_on()

    def _go_on(self) -> bool:
        while self.now < len(self.parts):
            if not self.parts[self.now].begin():
                return False
            self.now += 1
        return True

    @override
    def open(self) -> list[Open]:
        return self.parts[self.now].open() if self.now < len(self.parts) else []

    @override
    def awaits(self) -> list[Open]:
        return self.parts[self.now].awaits() if self.now < len(self.parts) else []

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        if not self.parts[self.now].complete(task, answers, world):
            return False
        self.now += 1
        return self._go_on()


@dataclass
class Branches(Block):
    """And, or, exclusive or. In the last two a person's answer beforehand says which."""

    kind: str = "and"
    branches: list[Block] = field(default_factory=list)
    empty: bool = False
    picking: bool = False
    going: list[Block] = field(default_factory=list)

    @property
    def pick(self) -> str:
        return f"{self.name}_pick"

    @override
    def inner(self) -> list[Block]:
        return self.branches

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        gateways = {"and": process.parallel, "or": process.inclusive, "xor": process.xor}
        gateway, chosen = gateways[self.kind], self.kind != "and"
        split, join = f"{self.name}_split", f"{self.name}_join"
        if chosen:
            gateway(split, f"{self.name}_w0")
            process.user(self.pick)
            process.flow(self.pick, split)
        else:
            gateway(split)
        gateway(join)
        for n, branch in enumerate(self.branches):
            first, last = branch.draw(process)
            process.flow(split, first, self._says(n) if n else None, f"{self.name}_w{n}")
            process.flow(last, join)
        if self.empty:
            process.flow(split, join, self._says("e"), f"{self.name}_we")
        return (self.pick if chosen else split), join

    def _says(self, way: object) -> str | None:
        return f'list contains({self.pick}.ways, "{way}")' if self.kind != "and" else None

    @override
    def steps(self) -> Iterator[str]:
        if self.kind != "and":
            yield self.pick
        yield from super().steps()

    @override
    def begin(self) -> bool:
        self.picking = self.kind != "and"
        return not self.picking and self._go(self.branches)

    def _go(self, branches: list[Block]) -> bool:
        self.going = [branch for branch in branches if not branch.begin()]
        return not self.going

    @override
    def open(self) -> list[Open]:
        if self.picking:
            return [(self.pick, self.at)]
        return [task for branch in self.going for task in branch.open()]

    @override
    def awaits(self) -> list[Open]:
        return [event for branch in self.going for event in branch.awaits()]

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        if self.picking:
            self.picking = False
            return self._go(self._chosen(answers["ways"]))
        branch = next(branch for branch in self.going if task in branch.moves())
        if branch.complete(task, answers, world):
            self.going.remove(branch)
        return not self.going

    def _chosen(self, ways: list[str]) -> list[Block]:
        keys = [str(n) for n in range(1, len(self.branches))] + ["e"] * self.empty
        chosen = [key for key in keys if key in ways]
        if self.kind == "xor":
            chosen = chosen[:1]
        if not chosen:
            return self.branches[:1]
        return [self.branches[int(key)] for key in chosen if key != "e"]


@dataclass
class Loop(Block):
    """A drawn loop: a person says whether to go round again."""

    body: Block = field(default_factory=lambda: Step(""))
    merge: bool = True
    picking: bool = False

    @property
    def pick(self) -> str:
        return f"{self.name}_pick"

    @override
    def inner(self) -> list[Block]:
        return [self.body]

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        first, last = self.body.draw(process)
        process.user(self.pick)
        process.xor(f"{self.name}_out")
        process.path(last, self.pick, f"{self.name}_out")
        head = first
        if self.merge:
            head = process.xor(f"{self.name}_head")
            process.flow(head, first)
        process.flow(f"{self.name}_out", head, f"{self.pick}.again = true")
        process.xor(f"{self.name}_after")
        process.flow(f"{self.name}_out", f"{self.name}_after", f"{self.pick}.again = false")
        return head, f"{self.name}_after"

    @override
    def steps(self) -> Iterator[str]:
        yield from super().steps()
        yield self.pick

    @override
    def begin(self) -> bool:
        self.picking = self.body.begin()
        return False

    @override
    def open(self) -> list[Open]:
        return [(self.pick, self.at)] if self.picking else self.body.open()

    @override
    def awaits(self) -> list[Open]:
        return [] if self.picking else self.body.awaits()

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        if not self.picking:
            self.picking = self.body.complete(task, answers, world)
            return False
        self.picking = False
        if not answers["again"]:
            return True
        world.forget(set(self.steps()), self.at)
        return self.begin()


@dataclass
class Part(Block):
    """A sub-process, perhaps for each of two items, at once or one after the other."""

    body: Block = field(default_factory=lambda: Step(""))
    marker: str = ""
    copies: list[Block] = field(default_factory=list)

    @override
    def inner(self) -> list[Block]:
        return [self.body]

    @override
    def draw(self, process: Process) -> tuple[str, str]:
        inside = Process(self.name)
        begin, finish = inside.start(f"{self.name}_begin"), inside.end(f"{self.name}_finish")
        first, last = self.body.draw(inside)
        inside.flow(begin, first)
        inside.flow(last, finish)
        markers = {"each": each('["x", "y"]'), "turn": each('["x", "y"]', sequential=True)}
        process.sub(inside, markers.get(self.marker, ""))
        process.flows += inside.flows
        return self.name, self.name

    @override
    def begin(self) -> bool:
        self.copies = []
        for key in ["x", "y"] if self.marker else [""]:
            copy = deepcopy(self.body)
            copy.stand((*self.at, (self.name, key)) if key else self.at)
            self.copies.append(copy)
        if self.marker == "each":
            self.copies = [copy for copy in self.copies if not copy.begin()]
            return not self.copies
        return self._next()

    def _next(self) -> bool:
        while self.copies and self.copies[0].begin():
            self.copies.pop(0)
        return not self.copies

    def _going(self) -> list[Block]:
        return self.copies if self.marker == "each" else self.copies[:1]

    @override
    def open(self) -> list[Open]:
        return [task for copy in self._going() for task in copy.open()]

    @override
    def awaits(self) -> list[Open]:
        return [event for copy in self._going() for event in copy.awaits()]

    @override
    def complete(self, task: Open, answers: Answers, world: World) -> bool:
        copy = next(copy for copy in self._going() if task in copy.moves())
        if not copy.complete(task, answers, world):
            return False
        self.copies.remove(copy)
        return not self.copies if self.marker == "each" else self._next()

"""A pathway in words."""

from collections.abc import Iterable, Iterator, Mapping

from pathways.model.drawing import Drawing
from pathways.model.node import Node, Step
from pathways.model.pathway import Pathway, Period
from pathways.model.wording import Audience
from pathways.words.anchors import anchors_of
from pathways.words.beside import Beside
from pathways.words.catalogue import ENGLISH, Catalogue
from pathways.words.endings import case_endings
from pathways.words.happenings import Happenings
from pathways.words.listed import Listing
from pathways.words.messages import headings
from pathways.words.names import Names
from pathways.words.notes import NoteTeller
from pathways.words.order import reading_order
from pathways.words.parts import PartTeller
from pathways.words.relations import Relations
from pathways.words.scene import Scene
from pathways.words.surroundings import SurroundingsTeller
from pathways.words.timers import Times
from pathways.words.values import Part, Told, ToldProcess, Words
from pathways.words.ways import WayTeller

_NO_PERIODS: Mapping[str, Period] = {}


def words(pathway: Pathway, *, say: Catalogue = ENGLISH) -> Words:
    """Return a pathway as an ordered list of numbered steps.

    Every arrow of the drawing is said exactly once, at the step that it leaves; an arrow out of a
    mere merge is said with every way that passes it.
    """
    names = Names(pathway.drawing, say)
    name = names.of(pathway.drawing.id, pathway.about.name)
    return _Telling(pathway.drawing, pathway.periods, say).words(name)


def drawing_words(
    drawing: Drawing, *, periods: Mapping[str, Period] = _NO_PERIODS, say: Catalogue = ENGLISH
) -> Words:
    """Return a drawing alone in words; times that are no periods are spelled out.

    Args:
        drawing: Any drawing, also one that could not run.
        periods: Code -> period, for the times of steps and timers.
        say: The language.
    """
    return _Telling(drawing, periods, say).words(None)


class _Telling:
    """Tells one drawing in one language."""

    def __init__(self, drawing: Drawing, periods: Mapping[str, Period], say: Catalogue) -> None:
        self._drawing = drawing
        self._say = say
        listing, relations = Listing(drawing), Relations(drawing)
        self._order = reading_order(drawing, listing, relations)
        self._sides = tuple(pool for pool in drawing.pools.values() if pool.process is None)
        told = [node.id for nodes in self._order.values() for node in nodes]
        parts = [*self._order, *(pool.id for pool in self._sides)]
        anchors = anchors_of([*told, *parts])
        self._names = Names(drawing, say)
        self._scene = Scene(
            drawing=drawing,
            listing=listing,
            relations=relations,
            beside=Beside(drawing, listing),
            say=say,
            names=self._names,
            times=Times(periods, say, drawn_in=self._names.drawn_in),
            steps={
                name: say.reference(number, anchors[name])
                for number, name in enumerate(told, start=1)
            },
            parts={name: anchors[name] for name in parts},
            endings=case_endings(drawing),
        )
        happenings = Happenings(self._scene)
        self._happenings = happenings
        self._notes = NoteTeller(self._scene, happenings)
        self._ways = WayTeller(self._scene, happenings)
        self._surroundings = SurroundingsTeller(self._scene)

    def words(self, name: Part | None) -> Words:
        """Return the words, under a name of their own or that of the main process."""
        processes = tuple(self._processes())
        title = name or self._names.of(self._drawing.id, self._drawing.name)
        return Words(
            name=title.text,
            name_language=title.language,
            summary=self._summary(processes),
            language=self._say.language,
            processes=processes,
        )

    def _processes(self) -> Iterator[ToldProcess]:
        """The main process, other sides, sides that are not drawn, and what is called, last."""
        teller = PartTeller(self._scene, self._surroundings)
        told = {
            name: teller.process(self._drawing.processes[name], self._steps(nodes))
            for name, nodes in self._order.items()
        }
        called = {name for name in told if self._drawing.processes[name].called}
        yield from (told[name] for name in told if name not in called)
        yield from (teller.side(pool) for pool in self._sides)
        yield from (told[name] for name in told if name in called)

    def _steps(self, nodes: Iterable[Node]) -> tuple[Told, ...]:
        depths: dict[str, int] = {}
        told = []
        for node in nodes:
            depth = depths[node.inside] + 1 if node.inside in depths else 0
            depths[node.id] = depth
            told.append(self._told(node, depth))
        return tuple(told)

    def _told(self, node: Node, depth: int) -> Told:
        (here,) = self._scene.steps[node.id].plain
        kind = self._happenings.kind(node)
        how_long = self._scene.times.how_long(node)
        own = self._own_words(node)
        return Told(
            anchor=here.anchor or "",
            number=here.number or 0,
            element=node.id,
            name=own["name"].text,
            kind=kind,
            who=own["who"].text,
            how_long=how_long,
            how_long_source=self._scene.times.source(node),
            what=self._happenings.what(node, kind, how_long),
            family=own["family"].text,
            easy_read=own["easy_read"].text,
            staff=own["staff"].text,
            help=own["help"].text,
            notes=(*self._notes.notes(node), *self._surroundings.notes(node.id)),
            next=self._ways.ways(node),
            inside=node.inside or "",
            depth=depth,
            folded=self._folded(node),
            languages={name: part.language for name, part in own.items() if part.language},
        )

    def _own_words(self, node: Node) -> Mapping[str, Part]:
        return {
            "name": self._happenings.name(node),
            "who": self._names.who(node),
            "family": self._names.words_for(node.id, Audience.FAMILY),
            "easy_read": self._names.words_for(node.id, Audience.EASY_READ),
            "staff": self._names.words_for(node.id, Audience.STAFF),
            "help": self._names.words_for(node.id, Audience.HELP),
        }

    def _folded(self, node: Node) -> bool:
        shape = self._drawing.shapes.get(node.id)
        holds = isinstance(node, Step) and node.holds_steps
        return holds and shape is not None and shape.expanded is False

    def _summary(self, processes: tuple[ToldProcess, ...]) -> str:
        steps = [step for process in processes for step in process.steps]
        groups = {step.who for step in steps if step.who}
        ends = self._ends()
        said = [self._say.counted(headings.STEPS, len(steps))]
        said += [self._say.counted(headings.PARTS, len(processes))] if len(processes) > 1 else []
        said += [self._say.counted(headings.GROUPS, len(groups))] if groups else []
        said += [self._say.counted(headings.ENDS, ends)] if ends else []
        said += [] if self._scene.endings else [self._say.text(headings.NO_END)]
        return " ".join(said)

    def _ends(self) -> int:
        """In how many ways the process that a case follows can end."""
        nodes = self._drawing.nodes
        return sum(nodes[name].process == self._drawing.id for name in self._scene.endings)

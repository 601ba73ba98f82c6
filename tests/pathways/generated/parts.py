"""What sound and wild drawings have in common: lanes, notes, messages, and a hand that draws."""

from hypothesis import strategies as st

from tests.pathways.generated.paper import Band, Beside, File, Message, Scope
from tests.pathways.generated.words import NAMES, PLAIN_NAMES, Ids

TIMER = "<timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition>"
MESSAGE = "<messageEventDefinition/>"

_ANSWERS = st.sampled_from(
    ["", "Yes", "No", "The school agrees", "If not", "yes", "step 2", "<no>"]
)


class Artist:
    """Draws values for one file: names plain or odd, ids each once."""

    def __init__(self, draw: st.DrawFn, stems: tuple[str, ...]) -> None:
        self.draw = draw
        self.ids = Ids(draw, stems)
        self._names = NAMES if draw(st.booleans()) else PLAIN_NAMES

    def name(self) -> str:
        """Return a name for anything."""
        return self.draw(self._names)

    def answer(self) -> str:
        """Return a name for an arrow; often empty."""
        return self.draw(_ANSWERS)


def add_bands(artist: Artist, scope: Scope) -> None:
    """Give a scope lanes, some in each other, and put each node in one."""
    draw = artist.draw
    for number in range(draw(st.integers(0, 3))):
        inside = draw(st.sampled_from([None, number - 1])) if number else None
        scope.bands.append(Band(artist.ids.fresh("lane"), artist.name(), inside))
    if scope.bands:
        for node in scope.nodes:
            node.lane = draw(st.integers(0, len(scope.bands) - 1))


def add_beside(artist: Artist, scope: Scope) -> None:
    """Add notes, frames and data, with dotted lines to nodes or arrows."""
    draw = artist.draw
    tags = st.sampled_from(["textAnnotation", "group", "dataObjectReference", "dataStoreReference"])
    targets = [*(node.id for node in scope.nodes), *(arrow.id for arrow in scope.arrows)]
    for tag in draw(st.lists(tags, max_size=2)):
        about = draw(st.sampled_from(targets)) if targets and tag != "group" else ""
        association = artist.ids.fresh("a") if about else ""
        scope.beside.append(
            Beside(tag, artist.ids.fresh("note"), artist.name(), about, association)
        )


def add_messages(artist: Artist, file: File) -> None:
    """Add message flows between pools, or nodes in them."""
    draw = artist.draw
    sides = [
        [side.pool, *(node.id for node in side.scope.everything())]
        for side in file.sides
        if side.pool is not None
    ]
    for _ in range(draw(st.integers(0, 4)) if len(sides) > 1 else 0):
        one, other = draw(st.permutations(range(len(sides))))[:2]
        ends = draw(st.sampled_from(sides[one])), draw(st.sampled_from(sides[other]))
        file.messages.append(Message(artist.ids.fresh("m"), *ends, artist.name()))

"""Drawn loops are found from the arrows alone."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.interpreter.loops import Arrow, Loops, find_loops, postorder


def drawn(*arrows: str, splits: str = "") -> list[Arrow]:
    """`"a b"` is an arrow; those whose source is in `splits` part the way."""
    pairs = [arrow.split() for arrow in arrows]
    return [Arrow(f"{s}{t}", s, t, splits=s in splits.split()) for s, t in pairs]


def test_without_a_way_back_there_is_no_loop() -> None:
    assert find_loops("a", drawn("a b", "a c", "b d", "c d")) == Loops()


def test_a_loop_has_its_head_where_tokens_come_in() -> None:
    loops = find_loops("a", drawn("a b", "b c", "c d", "d b", "d e"))

    assert loops.around == {"b": ("b",), "c": ("b",), "d": ("b",)}
    assert loops.returning == {"db": "b"}


def test_a_loop_in_a_loop_is_the_inner_one() -> None:
    loops = find_loops("a", drawn("a b", "b c", "c d", "d c", "d e", "e b", "e f"))

    assert loops.around == {"b": ("b",), "c": ("b", "c"), "d": ("b", "c"), "e": ("b",)}
    assert loops.returning == {"dc": "c", "eb": "b"}


def test_two_ways_back_to_one_head_are_one_loop() -> None:
    loops = find_loops("a", drawn("a b", "b c", "c b", "c d", "d b", "d e"))

    assert loops.around == {"b": ("b",), "c": ("b",), "d": ("b",)}
    assert loops.returning == {"cb": "b", "db": "b"}


def test_a_step_that_leads_back_to_itself_is_a_loop() -> None:
    assert find_loops("a", drawn("a b", "b b", "b c")).returning == {"bb": "b"}


def test_a_loop_with_two_ways_in_still_has_one_head() -> None:
    loops = find_loops("a", drawn("a b", "a c", "b c", "c b", "c d"))

    assert len(set(loops.returning.values())) == 1


def test_what_leaves_a_loop_that_goes_on_stands_beside_it() -> None:
    arrows = drawn("a b", "b c", "c b", "c f", "b r", "r e", splits="b")

    loops = find_loops("a", arrows)

    assert loops.around == {"b": ("b",), "c": ("b",), "r": ("b",), "e": ("b",)}
    assert loops.beside == {"br": ("b",), "re": ("b",)}


def test_what_can_also_be_reached_by_leaving_the_loop_for_good_does_not() -> None:
    arrows = drawn("a b", "b c", "c b", "c e", "b r", "r e", splits="b")

    assert "e" not in find_loops("a", arrows).around


def test_what_cannot_be_reached_is_no_loop() -> None:
    assert find_loops("a", drawn("a b", "x y", "y x")) == Loops()


NODES = st.integers(0, 9).map(str)
GRAPHS = st.lists(st.tuples(NODES, NODES), max_size=25).map(
    lambda pairs: [Arrow(f"{n}", s, t) for n, (s, t) in enumerate(pairs)]
)


@given(GRAPHS)
def test_without_the_ways_back_nothing_goes_round(arrows: list[Arrow]) -> None:
    loops = find_loops("0", arrows)
    reached = set(postorder("0", arrows))
    rest = [a for a in arrows if a.source in reached and a.id not in loops.returning]

    order = {node: rank for rank, node in enumerate(postorder("0", rest))}

    # Each comes after all that follow it, which is only possible without a circle.
    assert all(order[a.target] < order[a.source] for a in rest if a.source in order)


@given(GRAPHS)
def test_a_node_is_in_a_loop_exactly_if_it_can_come_again(arrows: list[Arrow]) -> None:
    loops = find_loops("0", arrows)
    reached = set(postorder("0", arrows))

    for node in reached:
        ahead = [a.target for a in arrows if a.source == node]
        again = any(node in postorder(target, arrows) for target in ahead)
        assert (node in loops.around) == again


@given(GRAPHS)
def test_loops_lie_inside_each_other_or_apart(arrows: list[Arrow]) -> None:
    around = find_loops("0", arrows).around
    members = {
        h: {n for n, heads in around.items() if h in heads} for hs in around.values() for h in hs
    }

    for one in members.values():
        for other in members.values():
            assert one <= other or other <= one or not one & other

"""Pages of long lists: nothing is left out, nothing twice, whichever way they are turned."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workflow.model.page import Page
from workflow.store.pages import SIZE, Key, Mark, read_mark, read_page, write_mark

NOON = datetime(2027, 1, 11, 12, tzinfo=UTC)
LIKE: Key = (NOON, "")

moments = st.datetimes(timezones=st.just(UTC))
keys = st.tuples(moments, st.text(max_size=5))


class List:
    """A sorted list of keys, some of which are no lines for the one who looks."""

    def __init__(self, keys: Sequence[Key], kept_back: frozenset[int] = frozenset()) -> None:
        self.keys = sorted(keys)
        self._kept_back = kept_back
        self.looked = 0

    @property
    def lines(self) -> list[Key]:
        return [key for number, key in enumerate(self.keys) if number not in self._kept_back]

    def page(self, mark: str = "") -> Page[Key]:
        return read_page(read_mark(mark, LIKE), self._fetch, lambda key: key, self._lines)

    def _fetch(self, here: Mark, count: int) -> list[Key]:
        onwards = self.keys if here.onwards else self.keys[::-1]
        start = here.key
        found = [key for key in onwards if start is None or (key > start) == here.onwards]
        found = [key for key in found if key != start][:count]
        self.looked += len(found)
        return found

    def _lines(self, rows: Sequence[Key]) -> list[Key | None]:
        kept = set(self.lines)
        return [row if row in kept else None for row in rows]


def _numbered(count: int) -> list[Key]:
    return [(NOON + timedelta(minutes=number // 3), f"{number:04}") for number in range(count)]


def _to_the_end(of: List) -> list[Page[Key]]:
    pages = [of.page()]
    while pages[-1].following:
        pages.append(of.page(pages[-1].following))
    return pages


lists = st.builds(
    lambda count, kept_back: List(_numbered(count), frozenset(kept_back)),
    st.integers(0, 3 * SIZE + 2),
    st.sets(st.integers(0, 3 * SIZE)),
)


@given(lists)
def test_the_pages_of_a_list_are_the_list(of: List) -> None:
    pages = _to_the_end(of)

    assert [key for page in pages for key in page] == of.lines
    assert all(len(page) == SIZE for page in pages[:-1])


@given(lists)
def test_the_way_back_shows_what_the_way_there_showed(of: List) -> None:
    there = _to_the_end(of)

    back = [there[-1]]
    while back[-1].previous and len(back[-1]):
        back.append(of.page(back[-1].previous))

    assert [key for page in back[::-1] for key in page] == of.lines


@given(lists, st.data())
def test_what_comes_or_goes_in_between_shifts_nothing(of: List, data: st.DataObject) -> None:
    first = of.page()
    gone = data.draw(st.sets(st.sampled_from(first.lines or of.keys or [LIKE])))
    left = List([key for key in of.keys if key not in gone], frozenset())

    following = left.page(first.following) if first.following else None

    if following is not None:
        assert not set(following) & set(first)
        assert following.lines[0] == min(key for key in left.keys if key > first.lines[-1])


def test_a_page_that_is_the_whole_list_leads_nowhere() -> None:
    assert List(_numbered(SIZE)).page().whole
    assert not List(_numbered(SIZE + 1)).page().whole


def test_from_where_nothing_is_any_more_the_way_back_leads_to_the_beginning() -> None:
    mark = write_mark(Mark((NOON + timedelta(days=1), ""), onwards=True))

    page = List(_numbered(3)).page(mark)

    assert page.lines == ()
    assert List(_numbered(3)).page(page.previous).lines == tuple(_numbered(3))


def test_one_who_is_kept_from_all_of_a_long_list_does_not_make_it_be_read_to_its_end() -> None:
    of = List(_numbered(20 * SIZE), frozenset(range(20 * SIZE - 1)))

    page = of.page()

    assert (len(page), bool(page.following)) == (0, True)
    assert of.looked < 7 * SIZE
    assert [key for one in _to_the_end(of) for key in one] == of.lines


@given(keys, st.booleans())
def test_a_mark_comes_back_from_an_address(key: Key, onwards: bool) -> None:  # noqa: FBT001
    assert read_mark(write_mark(Mark(key, onwards)), LIKE) == Mark(key, onwards)


@given(st.text())
def test_what_is_typed_for_a_mark_is_the_beginning(text: str) -> None:
    assert read_mark(text, LIKE) == Mark()


def test_a_mark_of_another_list_is_the_beginning() -> None:
    other = write_mark(Mark((NOON, NOON, "task"), onwards=True))

    assert read_mark(other, LIKE) == Mark()
    assert read_mark(write_mark(Mark(("no moment", ""))), LIKE) == Mark()

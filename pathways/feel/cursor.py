"""Where the parser stands in the text, and how it complains about that place."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

from pathways.feel import budget
from pathways.feel.errors import not_feel_at
from pathways.feel.lexer import Kind, Token, tokens
from pathways.feel.names import Names, part_of_name, spaced
from pathways.feel.nodes import Node

#: Words that mean something themselves, so that nothing can be named by them.
KEYWORDS = frozenset(
    {
        *("and", "or", "if", "then", "else", "for", "in", "return", "some", "every"),
        *("satisfies", "between", "instance", "of", "true", "false", "null"),
        *("function", "external"),
    }
)
_LONGEST_SHOWN = 40
#: Tokens that are what they say.
_WRITTEN = frozenset({Kind.NAME, Kind.SIGN, Kind.NUMBER})


class Cursor:
    """A place in the tokens of one text, and how deep it is inside brackets and clauses."""

    def __init__(
        self,
        text: str,
        grammar: "Grammar",
        *,
        asks: bool = False,
        names: frozenset[str] = frozenset(),
    ) -> None:
        self.text = text
        self.grammar = grammar
        #: What is known of the scope, and of the names that this text makes.
        self.names = Names(names)
        #: Whether `?` has a meaning here.
        self.asks = asks
        #: Whether `?` was met since this was last set to False.
        self.asked = False
        #: Whether `[` after an expression begins a filter; after the end of a range it closes it.
        self.filters = True
        self.depth = 0
        self._tokens = tokens(text, quotes=self.names.quotes)
        self._at = 0

    @property
    def token(self) -> Token:
        """The token that comes next."""
        return self._tokens[self._at]

    @property
    def place(self) -> tuple[int, int]:
        """How far it has come, and how deep; set it to go back."""
        return self._at, self.depth

    @place.setter
    def place(self, place: tuple[int, int]) -> None:
        self._at, self.depth = place
        self.filters, self.asked = True, False

    def ahead(self, count: int) -> Token:
        """Return the token that comes `count` after the next one."""
        return self._tokens[min(self._at + count, len(self._tokens) - 1)]

    def take(self) -> Token:
        """Return the next token and go past it."""
        token = self.token
        if token.kind is not Kind.END:
            self._at += 1
        return token

    def skip(self, count: int) -> None:
        """Go past several tokens."""
        for _ in range(count):
            self.take()

    def begins(self, token: Token) -> bool:
        """Tell whether an expression can begin with a token."""
        return token.text in self.grammar.prefixes or token.kind in self.grammar.kinds

    def sees(self, *words: str) -> bool:
        """Tell whether the next tokens are these words or signs."""
        return all(_is(self.ahead(at), word) for at, word in enumerate(words))

    def takes(self, *words: str) -> bool:
        """Go past these words or signs if they come next, and tell whether they did."""
        if not self.sees(*words):
            return False
        self.skip(len(words))
        return True

    def known_name(self) -> tuple[str, int] | None:
        """Return the longest known name of several words that comes next, and its tokens."""
        for words, name in self.names.beginning_with(self.token.text):
            if self.sees(*words) and self._written(len(words)) == spaced(name):
                return name, len(words)
        return None

    def new_name(self, stops: frozenset[str]) -> Token:
        """Go past a name that is being made, of as many words and signs as come before a stop."""
        count = 1
        while part_of_name(token := self.ahead(count)) and token.text not in stops:
            count += 1
        first, text = self.token, self._written(count)
        end = self.ahead(count - 1).end
        self.skip(count)
        self.names.add(text)
        return Token(Kind.NAME, text, first.start, end)

    def _written(self, count: int) -> str:
        return spaced(self.text[self.token.start : self.ahead(count - 1).end])

    def expect(self, word: str, why: str) -> Token:
        """Go past a word or sign that must come next.

        Raises:
            NotFeel: If it does not, saying `why` it must.
        """
        if not self.sees(word):
            self.mismatch(f"Expected `{word}` {why}, but {self.found()}.")
        return self.take()

    def expect_end(self) -> None:
        """Check that nothing follows.

        Raises:
            NotFeel: If something does.
        """
        if self.token.kind is not Kind.END:
            self.mismatch(f"Expected an operator or the end, but {self.found()}.")

    def _hint(self) -> str | None:
        """Say what the person may have meant, where that can be guessed."""
        before, token = self.ahead(-1), self.token
        names = before.kind is Kind.NAME and token.kind is Kind.NAME and self._at > 0
        if self._at == 0 and self.sees("="):
            return "Remove the = at the beginning; the expression alone is enough."
        if self.sees(":", "="):
            return "Nothing can be set here; to compare, write one =."
        if self.sees("=") or (token.text in {"<", ">"} and before.text in {"=", "<", ">"}):
            return "To compare, write one =, or one of != < <= > >= with no space inside."
        if self.sees(".."):
            return "A range stands in brackets, such as [1..5]."
        if names and not KEYWORDS & {before.text, token.text}:
            one, other = shortened(before.text), shortened(token.text)
            return (
                f"`{one}` and `{other}` stand side by side; join the words of a name with _ "
                f"({one}_{other}), or put an operator between them."
            )
        return None

    def found(self) -> str:
        """Say what comes next."""
        if self.token.kind is Kind.END:
            return "the text ends here"
        written = shortened(self.text[self.token.start : self.token.end])
        return f"found {written if self.token.kind is Kind.STRING else f'`{written}`'}"

    def mismatch(self, problem: str) -> NoReturn:
        """Complain about the next token, in better words where it can be guessed what was meant.

        Raises:
            NotFeel: Always.
        """
        self.refuse(self._hint() or problem)

    def refuse(self, problem: str, at: Token | None = None) -> NoReturn:
        """Complain about a token, or about the next one.

        Raises:
            NotFeel: Always.
        """
        raise not_feel_at(problem, self.text, (at or self.token).start)

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Count one more level of brackets and clauses.

        Raises:
            NotFeel: If there are too many.
        """
        self.depth += 1
        if self.depth > budget.DEPTH:
            self.refuse(
                f"This stands more than {budget.DEPTH} levels deep in brackets and clauses; "
                "make it simpler."
            )
        yield
        self.depth -= 1


def shortened(written: str) -> str:
    """Return what was written, so that a complaint about it stays readable."""
    return written if len(written) <= _LONGEST_SHOWN else f"{written[:_LONGEST_SHOWN]}..."


def _is(token: Token, word: str) -> bool:
    return token.text == word and token.kind in _WRITTEN


#: Reads what a word or sign begins; it is the next token still.
Prefix: TypeAlias = Callable[[Cursor], Node]
#: Reads on after a whole expression, before a word or sign that is the next token still.
Infix: TypeAlias = Callable[[Cursor, Node], Node]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which words and signs begin an expression, and which carry one on."""

    prefixes: Mapping[str, Prefix]
    #: What begins with a token of this kind and is no word or sign of `prefixes`.
    kinds: Mapping[Kind, Prefix]
    #: How tightly each binds, and how it is read.
    infixes: Mapping[str, tuple[int, Infix]]

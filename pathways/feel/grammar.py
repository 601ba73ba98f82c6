"""The grammar of FEEL, in one table: which word or sign is read by what (DMN 1.5, 10.3.1.2)."""

from pathways.feel import clauses, functions_grammar, operators, pratt, primaries
from pathways.feel.calls_grammar import call_or_path
from pathways.feel.cursor import Grammar, Infix
from pathways.feel.lexer import Kind

_COMPARED: dict[str, tuple[int, Infix]] = dict.fromkeys(
    ("=", "!=", "<", "<=", ">", ">="), (pratt.COMPARED, operators.comparison)
)
_ARITHMETIC: dict[str, tuple[int, Infix]] = {
    sign: (rank, operators.arithmetic) for sign, rank in operators.RANKS.items()
}

GRAMMAR = Grammar(
    prefixes={
        **dict.fromkeys(primaries.CONSTANTS, primaries.constant),
        "@": primaries.moment,
        "?": primaries.subject,
        "-": primaries.negative,
        "(": primaries.brackets,
        "[": primaries.list_or_range,
        "]": primaries.open_range,
        "{": primaries.context,
        "if": clauses.if_then_else,
        "for": clauses.for_return,
        "some": clauses.quantified,
        "every": clauses.quantified,
        "function": functions_grammar.function_of,
    },
    kinds={
        Kind.NUMBER: primaries.number,
        Kind.STRING: primaries.string,
        Kind.NAME: call_or_path,
    },
    infixes={
        **_COMPARED,
        **_ARITHMETIC,
        "or": (pratt.OR, operators.junction),
        "and": (pratt.AND, operators.junction),
        "between": (pratt.COMPARED, operators.between),
        "in": (pratt.COMPARED, operators.inside),
        "instance": (pratt.INSTANCE, operators.instance_of),
        "[": (pratt.POSTFIX, operators.bracket),
        ".": (pratt.POSTFIX, operators.dot),
        "(": (pratt.POSTFIX, functions_grammar.called),
    },
)

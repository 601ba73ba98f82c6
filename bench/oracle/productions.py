"""How expressions are made: for each type, leaves and larger ones with holes for others."""

from collections.abc import Mapping

#: What both evaluators are given; numbers that a float holds exactly.
SCOPE: Mapping[str, object] = {
    "n": 7,
    "half": 0.5,
    "text": "foobar",
    "yes": True,
    "nothing": None,
    "numbers": [3, 1, 2, 2],
    "texts": ["a", "b", "c"],
    "Monthly Salary": 1200,
    "case": {"amount": 600, "who": "family", "agreed": True, "first name": "Sam"},
    "lines": [
        {"amount": 400, "what": "tablet", "home": True},
        {"amount": 35, "what": "stand", "home": False},
        {"amount": 15, "what": "cover", "home": True},
    ],
}

#: Type -> what is written out.
LEAVES: Mapping[str, tuple[str, ...]] = {
    "number": (
        *("0", "1", "2", "3", "-1", "10", "0.5", "2.25", "-4.75", "100", ".25"),
        *("n", "half", "Monthly Salary", "case.amount"),
    ),
    # What a float holds as it is, so that it is rounded as a decimal is.
    "exact": ("0", "1", "-1", "0.5", "2.25", "-4.75", "100", "n", "half", "case.amount", "-0.125"),
    "small": ("1", "2", "3", "-1", "-2"),
    "place": ("1", "2", "3"),
    "word": ('"foobar"', "text", '"Foo Bar"'),
    "full": ("[4, 5, 6]", "numbers", "[2, -1, 2, 0.5]", "lines.amount"),
    "string": (
        *('""', '"a"', '"foobar"', '"Foo Bar"', '"a,b;c"', '"é\\u00e8"', '"2024-02-29"'),
        *("text", "case.who", "case.first name"),
    ),
    "boolean": ("true", "false", "yes", "case.agreed"),
    "date": (
        *('@"2024-02-29"', '@"2023-12-31"', 'date("2027-03-01")', "date(2025, 7, 15)"),
        'date("1999-01-31")',
    ),
    "time": (
        *('@"09:30:00"', '@"23:59:59"', 'time("00:00:00")', "time(12, 15, 30)"),
        *('@"10:00:00Z"', '@"10:00:00+02:00"', 'time(9, 0, 0, @"PT1H")'),
    ),
    "local": (
        '@"2024-02-29T12:00:00"',
        '@"2023-12-31T23:59:59"',
        'date and time("2027-03-28T00:30:00")',
    ),
    "zoned": (
        *('@"2024-02-29T12:00:00Z"', '@"2023-12-31T23:59:59+02:00"'),
        'date and time("2027-03-01T09:30:00-05:30")',
    ),
    "days": ('@"P1D"', '@"PT36H"', '@"-P2DT3H"', 'duration("PT90M")', '@"PT0S"', '@"P10DT2H3M4S"'),
    "day": ('@"2024-02-29"', '@"1999-01-31"', 'date("2027-03-01")'),
    "age": ('@"P1Y"', '@"P14M"', '@"P3M"', '@"P0M"'),
    "whole": ('@"P1D"', '@"P10D"', '@"-P3D"', '@"PT48H"'),
    "months": ('@"P1Y"', '@"P14M"', '@"-P3M"', 'duration("P2Y6M")', '@"P0M"'),
    "numbers": ("[]", "[1, 2, 3]", "[5]", "numbers", "lines.amount", "[2, -1, 2, 0.5]"),
    "strings": ("[]", '["a", "b"]', "texts", "lines.what", '["b", "a", "b"]'),
    "booleans": ("[]", "[true, false]", "[true]", "lines.home", "[false, null]"),
    "dates": ('[@"2024-02-29", @"2023-12-31"]', '[@"2025-01-01"]'),
    "lists": ("[[1, 2], [3]]", "[[], [1]]", "[[1], [2, [3]]]"),
    "context": ("{}", "{a: 1}", '{a: 1, b: "x"}', "case", "lines[1]", "{a: {b: 2}}"),
    "contexts": ("lines", "[{a: 1}, {a: 2, b: 3}]", "[]"),
    "range": ("[1..5]", "(1..5)", "[0..10)", "]2..7]", "[3..8["),
    "half": ("(< 5)", "(>= 2)", "(> 1)", "(<= 3)"),
    "dated": ('[@"2023-01-01"..@"2024-12-31"]', '(@"2024-02-29"..@"2027-01-01")'),
    "order": ("function(x, y) x < y", "function(x, y) x > y"),
    "null": ("null", "nothing", "missing"),
}

_NUMBER = (
    *("{number} + {number}", "{number} - {number}", "{number} * {number}", "{number} / {number}"),
    *("({number} + {number}) * {number}", "-{number}", "{small} ** {small}", "{number} ** 2"),
    *("if {boolean} then {number} else {number}", "{numbers}[{small}]", "{numbers}[1]"),
    *("count({numbers})", "count({strings})", "sum({numbers})", "min({numbers})", "max({numbers})"),
    *(
        "mean({numbers})",
        "median([{place}, {place}, {place}])",
        "product({numbers})",
        "stddev({numbers})",
    ),
    *("sum({number}, {number})", "min({number}, {number})", "string length({string})"),
    *("abs({number})", "floor({exact})", "ceiling({exact})", "modulo({place}, {small})"),
    *("decimal({exact}, {small})", "round up({exact}, {small})", "round down({exact}, 1)"),
    *("round half up({exact}, 1)", "round half down({exact}, 1)", "floor({exact}, 1)"),
    *("ceiling({exact}, 1)", "sqrt({number})", "log({number})", "exp({small})"),
    *('number("12.5")', 'number("1 000,5", " ", ",")', 'number("1,000.5", ",", ".")'),
    *("number(string({number}))", "number(from: string({place}), grouping separator: null)"),
    *("{date}.year", "{date}.month", "{date}.day", "{date}.weekday", "{time}.hour"),
    *("{local}.minute", "{zoned}.second", "{days}.days", "{days}.hours", "{days}.seconds"),
    *("{months}.years", "{months}.months", "{dated}.end.year"),
    *("day of year({date})", "week of year({date})", "(function(x) x + {number})({number})"),
    *(
        "(function(a, b) a - b)(b: {number}, a: {number})",
        "{{a: {number}}}.a",
        'get value({{a: {number}}}, "a")',
    ),
    *("{{x: {number}, y: x + 1}}.y", "{lists}[{small}][1]", "{contexts}[1].amount"),
    *("{range}.start", "{range}.end", "{{f: function(x) x * 2, r: f({number})}}.r"),
)
_STRING = (
    *("{string} + {string}", "upper case({string})", "lower case({string})"),
    *("substring({word}, {small})", "substring({word}, {small}, {place})"),
    *("substring(string: {word}, start position: 2)", "substring before({string}, {string})"),
    *("substring after({string}, {string})", "string join({strings})"),
    *('string join({strings}, ", ")', "string({exact})", "string({boolean})", "string({date})"),
    *("string({days})", "string({months})", "string({time})", "string({local})"),
    *('replace({string}, "o", "0")', 'replace({string}, "[a-f]+", "<$0>")'),
    *('replace({string}, "(o+)(b)", "$2$1")', 'replace({string}, "F", "g", "i")'),
    *("if {boolean} then {string} else {string}", "{strings}[{small}]", "day of week({date})"),
    *("month of year({date})", "{contexts}[1].what", "upper case({word})"),
)
_BOOLEAN = (
    *("{number} = {number}", "{number} != {number}", "{number} < {number}"),
    *("{number} >= {number}", "{string} = {string}", "{string} < {string}", "{date} < {date}"),
    *("{date} = {date}", "{local} < {local}", "{zoned} <= {zoned}", "{days} < {days}"),
    *(
        "{months} > {months}",
        "{time} = {time}",
        "[{number}, {number}] = [{number}, {number}]",
        "{{a: {number}, b: {string}}} = {{b: {string}, a: {number}}}",
    ),
    *("{boolean} and {boolean}", "{boolean} or {boolean}", "not({boolean})"),
    *("{boolean} and {null}", "{boolean} or {null}", "not({null})", "{null} = {null}"),
    *("{number} = {null}", "{number} between {place} and 5"),
    *('{date} between @"1990-01-01" and {date}', "{number} in [0..{place}]"),
    *(
        "{number} in {range}",
        "{number} in {half}",
        "{date} in {dated}",
        "{number} in (< {number}, {number})",
    ),
    *(
        "{number} in ({number}, {number})",
        '@"2027-03-01T09:30:00@Europe/London" > {zoned}',
        "{number} in {numbers}",
        '{string} in ({string}, "a")',
    ),
    *("some x in {full} satisfies x > {place}", "every x in {full} satisfies x > 0"),
    *("some x in {numbers}, y in {numbers} satisfies x + y = 3", "contains({string}, {string})"),
    *("starts with({string}, {string})", "ends with({string}, {string})"),
    *('matches({string}, "^[a-z]+$")', 'matches({string}, "FOO", "i")'),
    *("list contains({numbers}, {number})", "list contains({strings}, {string})"),
    *(
        "all({booleans})",
        "any({booleans})",
        "odd({small})",
        "even({small})",
        "is({number}, {number})",
    ),
    *("is({string}, {string})", "{null} instance of Null"),
    *("{number} instance of number", "{string} instance of number", "{date} instance of date"),
    *(
        "{numbers} instance of list<number>",
        "{context} instance of context",
        "{null} instance of Any",
    ),
    *("{local} instance of date and time", "{days} instance of days and time duration"),
    *(
        "{months} instance of years and months duration",
        "{{a: {place}}} instance of context<a: number>",
    ),
    *("({order}) instance of function<Any, Any> -> Any", "{range}.start included"),
    *("before({place}, {small})", "before({range}, {place})", "after({range}, {range})"),
    *("meets({range}, {range})", "met by({range}, {range})", "overlaps({range}, {range})"),
    "after({small}, {range})",
    *("includes({range}, {place})", "includes({range}, {range})", "before({day}, {dated})"),
    "includes({dated}, {day})",
)
_NUMBERS = (
    *("[{number}, {number}]", "append({numbers}, {number})", "concatenate({numbers}, {numbers})"),
    *("union({numbers}, {numbers})", "distinct values({numbers})", "reverse({numbers})"),
    *("flatten({lists})", "sublist({full}, {place})", "sublist({full}, 1, 2)"),
    *("insert before({full}, {place}, {number})", "remove({full}, {place})"),
    *("index of({numbers}, {number})", "mode([{place}, 2, 2])", "sort({numbers}, {order})"),
    *("list replace({full}, {place}, {number})", "{numbers}[item > {number}]", "{lists}[1]"),
    "list replace({full}, function(item, newItem) item < newItem, {place})",
    *("for x in {numbers} return x * 2", "for x in 1..3 return x + {number}", "{contexts}.amount"),
    *("for x in {numbers}, y in [1, 2] return x * y", "for i in 1..4 return sum(partial) + 1"),
    *("for x in 3..1 return x", "{contexts}[amount > {number}].amount"),
    *("if {boolean} then {numbers} else {numbers}", "(function(x) [x, x])({number})"),
)

#: Type -> what is made of others.
LARGER: Mapping[str, tuple[str, ...]] = {
    "number": _NUMBER,
    "string": _STRING,
    "boolean": _BOOLEAN,
    "date": (
        *("{date} + {whole}", "{date} - {whole}", "{date} + {months}", "{date} - {months}"),
        *("date({local})", "date({zoned})", "if {boolean} then {date} else {date}", "{dates}[1]"),
        *("{dates}[1]", "date(string({date}))"),
    ),
    "time": ("{time} + {days}", "{time} - {days}", "time({local})", "time({zoned})"),
    "local": (
        *("{local} + {days}", "{local} - {days}", "{local} + {months}", "{local} - {months}"),
        *('date and time({date}, @"08:00:00")', 'date and time({local}, @"08:00:00")'),
    ),
    "zoned": ("{zoned} + {days}", "{zoned} - {days}", "{zoned} + {months}"),
    "days": (
        *("{days} + {days}", "{days} - {days}", "{days} + ({days} - {days})"),
        *("{date} - {date}", "{local} - {local}", "abs({days})"),
        *("duration(string({days}))", "{zoned}.time offset"),
    ),
    "months": (
        *("{months} + {months}", "{months} - {months}", "{months} + ({months} - {months})"),
        'years and months duration(@"2011-12-22", @"2011-12-22" + {age})',
        "abs({months})",
    ),
    "numbers": _NUMBERS,
    "strings": (
        *("[{string}, {string}]", 'split({string}, ",")', 'split({string}, "[,;]")'),
        *('for s in {strings} return s + "!"', "distinct values({strings})", "lines.what"),
        *("append({strings}, {string})", "sort({strings}, {order})", 'texts[item != "a"]'),
    ),
    "booleans": ("[{boolean}, {boolean}]", "for x in {numbers} return x > 1"),
    "dates": ("[{date}, {date}]", "for d in {dates} return d + {whole}"),
    "lists": ("[{numbers}, {numbers}]", "append({lists}, {numbers})"),
    "context": (
        *("{{a: {number}, b: {string}}}", 'context put({context}, "a", {number})'),
        *("context merge([{context}, {context}])", "{contexts}[1]", "{contexts}[-1]"),
        *('context([{{key: "k", value: {number}}}])', "{{a: {boolean}, c: [{number}]}}"),
        '{{first name: {string}, whole: first name + "x"}}',
    ),
    "contexts": (
        *("get entries({context})", "{contexts}[amount > 20]", "[{context}, {context}]"),
        *("sort({contexts}, function(x, y) x.amount < y.amount)", "{contexts}[home = true]"),
    ),
    "range": ("[{small}..7]", "({small}..3.5]", "[-10..{small})"),
    "dated": ('[@"1990-01-01"..{day}]', '({day}..@"2090-01-01")'),
    **dict.fromkeys(
        ("order", "exact", "small", "place", "word", "full", "whole", "age", "half", "day", "null"),
        (),
    ),
}

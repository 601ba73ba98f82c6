"""Words as values that JSON can write."""

from pathways.words.values import Sentence, Told, ToldProcess, Way, Words, spoken

#: A JSON object.
Values = dict[str, object]


def as_json(words: Words) -> Values:
    """Return the words as values for programs: `{"name", "processes": [{"steps": [...]}], ...}`."""
    return {
        "name": words.name,
        "summary": words.summary,
        "language": words.language,
        "processes": [_process(process) for process in words.processes],
    }


def _process(process: ToldProcess) -> Values:
    return {
        "id": process.id,
        "anchor": process.anchor,
        "name": process.name,
        "notes": _spoken(process.notes),
        "steps": [_step(step) for step in process.steps],
    }


def _step(step: Told) -> Values:
    return {
        "id": step.element,
        "number": step.number,
        "anchor": step.anchor,
        "name": step.name,
        "kind": step.kind,
        "who": step.who,
        "how_long": step.how_long,
        "how_long_source": step.how_long_source,
        "family": step.family,
        "easy_read": step.easy_read,
        "staff": step.staff,
        "help": step.help,
        "inside": step.inside,
        "notes": _spoken(step.notes),
        "next": [_way(way) for way in step.next],
    }


def _way(way: Way) -> Values:
    return {
        "flows": list(way.flows),
        "to": way.to,
        "when": way.when,
        "back": way.back,
        "sentence": spoken(way.sentence),
    }


def _spoken(sentences: tuple[Sentence, ...]) -> list[str]:
    return [spoken(sentence) for sentence in sentences]

"""A folder of files to a pathway, or to everything that is wrong with it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pathways.model.drawing import Drawing
from pathways.model.finding import Finding, PathwayInvalid
from pathways.model.pathway import Pathway
from pathways.model.spoken import did_you_mean
from pathways.reading.addresses import known_addresses
from pathways.reading.decisions import check_decision
from pathways.reading.expressions import check_flows, check_form, check_letter, check_values
from pathways.reading.folder import sort_files
from pathways.reading.parts import Parts, read_parts
from pathways.reading.promises import check_promises
from pathways.reading.rhymes import check_rhymes


def read_pathway(files: Mapping[str, bytes]) -> Pathway:
    """Read everything that makes up one version of a pathway, and check that it fits together.

    Whether it runs, and whether it is a good pathway, `pathways.checks` knows.

    Args:
        files: Path inside the folder (`"pathway.bpmn"`, `"forms/ask_for_it.json"`) -> the file,
            byte for byte. Scenarios may be among them; they are no part of a version.

    Raises:
        PathwayInvalid: With all findings of all files, if there is an error among them.
    """
    folder, findings = sort_files(files)
    parts = read_parts(folder)
    found = [*findings, *parts.findings]
    pathway = _pathway(parts)
    if parts.drawing is not None:
        found += _check_together(parts, parts.drawing, pathway)
    if pathway is None or any(finding.stops for finding in found):
        raise PathwayInvalid(tuple(dict.fromkeys(found)))
    return pathway


def _check_together(parts: Parts, drawing: Drawing, pathway: Pathway | None) -> Iterator[Finding]:
    yield from check_rhymes(drawing, parts.folder)
    yield from check_promises(drawing, pathway)
    yield from _check_addressees(parts, drawing)
    addresses = known_addresses(parts, drawing)
    if not parts.folder.only_drawn:  # a sketch asks where its conditions cannot be read
        yield from check_flows(drawing, addresses)
        yield from check_values(drawing, addresses)
    for decision in parts.decisions.values():
        yield from check_decision(decision, addresses)
    for form in parts.forms.values():
        yield from check_form(form, addresses)
    for letter in parts.letters.values():
        yield from check_letter(letter, addresses)


def _check_addressees(parts: Parts, drawing: Drawing) -> Iterator[Finding]:
    for letter in parts.letters.values():
        if letter.to not in drawing.lanes:
            lanes = ", ".join(f"{lane.id} (“{lane.name}”)" for lane in drawing.lanes.values())
            yield Finding(
                rule="unknown_addressee",
                message=(
                    f"The letter “{letter.subject}” goes to “{letter.to}”, which is no lane of "
                    f"the drawing.{did_you_mean(letter.to, drawing.lanes)} Write one of: "
                    f"{lanes or 'none, because the drawing has no lanes'}."
                ),
                file=f"letters/{letter.step}.txt",
                element=letter.step,
                line=1,
            )


def _pathway(parts: Parts) -> Pathway | None:
    if parts.drawing is None or parts.about is None or parts.periods is None:
        return None
    if parts.clocks is None:
        return None
    return Pathway(
        key=parts.drawing.id,
        about=parts.about,
        drawing=parts.drawing,
        decisions=MappingProxyType(parts.decisions),
        forms=MappingProxyType(parts.forms),
        letters=MappingProxyType(parts.letters),
        periods=MappingProxyType(dict(parts.periods)),
        clocks=MappingProxyType(dict(parts.clocks)),
        sources=MappingProxyType(parts.folder.sources),
    )

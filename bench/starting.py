"""Measures what it costs to start a case whose drawing has many parallel blocks ahead of it.

Whoever predicts all that can come grows with every block; tokens should cost what they meet.
"""

import sys
from datetime import UTC, datetime
from itertools import pairwise
from statistics import median

import click

from bench.corpus.running import AnyRules
from bench.figure import Figure, keep
from bench.measuring import cpu_ms
from pathways.bpmn import read_drawing
from pathways.executable import executable
from workflow.interpreter import Record, Specification, Start, advance, read_specification

BLOCKS, BRANCHES = 20, 3
_MONDAY = datetime(2027, 1, 11, 9, tzinfo=UTC)
_MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def drawing(blocks: int = BLOCKS, branches: int = BRANCHES) -> bytes:
    """Return so many parallel blocks in a row, each with so many steps for people."""
    nodes, arrows, last = ['<startEvent id="begin"/>', '<endEvent id="finish"/>'], [], "begin"
    for block in range(blocks):
        fork, join = f"fork_{block}", f"join_{block}"
        nodes += [f'<parallelGateway id="{name}"/>' for name in (fork, join)]
        arrows.append((last, fork))
        for branch in range(branches):
            step = f"step_{block}_{branch}"
            nodes.append(f'<userTask id="{step}" name="Step {step}"/>')
            arrows += pairwise((fork, step, join))
        last = join
    arrows.append((last, "finish"))
    flows = (
        f'<sequenceFlow id="{one}_to_{other}" sourceRef="{one}" targetRef="{other}"/>'
        for one, other in arrows
    )
    inside = "".join([*nodes, *flows])
    return (
        f'<definitions xmlns="{_MODEL}" targetNamespace="urn:bench">'
        f'<process id="p" isExecutable="true">{inside}</process></definitions>'
    ).encode()


def specification() -> Specification:
    """Return that drawing, ready to run."""
    copy = executable(read_drawing(drawing()))
    return read_specification(copy.xml, copy.drawing.id)


def start(version: Specification) -> int:
    """Start a case; return how many steps are open."""
    arrived = advance(
        None,
        version,
        version="p@1",
        rules=AnyRules(),
        record=Record({}),
        command=Start(),
        now=_MONDAY,
    )
    return len(arrived.open)


@click.command(help="Measure what starting a case costs.")
@click.option("--quick", is_flag=True, help="Only see that it runs: no goal, nothing is written.")
def main(*, quick: bool) -> None:
    """Measure, print, write down; the exit code is 1 if the goal is missed."""
    version = specification()
    assert start(version) == BRANCHES
    spent = [cpu_ms(lambda: start(version)) for _ in range(10 if quick else 500)]
    figure = Figure(
        key="start_20_parallel_blocks_ms",
        words=f"A case with {BLOCKS} parallel blocks of {BRANCHES} ahead of it, started",
        value=median(spent),
        unit="ms",
        goal=None if quick else ("at most", 5.0),
    )
    click.echo(figure.line)
    if not quick:
        keep([figure])
    sys.exit(0 if figure.holds else 1)


if __name__ == "__main__":
    main()

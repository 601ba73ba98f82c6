"""Which process of a file is the pathway, and what stands around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from pathways.bpmn.names import BPMN, NODES, bpmn, identity, is_bpmn, local, ref, title, words_of
from pathways.bpmn.notebook import Notebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The parts of a BPMN file that make up one pathway."""

    root: Element
    process: Element
    #: Processes of the same file that are called by call activities, by id.
    called: dict[str, Element]
    #: The pool around the process; None where there is none.
    pool: Element | None


def read_document(root: Element, notebook: Notebook) -> Document | None:
    """Return the one process of the file; None, with findings noted, where there is not one."""
    if root.tag != bpmn("definitions"):
        notebook.note("not_bpmn", _not_bpmn(root), root)
        return None
    processes = [element for element in root.iterchildren(bpmn("process")) if _is_drawn(element)]
    if not processes:
        notebook.note(
            "no_process",
            "The file has no process with steps in it. Draw the steps, then save it again.",
        )
        return None
    called = _called(processes, root)
    main = [process for process in processes if identity(process) not in called] or processes[:1]
    if len(main) > 1:
        names = ", ".join(title(process) for process in main)
        notebook.note(
            "several_processes",
            f"The file has {len(main)} processes ({names}), and a pathway is one. Put them into "
            "one pool with a lane for each side, or save each in a file of its own.",
            main[1],
        )
        return None
    called.pop(identity(main[0]), None)
    return Document(root=root, process=main[0], called=called, pool=_pool(root, main[0], notebook))


def _not_bpmn(root: Element) -> str:
    if local(root) == "definitions":
        return (
            "This is not a BPMN 2.0 drawing: its outermost element is <definitions> of another "
            f"kind than {BPMN}. Give the drawing that a BPMN editor saves (usually a file that "
            "ends in .bpmn)."
        )
    return (
        f"This is not a BPMN drawing: its outermost element is <{local(root)}>, and a drawing's is "
        "<definitions>. Give the drawing that a BPMN editor saves (usually a file that ends in "
        ".bpmn)."
    )


def _is_drawn(process: Element) -> bool:
    """Pools that are only a frame come with an empty process in many editors."""
    return any(is_bpmn(child) and local(child) in NODES for child in process.iterchildren())


def _called(processes: list[Element], root: Element) -> dict[str, Element]:
    by_id = {identity(process): process for process in processes if identity(process)}
    names = (ref(call.get("calledElement"), by_id) for call in root.iter(bpmn("callActivity")))
    return {name: by_id[name] for name in names if name in by_id}


def _pool(root: Element, process: Element, notebook: Notebook) -> Element | None:
    pools = list(_pools(root))
    own = [
        pool
        for pool in pools
        if ref(pool.get("processRef"), {identity(process)}) == identity(process)
    ]
    for pool in pools:
        if pool not in own[:1] and (not pool.get("processRef") or pool in own):
            notebook.note(
                "several_pools",
                f"The pool {title(pool)} has no steps of this pathway in it. A pathway is one "
                "pool: draw everybody who takes part as a lane of it.",
                pool,
            )
    return own[0] if own else None


def _pools(root: Element) -> Iterator[Element]:
    for collaboration in root.iterchildren(bpmn("collaboration")):
        yield from collaboration.iterchildren(bpmn("participant"))


def process_name(document: Document) -> str:
    """Return the pathway's name: the process's, or its pool's where the process has none."""
    named = words_of(document.process.get("name"))
    if named or document.pool is None:
        return named
    return words_of(document.pool.get("name"))

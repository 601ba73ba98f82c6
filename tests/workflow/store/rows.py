"""The least that has to be there before a case can be."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert

from workflow.store import Transaction
from workflow.store.tables import account, answers, case, child, event, version

NOON = datetime(2027, 1, 11, 12, tzinfo=UTC)


def an_account(tx: Transaction, name: str = "ada") -> str:
    tx.execute(insert(account).values(id=name, name=name.title(), created_at=NOON))
    return name


def a_case(tx: Transaction, name: str = "case-1") -> str:
    """Insert a case with its version and child; return its id."""
    edition = {"key": "quick_one_off", "number": 1, "sha256": "0", "sources": b""}
    tx.insert_once(version, {"id": "quick_one_off@1", "published_at": NOON, **edition})
    tx.insert_once(child, {"id": "child-1", "preferred_name": "Sam", "born_on": date(2012, 2, 29)})
    row: dict[str, Any] = {
        "id": name,
        "reference": name.upper(),
        "version_id": "quick_one_off@1",
        "child_id": "child-1",
        "status": "active",
        "snapshot": "{}",
        "revision": 1,
        "opened_at": NOON,
        "history_length": 0,
        "history_head": "",
    }
    tx.execute(insert(case).values(row))
    return name


def an_answer(tx: Transaction, case_id: str, sequence: int = 1) -> None:
    row: dict[str, Any] = {
        "case_id": case_id,
        "sequence": sequence,
        "step": "ask_for_it",
        "place": "",
        "round": "",
        "kind": "person",
        "content": b"\x01{}",
        "by_name": "Ada",
        "role": "family",
        "at": NOON,
        "version_id": "quick_one_off@1",
    }
    tx.execute(insert(answers).values(row))


def an_event(tx: Transaction, case_id: str, sequence: int = 1) -> None:
    row: dict[str, Any] = {
        "case_id": case_id,
        "sequence": sequence,
        "at": NOON,
        "kind": "CaseOpened",
        "by_name": "Ada",
        "details": "{}",
        "previous_hash": "0",
        "hash": "1",
    }
    tx.execute(insert(event).values(row))

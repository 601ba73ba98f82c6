"""Keeps everything that must survive: tables, transactions, sealed content, chained history."""

from workflow.store.database import Store, Transaction
from workflow.store.errors import StoreUnavailable

__all__ = ["Store", "StoreUnavailable", "Transaction"]

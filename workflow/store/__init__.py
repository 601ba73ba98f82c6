"""Keeps everything that must survive: tables, transactions, sealed content, chained history."""

from workflow.store.database import Store, Transaction
from workflow.store.errors import BackupTrouble, StoreUnavailable

__all__ = ["BackupTrouble", "Store", "StoreUnavailable", "Transaction"]

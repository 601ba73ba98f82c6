"""Versions of pathways: written once, never changed."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

import msgspec
from sqlalchemy import Row, exists, func, select

from pathways.model.pathway import Pathway
from pathways.reading import read_pathway
from workflow.model.version import Version
from workflow.store.database import Transaction
from workflow.store.tables import version

_read_files = msgspec.msgpack.Decoder(dict[str, bytes]).decode


def fingerprint(files: Mapping[str, bytes]) -> str:
    """Return the SHA-256 of a pathway's files with their names, hexadecimal."""
    return hashlib.sha256(_pack(files)).hexdigest()


def insert(tx: Transaction, pathway: Pathway, *, at: datetime) -> Version:
    """Write the next version of a pathway and return it."""
    number = 1 + (
        tx.execute(
            select(func.max(version.c.number)).where(version.c.key == pathway.key)
        ).scalar_one()
        or 0
    )
    written = Version(
        id=f"{pathway.key}@{number}",
        key=pathway.key,
        number=number,
        sha256=fingerprint(pathway.sources),
        published_at=at,
        pathway=pathway,
    )
    tx.execute(
        version.insert().values(
            id=written.id,
            key=written.key,
            number=written.number,
            sha256=written.sha256,
            published_at=at,
            sources=_pack(pathway.sources),
        )
    )
    return written


def by_id(tx: Transaction, version_id: str) -> Version:
    """Return a version that is known to exist."""
    return _version(tx.execute(select(version).where(version.c.id == version_id)).one())


def newest_ids(tx: Transaction) -> dict[str, str]:
    """Return the newest version of each pathway: key -> version id, by key."""
    newest = (
        select(version.c.key, func.max(version.c.number).label("number"))
        .group_by(version.c.key)
        .subquery()
    )
    found = tx.execute(
        select(version.c.key, version.c.id)
        .join(newest, (newest.c.key == version.c.key) & (newest.c.number == version.c.number))
        .order_by(version.c.key)
    )
    return {str(key): str(version_id) for key, version_id in found}


def newest_fingerprint(tx: Transaction, key: str) -> tuple[str, str] | None:
    """Return (version id, SHA-256) of the newest version of a pathway; None where there is none."""
    found = tx.execute(
        select(version.c.id, version.c.sha256)
        .where(version.c.key == key)
        .order_by(version.c.number.desc())
        .limit(1)
    ).first()
    return (found.id, found.sha256) if found else None


def is_newest(tx: Transaction, sha256: str) -> bool:
    """Return whether a pathway's newest version is made of the files with this fingerprint."""
    other = version.alias("other")
    later = exists().where(other.c.key == version.c.key, other.c.number > version.c.number)
    found = tx.execute(select(version.c.id).where(version.c.sha256 == sha256, ~later))
    return found.first() is not None


def _version(found: Row[tuple[object, ...]]) -> Version:
    return Version(
        id=found.id,
        key=found.key,
        number=found.number,
        sha256=found.sha256,
        published_at=found.published_at,
        pathway=read_pathway(_read_files(found.sources)),
    )


def _pack(files: Mapping[str, bytes]) -> bytes:
    return msgspec.msgpack.encode(dict(sorted(files.items())))

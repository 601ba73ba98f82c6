"""Publishes pathways as versions that never change."""

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.checks import check
from pathways.model.finding import Finding, PathwayInvalid
from pathways.reading import read_pathway, version_files
from workflow.engine import Editions, newest_version, read_edition
from workflow.interpreter import Unrunnable
from workflow.model.version import Version
from workflow.ports import Time
from workflow.store import Store, Transaction, versions


@dataclass(frozen=True, slots=True)
class Publishing:
    """What is published, and publishing more."""

    store: Store
    time: Time
    editions: Editions

    def published(self) -> tuple[Version, ...]:
        """Return the newest version of each pathway, by key."""
        with self.store.read() as tx:
            return tuple(self._version(tx, id_) for id_ in versions.newest_ids(tx).values())

    def version(self, key: str) -> Version:
        """Return the newest version of a pathway.

        Raises:
            PathwayNotFound: If none is published.
        """
        with self.store.read() as tx:
            return self._version(tx, newest_version(tx, key))

    def publish(self, files: Mapping[str, bytes]) -> Version:
        """Publish a pathway as its next version; what is published already stays as it is.

        Args:
            files: Path inside the pathway's folder -> the file.

        Neither warnings and advice stop it, nor an error that is silenced with a reason.

        Raises:
            PathwayInvalid: With every error, if it has one that counts; nothing is written.
        """
        pathway = read_pathway(files)
        errors = tuple(finding for finding in check(pathway) if finding.stops)
        if errors:
            raise PathwayInvalid(errors)
        with self.store.write() as tx:
            tx.hold(f"publish:{pathway.key}")
            newest = versions.newest_fingerprint(tx, pathway.key)
            if newest is not None and newest[1] == versions.fingerprint(pathway.sources):
                return self._version(tx, newest[0])
            version = versions.insert(tx, pathway, at=self.time.now())
            _see_that_it_runs(version)
            return version

    def is_newest(self, files: Mapping[str, bytes]) -> bool:
        """Return whether a pathway's newest version is made of just these files; reads none."""
        sha256 = versions.fingerprint(version_files(files))
        with self.store.read() as tx:
            return versions.is_newest(tx, sha256)

    def _version(self, tx: Transaction, version_id: str) -> Version:
        return self.editions.edition(tx, version_id).version


def _see_that_it_runs(version: Version) -> None:
    """Refuse what the interpreter cannot run; the transaction that writes it ends with this."""
    try:
        read_edition(version)
    except Unrunnable as refused:
        finding = Finding(
            rule="unrunnable",
            message=str(refused),
            file="pathway.bpmn",
            element=refused.element,
        )
        raise PathwayInvalid((finding,)) from refused

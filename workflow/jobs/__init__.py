"""Does later what was promised in a transaction: on the same database, in the same process."""

from workflow.jobs.embedded import EmbeddedJobs

__all__ = ["EmbeddedJobs"]

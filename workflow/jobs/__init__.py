"""Does later what was promised in a transaction: on one machine, or on any of several."""

from workflow.jobs.distributed import DistributedJobs
from workflow.jobs.embedded import EmbeddedJobs

#: What a house runs its jobs with.
HouseJobs = EmbeddedJobs | DistributedJobs

__all__ = ["DistributedJobs", "EmbeddedJobs", "HouseJobs"]

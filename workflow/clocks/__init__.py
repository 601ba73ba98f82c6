"""Counts time: working and school days, periods, school age; and tells the time itself."""

from workflow.clocks.closures import SchoolClosures
from workflow.clocks.counting import (
    add,
    after,
    day_before,
    due_at,
    last_day,
    moment_of_day,
    next_day,
)
from workflow.clocks.demo_time import DemoTime
from workflow.clocks.periods import words
from workflow.clocks.school_age import compulsory_school_age_ends, over_compulsory_school_age
from workflow.clocks.school_days import add_school_days, is_school_day
from workflow.clocks.system_time import SystemTime
from workflow.clocks.working_days import (
    add_working_days,
    bank_holidays,
    is_working_day,
    next_working_day,
)

__all__ = [
    "DemoTime",
    "SchoolClosures",
    "SystemTime",
    "add",
    "add_school_days",
    "add_working_days",
    "after",
    "bank_holidays",
    "compulsory_school_age_ends",
    "day_before",
    "due_at",
    "is_school_day",
    "is_working_day",
    "last_day",
    "moment_of_day",
    "next_day",
    "next_working_day",
    "over_compulsory_school_age",
    "words",
]

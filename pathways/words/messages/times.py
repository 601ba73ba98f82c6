"""How long, and when."""

from collections.abc import Mapping

from pathways.words.messages.gathered import gathered
from pathways.words.messages.message import Message

#: These stand after "within", "after" and "apart".
UNITS: Mapping[str, Message] = {
    "years": Message("years", "{count} year", "{count} years"),
    "months": Message("months", "{count} month", "{count} months"),
    "weeks": Message("weeks", "{count} week", "{count} weeks"),
    "days": Message("days", "{count} day", "{count} days"),
    "hours": Message("hours", "{count} hour", "{count} hours"),
    "minutes": Message("minutes", "{count} minute", "{count} minutes"),
    "seconds": Message("seconds", "{count} second", "{count} seconds"),
}
WORKING_DAYS = Message("working days", "{count} working day", "{count} working days")
SCHOOL_DAYS = Message("school days", "{count} school day", "{count} school days")
EVERY: Mapping[str, Message] = {
    "years": Message("again and again, in years", "every year", "every {count} years"),
    "months": Message("again and again, in months", "every month", "every {count} months"),
    "weeks": Message("again and again, in weeks", "every week", "every {count} weeks"),
    "days": Message("again and again, in days", "every day", "every {count} days"),
    "hours": Message("again and again, in hours", "every hour", "every {count} hours"),
    "minutes": Message("again and again, in minutes", "every minute", "every {count} minutes"),
    "seconds": Message("again and again, in seconds", "every second", "every {count} seconds"),
}
EVERY_MIXED = Message("again and again, in a mixed time", "again and again, {time} apart")
TIMES = Message("so often", "once", "{count} times")
CYCLE = Message("again and again, so often", "{every}, {times}")
CYCLE_FROM = Message("again and again, from a moment on", "{every}, from {moment}")
CYCLE_AS_DRAWN = Message("again and again, as drawn", "at the times “{text}”")
WITHIN = Message("how long a step may take", "within {time}")
AFTER = Message("when a timer falls due, counted from before", "after {time}")
AFTER_AS_DRAWN = Message("when a timer falls due, as drawn", "after “{text}”")
ON = Message("when a timer falls due", "on {moment}")
ON_AS_DRAWN = Message("when a timer falls due, as a date as drawn", "on “{text}”")
UNTIL = Message("how long it waits", "until {moment}")
UNTIL_AS_DRAWN = Message("how long it waits, as drawn", "until “{text}”")
BY = Message("until when something must be done", "by {moment}")
BY_AS_DRAWN = Message("until when something must be done, as drawn", "by “{text}”")
DAY_AND_TIME = Message("a day and a time of day", "{day}, {time}")
WITH_OFFSET = Message("a time of day and how far its clock is from UTC", "{time} (UTC{offset})")
WITH_TIME = Message("what a step is, and how long it may take", "{kind}, {time}")
WAITS_TIME = Message("a wait, and how long", "{kind}, and goes on {time}")

MESSAGES = gathered(globals())

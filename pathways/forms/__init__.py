"""Forms: the questions of a step, read strictly; answers, checked with sentences for people."""

from pathways.forms.asking import asked
from pathways.forms.check import check
from pathways.forms.plain import plain_answers
from pathways.forms.reader import read_form
from pathways.forms.saving import check_saved
from pathways.forms.typed import typed

__all__ = ["asked", "check", "check_saved", "plain_answers", "read_form", "typed"]

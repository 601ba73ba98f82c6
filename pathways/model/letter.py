"""A letter or message that a step sends."""

from dataclasses import dataclass

from pathways.feel import Template


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is written to whom. The text holds `{FEEL}` places and no logic of its own."""

    step: str
    #: Role (lane id) of whom it is written to.
    to: str
    #: Nothing personal: it may travel as an e-mail's subject.
    subject: str
    body: Template

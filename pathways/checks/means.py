"""What an element means in our field: the words of the attribute `fingerpost:means`.

The law asks for reasons, consent, notice and so on; a drawing says where they are in its own words,
and these few words say which of them is which. docs/glossary.md explains them to whoever draws.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pathways.model.drawing import Drawing, Flow
from pathways.model.node import Node

DECISION = "decision"
REFUSAL = "refusal"
REASONS = "reasons"
LOOK_AGAIN = "look_again"
SECOND_LOOK = "second_look"
FAMILY_VIEW = "family_view"
TELLS_FAMILY = "tells_family"
CONSENT = "consent"
NOTICE = "notice"
PAYMENT_TEST = "payment_test"
RECIPIENT_TEST = "recipient_test"
SETTING_TEST = "setting_test"
PAYMENT_STARTS = "payment_starts"
FIRST_PAYMENT = "first_payment"
REVIEW = "review"
PAYMENT_ENDS = "payment_ends"
SUBSTITUTE = "substitute"

#: Word -> what it says of an element.
MEANS: Mapping[str, str] = MappingProxyType(
    {
        DECISION: "Here somebody decides what a family asked for.",
        REFUSAL: "Here the answer is no, wholly or in part.",
        REASONS: "Here the family is told why, in writing.",
        LOOK_AGAIN: "Here the family can have a no looked at again.",
        SECOND_LOOK: "Here somebody else decides anew.",
        FAMILY_VIEW: "Here the child, young person or parent says what they think and want.",
        TELLS_FAMILY: "Here the family is told how it stands, by whatever way suits them.",
        CONSENT: "Here whoever gets the money agrees to it in writing.",
        NOTICE: "Here the written notice goes out that must come before a direct payment.",
        PAYMENT_TEST: "Here it is tested whether a direct payment may be made at all.",
        RECIPIENT_TEST: "Here it is tested whether this person can get a direct payment.",
        SETTING_TEST: "Here it is tested whether a school or college has to agree.",
        PAYMENT_STARTS: "From here on direct payments are made.",
        FIRST_PAYMENT: "Here the first direct payment is made.",
        REVIEW: "Here it is looked at whether the direct payment works.",
        PAYMENT_ENDS: "Here a direct payment stops for good.",
        SUBSTITUTE: "Here the help of the plan is secured in another way.",
    }
)


def meanings(element: Node | Flow) -> frozenset[str]:
    """Return the words in its attribute `fingerpost:means`."""
    return frozenset(element.extensions.get("means", "").split())


def elements_of(drawing: Drawing) -> Iterator[Node | Flow]:
    """Yield whatever can mean something: the nodes, then the arrows."""
    yield from drawing.nodes.values()
    yield from drawing.flows.values()


def says(element: Node | Flow, word: str) -> bool:
    """Whether the drawing itself says that an element means this."""
    return word in meanings(element)

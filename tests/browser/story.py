"""The tablet's story, in the words that people read on the pages."""

from datetime import date

from tests.browser.visitor import Answer

KEY = "quick_one_off"
WHAT = "A tablet that talks for her"
IN_HER_WORDS = "I want to tell jokes too"
WHY_YES = "The plan asks for help to talk. The tablet does that, and the school agrees."
WHY_NO = "The school has a tablet with the same words on it, and Ama may take it home each day."
WHY_YES_NOW = "The tablet of the school is broken, and it cannot be mended before the summer."
CONDITIONS = "It is charged at home, and it has no games on it."

ASKED: dict[str, Answer] = {
    "Who is asking?": "A parent or carer",
    "Can the young person decide about this?": "They are under 16",
    "How does the child or young person tell us what they think?": (
        "In their own words, signs or pictures"
    ),
    "What do they say?": IN_HER_WORDS,
    "What are you asking for?": WHAT,
    "What matters most to the child or young person?": "Being with her friends at break",
    "What should it change?": "She can say what she wants to play, and answer when she is teased",
    "What are they good at, and what do they enjoy?": "She loves jokes, swimming and maps",
}
CHECKED: dict[str, Answer] = {
    "Where is the plan?": "It is being reviewed",
    "Which part of the plan asks for it?": "Education (section F)",
    "What kind of thing is it?": "A thing, such as equipment or software",
    "Who gives it now?": "Nobody yet",
    "Where will it be used?": "At home and at school or college",
    "Where do they learn?": "A mainstream school",
    "What would it cost?": "349.99",
}
AGREED: dict[str, Answer] = {
    "Can it be used here?": "Yes, with conditions",
    "What are your conditions?": CONDITIONS,
    "What is your job?": "Head teacher",
}
DECIDED: dict[str, Answer] = {
    "Do we say yes?": "Yes",
    "How did what the child or young person says help you to decide?": (
        "Her words showed me that she wants to join in, not only to answer."
    ),
    "Because of what?": WHY_YES,
}
REFUSED: dict[str, Answer] = {**DECIDED, "Do we say yes?": "No", "Because of what?": WHY_NO}
BOUGHT: dict[str, Answer] = {
    "Where did you buy or order it?": "A made-up shop",
    "What did it cost?": "£349.99",
    "When did you buy or order it?": date(2027, 1, 11),
    "Where does it go?": "To the family’s home",
}
CAME: dict[str, Answer] = {
    "Did it come, and does it work?": "Yes, it came and it works",
    "When did it come?": date(2027, 1, 15),
}
HELPED: dict[str, Answer] = {
    "How does the child or young person tell us?": "In their own words, signs or pictures",
    "What do they say about it?": "I told a joke and they laughed",
    "Did it help?": "Yes, a lot",
    "What has changed? (optional)": "She asks for things at lunch",
    "Did you feel listened to?": "Yes",
}
LOOK_AGAIN: dict[str, Answer] = {
    "Do you want us to look again?": "Yes, look again",
    "Why do you think that the answer is wrong?": "The tablet of the school is broken.",
    "How do you want to be heard?": "At a meeting, with someone to help me",
}
LOOKED_AGAIN: dict[str, Answer] = {
    "How did you hear the family, and what did they say?": (
        "We met, with her friend from the parents’ group."
    ),
    "What is the answer now?": "Change it to yes",
    "Because of what?": WHY_YES_NOW,
}

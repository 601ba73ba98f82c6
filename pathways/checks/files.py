"""What the readers of a pathway's other files find; a pathway that was read breaks none of them."""

from pathways.checks.noted import noted
from pathways.model.rule import Rule

#: The folder as a whole, its settings, and what its files say about each other.
FOLDER: tuple[Rule, ...] = (
    noted("bad_move", "A move of a scenario is a step or a wait."),
    noted("bad_step_id", "A step’s id can be named in a condition."),
    noted("bad_value", "Each value in a settings file is of its kind."),
    noted("file_without_step", "Each file belongs to a step."),
    noted("missing_file", "A pathway has its drawing, its about.toml and its periods.toml."),
    noted("missing_key", "A settings file says all that it has to say."),
    noted("not_feel", "Each expression can be read."),
    noted("not_toml", "A settings file is TOML."),
    noted("step_without_letter", "A step that sends has a letter."),
    noted("step_without_table", "A step that a table answers has a table."),
    noted("too_many_files", "A pathway has no more files than anybody could look after."),
    noted("unknown_addressee", "A letter goes to a lane of the drawing."),
    noted("unknown_file", "Each file of the folder is part of the pathway."),
    noted("unknown_key", "A settings file says only what is known."),
    noted(
        "unknown_name", "Each name in an expression is an answer, an outcome or a fact of the case."
    ),
)

#: letters/*.txt
LETTERS: tuple[Rule, ...] = (
    noted("bad_header", "A letter begins with To and Subject."),
    noted("bad_letter", "A letter is a text of readable length."),
    noted("empty_letter", "A letter says something."),
    noted("long_subject", "A subject fits on one line."),
    noted("missing_header", "A letter says to whom it goes and what it is about."),
    noted("place_in_subject", "A subject is the same for everybody."),
)

#: decisions/*.dmn
TABLES: tuple[Rule, ...] = (
    noted("aggregation_of_several_outputs", "Only one column is added up."),
    noted("aggregation_without_collect", "Only a table that collects adds up."),
    noted("cell_too_long", "A cell is short enough to be read."),
    noted("default_output", "Each answer comes from a rule with a reason."),
    noted("empty_cell", "Each cell that answers has an answer."),
    noted("imported", "All that a decision needs is in its own file."),
    noted("needs_itself", "Nothing needs itself, directly or through others."),
    noted("needs_nothing", "Whatever a decision needs is there."),
    noted("no_order", "A table that counts an order says which."),
    noted("no_output", "A table answers something."),
    noted("no_rules", "A table has a rule."),
    noted("no_such_decision", "A file of a table holds that table."),
    noted("not_a_number", "What is added up is a number."),
    noted("not_a_table", "A decision says how it is decided."),
    noted("not_dmn", "A table’s file is DMN."),
    noted("not_run", "All of the logic is written in FEEL."),
    noted("output_without_name", "Each column of answers has a name."),
    noted("rule_without_because", "Each rule says why."),
    noted("same_column_twice", "Each column has its own name."),
    noted("same_rule_twice", "Each rule has its own id."),
    noted("too_costly", "An expression is quick to work out."),
    noted("unknown_aggregation", "A table adds up in a known way."),
    noted("unknown_hit_policy", "A table has a known hit policy."),
    noted("value_not_allowed", "Each answer is among those allowed."),
    noted("wrong_cell_count", "Each rule has a cell for each column."),
    noted("wrong_type", "Each answer is of its column’s type."),
)

#: forms/*.json
FORMS: tuple[Rule, ...] = (
    noted("bad_condition", "A condition of a form has both of its halves."),
    noted("bad_const", "A question that must be answered with yes says so."),
    noted("bad_name", "A question has a name that a condition can use."),
    noted("bad_only_if", "A question that is asked only sometimes says when."),
    noted("bad_shown", "What a form shows has a label and an expression."),
    noted("bad_ui", "What a form says about its looks is in braces."),
    noted("form_without_title", "A form has a heading."),
    noted("items_not_text", "What is chosen is text."),
    noted("no_answer_fits", "At least one answer fits."),
    noted("no_options", "A question to choose from has answers."),
    noted("no_type", "Each question has a type."),
    noted("not_a_schema", "A form is JSON Schema 2020-12."),
    noted("not_an_object", "A form is a set of questions."),
    noted("not_json", "A form is JSON."),
    noted("open_form", "A form takes only the answers that it asks for."),
    noted("option_not_text", "Each answer to choose from is a short text."),
    noted("option_without_title", "Each answer to choose from has a wording."),
    noted("options_twice", "Answers are listed once."),
    noted("other_draft", "A form is written for JSON Schema 2020-12."),
    noted("question_without_title", "Each question has a wording."),
    noted("same_option_twice", "No answer is listed twice."),
    noted("too_many_questions", "A page asks a handful of questions."),
    noted("unfit_widget", "A question looks like what it asks."),
    noted("unknown_answer", "A question waits only for answers that can be given."),
    noted("unknown_format", "A form uses only formats that are checked."),
    noted("unknown_keyword", "A form uses only keywords that are read."),
    noted("unknown_question", "A form names only its own questions."),
    noted("unknown_widget", "A form uses only widgets that exist."),
    noted("unsafe_pattern", "A pattern is quick to check."),
)
RULES: tuple[Rule, ...] = (*FOLDER, *LETTERS, *TABLES, *FORMS)

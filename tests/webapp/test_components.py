"""GOV.UK's components, rendered by their own templates."""

import pytest
from markupsafe import Markup

from webapp.components import component, lines, unindented


def test_text_in_a_component_is_escaped_and_html_is_not() -> None:
    text = component("inset-text", {"text": "<b>"})
    html = component("inset-text", {"html": Markup("<b>x</b>")})

    assert "&lt;b&gt;" in text
    assert "<b>x</b>" in html
    assert isinstance(text, Markup)


def test_a_component_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(LookupError):
        component("hologram", {})


def test_lines_are_kept_and_escaped() -> None:
    assert lines("<i>\nb") == Markup("&lt;i&gt;<br>b")


def test_text_for_a_text_area_has_no_line_break_to_indent() -> None:
    assert unindented("a\n<b>") == Markup("a&#10;&lt;b&gt;")

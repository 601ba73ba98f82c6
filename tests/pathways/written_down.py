"""Forms as the files that people would write for them."""

import json

from pathways.model.form import Form


def written_down(form: Form) -> bytes:
    """Return the file of a form."""
    return json.dumps(form.schema).encode()

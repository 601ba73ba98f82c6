"""All wording of the pages: plain values in, what templates show out."""

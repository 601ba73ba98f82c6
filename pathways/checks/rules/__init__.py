"""The rules that look at drawings and pathways, in groups; each group exports its `RULES`."""

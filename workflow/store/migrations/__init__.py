"""How the tables came to be what they are: one numbered file for each change, run in order."""

"""The forms on which officers put something right in a case, and what is told of it afterwards."""

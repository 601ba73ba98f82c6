"""The front-end: pages for people and the command line. Parses, asks `workflow`, answers."""

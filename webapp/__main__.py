"""`python -m webapp` is the `fingerpost` command."""

from webapp.cli import main

main()

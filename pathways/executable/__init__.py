"""The copy of a drawing that runs, and findings about everything in it that cannot."""

from pathways.executable.executable import Executable, executable

__all__ = ["Executable", "executable"]

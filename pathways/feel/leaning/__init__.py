"""What an expression can only answer with null, told without evaluating it on anybody's data."""

from pathways.feel.leaning.leanings import Leaning, leanings

__all__ = ["Leaning", "leanings"]

"""Turn the nodes of an expression into closures, once; to evaluate it is to call them."""

from pathways.feel.binding.binders import resolver

__all__ = ["resolver"]

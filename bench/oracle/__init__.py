"""Compares our FEEL with feelin, an evaluator of the same language in JavaScript."""

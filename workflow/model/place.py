"""Where in the loops of a drawing something stands or happened."""

#: ((id of the loop's step, key of the item), ...), outermost first; () outside every loop.
Place = tuple[tuple[str, str], ...]

#: The number of times the drawn loops around a step have been gone round, outermost first, e.g.
#: `"2.1"`; `""` outside every drawn loop. Rounds are compared, never counted with.
Round = str

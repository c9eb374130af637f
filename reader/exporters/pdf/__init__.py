"""An article as a tagged PDF: what is printed, in which order, and what each part of it is.

The letters are drawn by whoever has a painter; `tagging` makes the tagged file of that draft.
"""

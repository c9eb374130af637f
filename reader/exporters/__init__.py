"""An article as other programs want it."""

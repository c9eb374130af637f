"""Links and their originals, side by side."""

"""All keys of the program: the usual ones, the person's own, and which get in each other's way."""

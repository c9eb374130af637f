"""Processes beside the program, for what may crash or hang, and how they are spoken to."""

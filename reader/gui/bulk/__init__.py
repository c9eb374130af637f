"""Taking whole folders in, from the window."""

"""The care for the library in the window: what is checked, restored, repaired."""

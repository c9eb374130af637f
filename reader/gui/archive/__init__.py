"""Archives in the window: opened beside the library, made, checked, taken in."""

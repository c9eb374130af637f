"""Articles as an EPUB 3.3 book that any reading program opens, accessible by its making."""

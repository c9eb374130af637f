"""Finding words in the open article."""

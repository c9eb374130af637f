"""Archives: one file each, with articles, their originals, the search and all hashes."""

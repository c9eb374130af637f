"""The proof of an article: what was repaired, how it was printed, and putting it right by hand."""

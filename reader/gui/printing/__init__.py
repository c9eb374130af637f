"""Articles on paper: set in pages, printed, shown before, written as PDF."""

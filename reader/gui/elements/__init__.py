"""The list of what an article holds, and the way from it into the article."""

"""Bookmarks, highlights and notes: making them, their lists, and the way back to them."""

"""The article on screen and as a screen reader sees it."""

"""Bulgarian text: pure functions."""

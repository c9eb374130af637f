"""The sound and its controls."""

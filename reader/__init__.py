"""Четиво: a desktop reader for accessible EU news in Bulgarian."""

__version__ = "0.1.0"

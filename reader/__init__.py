"""Четиво: a desktop reader for accessible EU news in Bulgarian."""

"""Handing articles on from the window: exported in any form, or copied as text of some kind."""

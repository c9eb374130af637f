"""The web on request: addresses opened, links checked, originals fetched and held against."""

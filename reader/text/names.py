"""Names for files made of titles."""

_FORBIDDEN = '\\/:*?"<>|'  # on Windows
_LONGEST = 60


def file_name(title: str) -> str:
    """Return a name without ending that every system allows; "" where nothing is left."""
    kept = "".join(" " if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in title)
    return " ".join(kept.split())[:_LONGEST].rstrip(" .")

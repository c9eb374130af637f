"""Addresses as a browser or mail program opens them."""

import re

# Any other, such as "javascript:", would do something to the person who follows it.
SCHEMES = ("https://", "http://", "mailto:", "tel:")
_SCHEME = re.compile(r"^(https?):\s*/\s*/\s*", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


def absolute(address: str) -> str | None:
    """Return a whole address of the web, of a mailbox or of a telephone; None for all others.

    A file may also hold addresses of programs on this computer, or parts of addresses, of which
    nobody knows what they are relative to. Spaces are written as `%20`.
    """
    plain = _SCHEME.sub(lambda found: f"{found.group(1).lower()}://", address.strip())
    if plain.lower().startswith("www."):
        plain = "https://" + plain
    elif _MAIL.fullmatch(plain):
        plain = "mailto:" + plain
    return re.sub(r"\s", "%20", plain) if plain.lower().startswith(SCHEMES) else None

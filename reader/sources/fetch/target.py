"""An address of the web, taken apart into what a request needs."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from reader.errors import MalformedAddressError, SchemeError

_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9._:-]+(?:%[a-z0-9._-]+)?", re.IGNORECASE)
_HARMLESS = "/%:@!$&'()*+,;=~?-._"  # what may stand in a path or a query as it is


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect, and what to ask for there; all of it in ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def secure(self) -> bool:
        """Whether the connection is encrypted."""
        return self.scheme == "https"

    @property
    def authority(self) -> str:
        """The host as it stands in an address, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(address: str) -> Target:
    """Take an address apart; raises `MalformedAddressError`, `SchemeError`.

    Names and passwords in an address are left out: nothing is signed in to.
    """
    wanted = address.strip()
    scheme = _SCHEME.match(wanted)
    if scheme and scheme[0].lower() not in _PORTS:
        raise SchemeError(address, scheme[0].lower())
    try:
        parts = urlsplit(wanted)
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError as error:  # of the port, of brackets, of a name that is no name
        raise MalformedAddressError(address) from error
    if not scheme or not _HOST.fullmatch(host):
        raise MalformedAddressError(address)
    path = quote(parts.path, _HARMLESS) or "/"
    query = f"?{quote(parts.query, _HARMLESS)}" if parts.query else ""
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], path + query)


def led_on(target: Target, location: str) -> Target:
    """Return where a redirect leads; raises as `target_of` does."""
    try:
        joined = urljoin(target.address, location.strip())
    except ValueError as error:
        raise MalformedAddressError(location) from error
    return target_of(joined)


def _ascii(host: str) -> str:
    """Return the name that the network knows a host by; raises `UnicodeError`."""
    name = host.rstrip(".")
    return name if name.isascii() else name.encode("idna").decode("ascii")

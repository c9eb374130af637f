"""Which computers a name stands for, and which of them are nobody else's business."""

import ipaddress
import socket
from ipaddress import IPv4Address, IPv6Address

from reader.errors import PrivateAddressError, UnknownHostError
from reader.sources.fetch.target import Target

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 hosts as networks of IPv6 alone see them
_OWN_NAMES = (".localhost", ".local", ".internal", ".home.arpa", ".lan")


def places_of(target: Target, *, allowed: bool) -> list[str]:
    """Return the numeric addresses of a host, each of them public unless others are allowed.

    Whoever connects must connect to these: a name that is looked up again may mean another computer
    by then. Raises `UnknownHostError`, `PrivateAddressError`.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnknownHostError(target.address, target.host) from error
    places = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not allowed and any(is_private(place) for place in places):
        raise PrivateAddressError(target.address, target.host)
    return places


def is_private(place: str) -> bool:
    """Tell whether a numeric address belongs to this computer, its network, or to nobody."""
    number = ipaddress.ip_address(place.partition("%")[0])
    hidden = _hidden(number)
    if hidden is not None:
        return is_private(str(hidden))
    return not number.is_global or number.is_multicast


def looks_private(host: str) -> bool:
    """Tell whether a host is private by its name alone, for a proxy is to look it up."""
    try:
        return is_private(host)
    except ValueError:
        name = host.lower()
        return "." not in name or name.endswith(_OWN_NAMES)


def _hidden(number: IPv4Address | IPv6Address) -> IPv4Address | None:
    """Return the address of the old kind that one of the new kind leads to."""
    if isinstance(number, IPv4Address):
        return None
    if number in _TRANSLATED:
        return IPv4Address(int(number) & 0xFFFFFFFF)
    return number.ipv4_mapped or number.sixtofour or (number.teredo or (None, None))[1]

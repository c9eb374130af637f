"""Proxy servers, where the system names any."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import proxy_bypass

from reader.errors import ProxyServerError
from reader.sources.fetch.target import Target

_PORT = 80


@dataclass(frozen=True, slots=True)
class Proxy:
    """A server that asks others on one's behalf, and what it wants to be told."""

    host: str
    port: int
    headers: Mapping[str, str] = field(default_factory=dict)


def proxy_for(target: Target, proxies: Mapping[str, str]) -> Proxy | None:
    """Return the proxy for a target, by what the system says for each scheme; None for none.

    Raises `ProxyServerError` for a kind of proxy that cannot be spoken to.
    """
    named = proxies.get(target.scheme) or proxies.get("all")
    if not named or proxy_bypass(target.host):
        return None
    try:
        parts = urlsplit(named if "://" in named else f"http://{named}")
        host, port = parts.hostname, parts.port or _PORT
    except ValueError:
        raise ProxyServerError(target.address, named, "") from None
    if parts.scheme != "http" or not host:
        raise ProxyServerError(target.address, host or named, parts.scheme)
    return Proxy(host, port, _signed(parts.username, parts.password))


def _signed(name: str | None, password: str | None) -> dict[str, str]:
    if name is None:
        return {}
    words = f"{unquote(name)}:{unquote(password or '')}".encode()
    return {"Proxy-Authorization": f"Basic {base64.b64encode(words).decode('ascii')}"}

"""Addresses of the web that cannot be read."""

from reader.errors.base import ReaderError


class NetworkError(ReaderError):
    """What lies at `address` could not be fetched."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class MalformedAddressError(NetworkError):
    """The text is no address of the web."""


class SchemeError(NetworkError):
    """The address begins with `scheme`, which is neither http nor https."""

    def __init__(self, address: str, scheme: str) -> None:
        super().__init__(address)
        self.scheme = scheme


class RedirectError(NetworkError):
    """The address led on to `target`, which is nothing that may be opened."""

    def __init__(self, address: str, target: str) -> None:
        super().__init__(address)
        self.target = target


class RedirectsError(NetworkError):
    """The address led on `count` times and still to no page."""

    def __init__(self, address: str, count: int) -> None:
        super().__init__(address)
        self.count = count


class HostError(NetworkError):
    """There is trouble with the computer `host`."""

    def __init__(self, address: str, host: str) -> None:
        super().__init__(address)
        self.host = host


class PrivateAddressError(HostError):
    """The host is in the person's own network or computer; it is asked only with permission."""


class UnknownHostError(HostError):
    """No computer has this name, or the names cannot be looked up for want of a connection."""


class UnreachableError(HostError):
    """The host does not answer; `reason` is the system's word for it."""

    def __init__(self, address: str, host: str, reason: str) -> None:
        super().__init__(address, host)
        self.reason = reason


class ProxyServerError(UnreachableError):
    """The proxy server `host` that the system names does not let the request through."""


class SecureConnectionError(UnreachableError):
    """A secure connection with the host cannot be made."""


class CertificateError(SecureConnectionError):
    """The host does not prove that it is the one it is called."""


class SlowAnswerError(NetworkError):
    """The answer did not come, or did not end, within `seconds`."""

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(address)
        self.seconds = seconds


class BrokenAnswerError(NetworkError):
    """The answer was cut off, or is not packed as it says; `reason` tells how."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(address)
        self.reason = reason


class HugeAnswerError(NetworkError):
    """The answer, or what unpacks from it, goes beyond `megabytes`."""

    def __init__(self, address: str, megabytes: int) -> None:
        super().__init__(address)
        self.megabytes = megabytes


class UnknownOriginalError(ReaderError):
    """Nothing tells where an article stands in its original language."""


class NotTheOriginalError(NetworkError):
    """What lies at the address is in the article's own language, or has no text."""


class StatusError(NetworkError):
    """The host answered with `status`, a number of HTTP, instead of a page."""

    def __init__(self, address: str, status: int) -> None:
        super().__init__(address)
        self.status = status


class ForbiddenError(StatusError):
    """The host shows this page to nobody, or to those alone who sign in: 401, 403, 451."""


class NotFoundError(StatusError):
    """There is no such page: 404."""


class GoneError(StatusError):
    """The page was there and was taken away for good: 410."""


class ServerFailedError(StatusError):
    """The host itself has a fault: 500 and above."""


class BusyHostError(StatusError):
    """The host wants to be left alone for `seconds`: 429, 503."""

    def __init__(self, address: str, status: int, seconds: float) -> None:
        super().__init__(address, status)
        self.seconds = seconds

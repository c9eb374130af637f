"""What goes wrong on the way to a host, as a person can act on it."""

import ssl

from urllib3.exceptions import ReadTimeoutError

from reader.errors import (
    BrokenAnswerError,
    CertificateError,
    NetworkError,
    ProxyServerError,
    SecureConnectionError,
    SlowAnswerError,
    UnreachableError,
)
from reader.sources.fetch.limits import Limits
from reader.sources.fetch.proxies import Proxy
from reader.sources.fetch.target import Target


def while_connecting(
    error: Exception, target: Target, limits: Limits, proxy: Proxy | None
) -> NetworkError:
    """Return what it means that there is no connection."""
    address, host, cause = target.address, target.host, _cause(error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return CertificateError(address, host, cause.verify_message)
    if isinstance(cause, TimeoutError):
        return SlowAnswerError(address, limits.connect)
    if isinstance(cause, ssl.SSLError):
        return SecureConnectionError(address, host, _reason(cause))
    if proxy is not None:
        return ProxyServerError(address, proxy.host, _reason(cause))
    return UnreachableError(address, host, _reason(cause))


def while_reading(error: Exception, target: Target, limits: Limits) -> NetworkError:
    """Return what it means that an answer does not come to its end."""
    if isinstance(error, (TimeoutError, ReadTimeoutError)):
        return SlowAnswerError(target.address, limits.silence)
    return BrokenAnswerError(target.address, _reason(_cause(error)))


def _cause(error: BaseException) -> BaseException:
    """Return what the library has wrapped up in errors of its own."""
    inner = error.__cause__ or next(
        (each for each in error.args if isinstance(each, OSError)), None
    )
    return _cause(inner) if isinstance(inner, OSError) else error


def _reason(error: BaseException) -> str:
    if isinstance(error, ssl.SSLError):
        return error.reason or str(error)
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__

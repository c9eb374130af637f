"""Whose word is taken for who a host is."""

import ssl


def system_context() -> ssl.SSLContext:
    """Return the rules of secure connections, with the certificates that the system trusts."""
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

"""Which version of the program this is."""


def version() -> str:
    """Return the version, or "" in a checkout that has not been installed."""
    from importlib import metadata

    try:
        return metadata.version("chetivo")
    except metadata.PackageNotFoundError:
        return ""

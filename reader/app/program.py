"""The program itself: which version it is, and what it reads in ahead of time."""

from importlib import import_module

from reader import __version__

# What is asked for within functions: half of the time to the window, and not needed for it.
_LATER = (
    "reader.importers.html",
    "reader.importers.markdown",
    "reader.importers.plain",
    "reader.library.search",
    "reader.library.versions",
    "reader.repair",
    "reader.sources.addresses",
    "reader.speech.utterances",
    "reader.text.amounts",
    "reader.text.inflection",
    "reader.text.matching",
    "reader.text.people",
    "reader.text.periods",
    "reader.text.verbs",
)


def get_ready() -> None:
    """Read in what opening, looking through and reading aloud will ask for."""
    for name in _LATER:
        import_module(name)


def version() -> str:
    """Return the version, which stands in one place for all that tells it."""
    return __version__


def project_address() -> str | None:
    """Return where bugs are told, or else the project's page; None where it names neither."""
    from importlib import metadata

    try:
        urls = metadata.metadata("chetivo").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return None
    named = dict(url.split(", ", 1) for url in urls)
    return next((named[name] for name in ("Issues", "Homepage") if name in named), None)

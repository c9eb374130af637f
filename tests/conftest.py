"""What all tests share: one desktop with a screen reader, and who works on what side by side."""

import pytest

from tests.screenreader.session import MissingPackagesError, Session

# They mostly wait: for a voice, for Orca, for silence. One worker listens to all of them from the
# beginning, on the one desktop, while the other computes. Two desktops at once would outwait us.
_LISTENING = frozenset({"features", "screenreader", "speech"})


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Those that listen first and together, the others a file at a time (`--dist loadgroup`)."""
    tests = config.rootpath / "tests"

    def group(item: pytest.Item) -> str:
        path = item.path.relative_to(tests)
        return "listening" if path.parts[0] in _LISTENING else str(path)

    items.sort(key=lambda item: group(item) != "listening")
    for item in items:
        item.add_marker(pytest.mark.xdist_group(group(item)))


@pytest.fixture(scope="session")
def desktop():
    """The desktop; `desktop.fresh()` at the start of a module makes it new, in no time."""
    try:
        with Session() as started:
            yield started
    except MissingPackagesError as error:
        pytest.fail(str(error))

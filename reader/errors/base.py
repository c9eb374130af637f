"""What all of these errors are."""


class ReaderError(Exception):
    """Something that is not a bug; the edges tell the person about it."""


class StoppedError(ReaderError):
    """The person, or the closing of the window, has stopped long work."""

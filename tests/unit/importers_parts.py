"""What the tests of importers share."""

from reader import importers
from reader.importers.incoming import Incoming


def read(data, **known):
    return importers.read(Incoming(data, **known))

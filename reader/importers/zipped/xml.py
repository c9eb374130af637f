"""XML of strangers: no entities, no document types that bring any, nothing from elsewhere."""

from pathlib import Path
from typing import Any

from lxml import etree

from reader.errors import DamagedFileError, UnsafeFileError


def root(data: bytes, where: Path | str) -> etree._Element:
    """Return the root of an XML document, without comments and instructions.

    Raises `DamagedFileError` where it is not well-formed or nested without end, and
    `UnsafeFileError` where it declares entities.
    """
    # Without `huge_tree`, libxml2 keeps to 256 levels and 10 MB of text in one piece.
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        found = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if b"<!ENTITY" in data:  # libxml2 itself has refused to follow them
            raise UnsafeFileError(where) from error
        raise DamagedFileError(where) from error
    _refuse_entities(found, where)
    return found


def _refuse_entities(found: etree._Element, where: Path | str) -> None:
    """Raise `UnsafeFileError` where a document declares entities: bombs and outside files."""
    declared: Any = found.getroottree().docinfo.internalDTD  # its stub knows no entities
    if declared is not None and any(True for _ in declared.iterentities()):
        raise UnsafeFileError(where)

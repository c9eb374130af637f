"""What mammoth does not look at, taken out before it looks: most of a Word document.

Word tells of each run of letters its face, size and language, and breaks runs where somebody
corrected a letter. mammoth turns all of it into three trees of Python, one after the other.
"""

from lxml import etree

from reader.importers.zipped.word_styles import W

# What is used of the properties of each thing: ECMA-376, part 1, 17.3 and 17.4.
_USED = {
    f"{W}pPr": frozenset(f"{W}{name}" for name in ("pStyle", "numPr", "rPr")),
    f"{W}rPr": frozenset(
        f"{W}{name}" for name in ("rStyle", "b", "i", "u", "strike", "vertAlign", "del")
    ),
    f"{W}tblPr": frozenset({f"{W}tblStyle"}),
    f"{W}trPr": frozenset({f"{W}tblHeader", f"{W}del"}),
    f"{W}tcPr": frozenset({f"{W}gridSpan", f"{W}vMerge"}),
}
_UNUSED = tuple(
    f"{W}{name}"
    for name in (
        *("proofErr", "bookmarkEnd", "sectPr", "tblGrid", "lastRenderedPageBreak"),
        *("commentRangeStart", "commentRangeEnd", "noProof", "docDefaults", "latentStyles"),
    )
)
_REVISION = f"{W}rsid"
_RUN, _TEXT, _LOOK = f"{W}r", f"{W}t", f"{W}rPr"


def slim(part: etree._Element) -> None:
    """Take out of a part what does not change its text, and join what was broken for nothing."""
    for element in list(part.iter(*_UNUSED)):
        _remove(element)
    for element in list(part.iter(*_USED)):
        used = _USED[element.tag]
        for told in [child for child in element if child.tag not in used]:
            element.remove(told)
        if not len(element):
            _remove(element)
    for element in part.iter(f"{W}p", _RUN, f"{W}tr"):
        for name in [name for name in element.attrib if str(name).startswith(_REVISION)]:
            del element.attrib[name]
    for run in list(part.iter(_RUN)):
        _join(run)


def _remove(element: etree._Element) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _join(run: etree._Element) -> None:
    """Put the letters of a run into the one before it, where both look the same."""
    before = run.getprevious()
    if before is None or before.tag != _RUN or not (_is_text(run) and _is_text(before)):
        return
    if _look(run) != _look(before):
        return
    before[-1].text = (before[-1].text or "") + "".join(text.text or "" for text in run.iter(_TEXT))
    _remove(run)


def _is_text(run: etree._Element) -> bool:
    """Tell whether a run is letters and nothing else."""
    tags = [child.tag for child in run]
    return bool(tags) and tags[-1] == _TEXT and set(tags) <= {_TEXT, _LOOK}


def _look(run: etree._Element) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [
        (str(told.tag), tuple(sorted((str(k), str(v)) for k, v in told.attrib.items())))
        for look in run.iterchildren(_LOOK)
        for told in look
    ]

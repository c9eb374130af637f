"""The person's marks in an article: where they are, and what is heard of them."""

from collections.abc import Collection, Iterator

from reader.gui.article.outline import Knot, Outline
from reader.i18n import Translator
from reader.model.annotation import Annotation, AnnotationKind
from reader.model.position import Extent, Position

_FIRST_WORDS = 60  # letters that are enough to know the marked words by


def extents(outline: Outline, annotation: Annotation) -> Iterator[Extent]:
    """Yield the stretches of the leaves that are marked; of a bookmark one without a letter."""
    first, last = annotation.start, annotation.end
    for block in range(first.block, min(last.block + 1, len(outline.leaves))):
        length = len(outline.leaves[block].text)
        start = min(first.char, length) if block == first.block else 0
        end = min(last.char, length) if block == last.block else length
        yield Extent(block, start, max(start, end))


def at(outline: Outline, place: Position) -> Annotation | None:
    """Return the note or the highlight that a place is in; of several the innermost."""
    found = [
        each
        for each in outline.annotations
        if each.kind is not AnnotationKind.BOOKMARK
        and (each.start <= place < each.end or each.start == place)
    ]
    return max(found, key=lambda each: each.start, default=None)


def next_mark(
    outline: Outline, place: Position, kinds: Collection[AnnotationKind], *, back: bool
) -> Annotation | None:
    """Return the nearest mark of some kinds that begins after a place, or before it."""
    some = [each for each in outline.annotations if each.kind in kinds]
    if back:
        before = (each for each in some if each.start < place)
        return max(before, key=lambda each: each.start, default=None)
    return min((each for each in some if each.start > place), key=_start, default=None)


def heard(outline: Outline, annotation: Annotation) -> Extent:
    """Return the words that are read when a key leads to a mark."""
    first = next(extents(outline, annotation), Extent(annotation.start.block, 0, 0))
    if first.start < first.end:
        return first
    length = len(outline.leaves[first.block].text)
    return Extent(first.block, first.start, min(length, first.start + len(annotation.quoted)))


def description(outline: Outline, knot: Knot, _: Translator) -> str:
    """Return what is said after the words of a block or a cell, of the marks that begin in it."""
    if knot.is_inline or not knot.end:
        return ""
    inside = _beginning(outline, knot.extent, last=knot.end)
    return ". ".join(_told(each, _) for each in inside)


def said(outline: Outline, extent: Extent, _: Translator) -> str:
    """Return the words of a line or a sentence, and what is marked in it."""
    text = outline.leaves[extent.block].text[extent.start : extent.end].strip()
    marks = [short(each, _) for each in _beginning(outline, extent, last=extent.end - 1)]
    return ". ".join((text.removesuffix("."), *marks)) if marks else text


def _start(annotation: Annotation) -> Position:
    return annotation.start


def _beginning(outline: Outline, extent: Extent, last: int) -> list[Annotation]:
    return [
        each
        for each in outline.annotations
        if each.start.block == extent.block and extent.start <= each.start.char <= last
    ]


def _told(annotation: Annotation, _: Translator) -> str:
    """Return the kind of a mark and the words that it is on."""
    words = " ".join(annotation.quoted.split())
    if len(words) > _FIRST_WORDS:
        words = words[:_FIRST_WORDS].rpartition(" ")[0] + "…"
    match annotation.kind:
        case AnnotationKind.BOOKMARK:
            return _("bookmark")
        case AnnotationKind.HIGHLIGHT:
            return _("highlighted: “{words}”").format(words=words)
        case AnnotationKind.NOTE:
            return _("note on “{words}”").format(words=words)


def short(annotation: Annotation, _: Translator) -> str:
    """Return the kind of a mark, and of a note its beginning."""
    match annotation.kind:
        case AnnotationKind.BOOKMARK:
            return _("bookmark")
        case AnnotationKind.HIGHLIGHT:
            return _("highlighted")
        case AnnotationKind.NOTE:
            first = annotation.text.strip().partition("\n")[0]
            return _("note: {words}").format(words=first) if first else _("note")

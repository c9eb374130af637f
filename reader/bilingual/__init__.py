"""An article beside its original: which sentences say the same, and where they differ."""

from reader.bilingual.align import align
from reader.bilingual.given import given, is_given
from reader.bilingual.pins import pin
from reader.bilingual.sentences import sentences_of
from reader.bilingual.watch import differences

__all__ = ["align", "differences", "given", "is_given", "pin", "sentences_of"]

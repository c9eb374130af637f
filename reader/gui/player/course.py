"""Which sentence is heard and which is fed next, whatever becomes of their sound."""

from collections.abc import Sequence

from reader.model.utterance import Utterance


class Course:
    """A way through sentences: on to the last one, or round and round on one of them.

    `heard` is the sentence that is heard, `next` the one to be fed. One that `loops` feeds the
    same sentence again; one that `ends_leaf` feeds no further than to the end of the paragraph.
    """

    def __init__(self, utterances: Sequence[Utterance] = ()) -> None:
        self.utterances = utterances  # they may still grow
        self.heard = 0
        self.next = 0
        self.loops = False
        self.ends_leaf = False
        self._begun = False
        self._last: int | None = None  # fed since the last beginning

    @property
    def current(self) -> Utterance | None:
        """The sentence that is heard, or was heard last; None before the first."""
        return self.utterances[self.heard] if self._begun and self.utterances else None

    @property
    def is_all_fed(self) -> bool:
        """Whether there is nothing more to be fed."""
        if self.next >= len(self.utterances):
            return True
        return self.ends_leaf and self._last is not None and self._leaf(self._last) != self._leaf()

    def begin(self, index: int) -> None:
        """Go on with a sentence."""
        self._begun = True
        self.stand(index)

    def stand(self, index: int) -> None:
        """Be at a sentence, though nothing has been heard yet."""
        self.heard = index
        self.halt()

    def halt(self) -> None:
        """Feed the sentence that is heard anew when it goes on."""
        self.next = self.heard
        self._last = None

    def fed(self, *, silent: bool) -> None:
        """Go on behind the sentence that was fed; one without sound cannot be repeated."""
        self._last = self.next
        if silent or not self.loops:
            self.next += 1

    def take_back(self, first: int | None) -> None:
        """Feed once more what was taken back, from a sentence on; None where nothing was."""
        if first is not None:
            self.next, self._last = first, first - 1

    def go_round(self, *, loops: bool) -> None:
        """Repeat the sentence from now on, or go on behind it; what was fed ahead is taken back."""
        self.loops = loops
        if not loops and self._last is not None:
            self.next = self._last + 1

    def _leaf(self, index: int | None = None) -> int:
        return self.utterances[self.next if index is None else index].source.block

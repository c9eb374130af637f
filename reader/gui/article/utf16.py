"""Qt counts UTF-16 units, the model counts characters; they differ after "𝄞" or an emoji."""

_WIDEST_SINGLE = "\uffff"


def units(text: str, characters: int | None = None) -> int:
    """Return how many UTF-16 units the first `characters` of the text take; all by default."""
    head = text if characters is None else text[:characters]
    return len(head) + sum(letter > _WIDEST_SINGLE for letter in head)


def characters(text: str, count: int) -> int:
    """Return how many characters the first `count` UTF-16 units of the text hold."""
    left = count
    for number, letter in enumerate(text):
        left -= 2 if letter > _WIDEST_SINGLE else 1
        if left < 0:
            return number
    return len(text)

"""Commands for scripts: standard input to standard output, a line in, a line out."""

import json
from argparse import Namespace
from collections.abc import Callable

from reader.cli.console import Console


def sentences(_options: Namespace, console: Console) -> int:
    """Print the sentences of each line as a JSON list."""
    from reader.paths import resource
    from reader.text.abbreviations import load_rules
    from reader.text.sentences import sentences as extents

    rules = load_rules(resource("abbreviations_bg.json"))

    def cut(line: str) -> str:
        found = [line[start:end] for start, end in extents(line, rules)]
        return json.dumps(found, ensure_ascii=False)

    return _by_line(cut, console)


def spoken(options: Namespace, console: Console) -> int:
    """Print each line as it is said: the same for everybody, unless the own words are wanted."""
    from reader.pronunciations import load
    from reader.speech.spoken.form import spoken_text
    from reader.speech.spoken.own import Own

    own = Own(load(console.folders.config) if options.mine else ())
    return _by_line(lambda line: spoken_text(line, own.rule), console)


def keys(_options: Namespace, console: Console) -> int:
    """Print the search keys of each line's words, spaces between them."""
    from reader.text.words import search_key, tokens

    def keyed(line: str) -> str:
        return " ".join(search_key(word) for word, _start, _end in tokens(line))

    return _by_line(keyed, console)


def addresses(_options: Namespace, console: Console) -> int:
    """Print the original-language document behind each address or reference, as JSON.

    One that may be another is told apart by "sure": false.
    """
    from reader.sources.documents import look_up

    def looked_up(line: str) -> str:
        known = look_up(line)
        told: dict[str, object] = {"url": known.address, "celex": known.celex}
        if not known.sureness.is_certain:
            told["sure"] = False
        return json.dumps(told, ensure_ascii=False)

    return _by_line(looked_up, console)


def _by_line(change: Callable[[str], str], console: Console) -> int:
    for raw in console.source:
        line = raw.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff")
        console.say(change(line))
    return 0

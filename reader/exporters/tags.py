"""What a recording says of itself, for players to show: title, source, terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reader.exporters.rights import rights, title_of
from reader.exporters.text import origin
from reader.i18n import Translator
from reader.model.article import Article


@dataclass(frozen=True, slots=True)
class Tags:
    """What is told; "" and None where it is not known.

    `comment` has a fact a line: source, original, day of retrieval, terms; `track` is „3/12".
    """

    title: str
    artist: str
    album: str
    comment: str
    language: str
    day: date | None = None
    track: str = ""

    @property
    def texts(self) -> dict[str, str]:
        """What is known, by the names that libsndfile and ffmpeg have for it."""
        told = {
            "title": self.title,
            "artist": self.artist,
            "album": self.album,
            "comment": self.comment,
            "date": self.day.isoformat() if self.day else "",
        }
        return {name: text.replace("\0", "") for name, text in told.items() if text}


def of_article(article: Article, album: str = "", track: str = "") -> Tags:
    """Return the tags of one article; `album` is what it is a part of."""
    return Tags(
        title_of(article),
        article.author or rights(article).publisher or "",
        album,
        "\n".join(origin(article)),
        article.language,
        article.published,
        track,
    )


def of_many(title: str, told: Sequence[Tags], _: Translator) -> Tags:
    """Return the tags of a whole, out of those of its articles."""
    if len(told) == 1:
        return told[0]
    artists = ", ".join(dict.fromkeys(each.artist for each in told if each.artist))
    comment = "\n\n".join(f"{each.title}\n{each.comment}".strip() for each in told)
    days = [each.day for each in told if each.day]
    return Tags(title, artists, title, comment, _.language, max(days, default=None))

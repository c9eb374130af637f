"""The tables that the search looks words up in, and the views of what they hold."""

_MOST_GATHERED = 8 * 2**20  # bytes: a thousand articles
_PIECES_MERGED = 8  # half of what is usual is written anew, and searches are as quick

INDEXES = {"search": "article_keys", "search_exact": "article_words"}
"""The search by keys, and by the very words, each with the view of its contents."""


def _view(name: str, function: str) -> str:
    """Return a view of what an index holds of each article, made by a function of keys.py."""
    return f"""
        CREATE VIEW {name} AS
        SELECT article.id AS id,
            {function}(article.title) AS title,
            {function}(block_text(content.blocks)) AS body,
            {function}(original_text.title || ' ' || block_text(original_text.blocks)) AS original,
            {function}((
                SELECT group_concat(text, ' ') FROM annotation WHERE annotation.article = article.id
            )) AS notes
        FROM article JOIN content ON content.article = article.id
        LEFT JOIN original_text ON original_text.article = article.id
    """


def _index(name: str, view: str) -> str:
    # The views' words stand between blanks: all other signs belong to them.
    return f"""
        CREATE VIRTUAL TABLE {name} USING fts5 (
            title, body, original, notes,
            content = '{view}', content_rowid = 'id',
            tokenize = "ascii tokenchars '_'"
        )
    """


def _gathering(name: str) -> tuple[str, str]:
    """Let an index gather what one transaction brings, and merge more of its pieces at once."""
    return (
        f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', {_MOST_GATHERED})",
        f"INSERT INTO {name} ({name}, rank) VALUES ('automerge', {_PIECES_MERGED})",
    )


SEARCH_TABLES = (
    _view("article_keys", "search_keys"),
    _view("article_words", "search_words"),
    *(_index(name, view) for name, view in INDEXES.items()),
    *(statement for name in INDEXES for statement in _gathering(name)),
)

"""The tables of a library's file, and how they grew."""

from reader.library.version_4 import VERSION_4

APPLICATION = 0x43485456  # "CHTV", at offset 68 of the file

# Each migration is one transaction. Those that have been released are never changed.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"PRAGMA application_id = {APPLICATION}",
        """
        CREATE TABLE article (
            id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given to another article
            title TEXT NOT NULL,
            language TEXT NOT NULL,
            published TEXT,                        -- YYYY-MM-DD
            publisher TEXT,
            original_address TEXT,
            machine_translated INTEGER NOT NULL,
            source_format TEXT NOT NULL,
            source_name TEXT NOT NULL,
            source_address TEXT,
            retrieved TEXT,                        -- ISO 8601
            added TEXT NOT NULL,                   -- ISO 8601, UTC
            bytes_sha256 TEXT NOT NULL UNIQUE,     -- of the original file
            text_sha256 TEXT NOT NULL UNIQUE,      -- of the words, whatever file they came in
            digest TEXT NOT NULL                   -- of what is kept here and in content
        ) STRICT
        """,
        """
        CREATE TABLE content (                     -- apart, so that lists need not read it
            article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
            blocks TEXT NOT NULL,                  -- JSON, see codec.py
            documents TEXT NOT NULL,
            repairs TEXT NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE reading (                     -- what the person does with the article
            article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
            read INTEGER NOT NULL DEFAULT 0,
            block INTEGER NOT NULL DEFAULT 0,
            char INTEGER NOT NULL DEFAULT 0,
            opened INTEGER                         -- a count, not a time: clocks are set back
        ) STRICT
        """,
        "CREATE INDEX reading_opened ON reading (opened)",
        "CREATE INDEX reading_unread ON reading (article) WHERE NOT read",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT",
        """
        CREATE VIEW article_words AS
        SELECT article.id AS id,
            search_keys(title) AS title,
            search_keys(block_text(blocks)) AS body,
            search_words(title) AS exact_title,
            search_words(block_text(blocks)) AS exact_body
        FROM article JOIN content ON content.article = article.id
        """,
        """
        CREATE VIRTUAL TABLE search USING fts5 (
            title, body, exact_title, exact_body,
            content = 'article_words', content_rowid = 'id',
            tokenize = 'unicode61 remove_diacritics 0'
        )
        """,
    ),
    (
        """
        CREATE TABLE correction (                  -- by hand, made again when repaired anew
            article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
            corrections TEXT NOT NULL              -- JSON, see history.py
        ) STRICT
        """,
    ),
    ("ALTER TABLE article ADD COLUMN author TEXT",),
    VERSION_4,
)

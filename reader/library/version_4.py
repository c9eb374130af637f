"""The fourth migration: labels, notes, versions, originals, feeds, and a search in all of them."""

from reader.library.chain import LINK, NONE
from reader.library.search_tables import SEARCH_TABLES
from reader.library.unsigned import UNSIGNED_TWICE
from reader.model.query import READING_LIST

VERSION_4 = (
    "ALTER TABLE reading ADD COLUMN starred INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE reading ADD COLUMN binned INTEGER",  # when, in seconds since 1970
    "ALTER TABLE reading ADD COLUMN opened_at TEXT",  # ISO 8601, UTC; for the eye only
    # Of publication, else of coming in: lists are ordered without reading the articles.
    "ALTER TABLE reading ADD COLUMN day TEXT NOT NULL DEFAULT ''",
    """
    UPDATE reading SET day = (
        SELECT coalesce(published, substr(added, 1, 10)) FROM article WHERE id = article
    )
    """,
    "DROP INDEX reading_unread",
    "CREATE INDEX reading_unread ON reading (article) WHERE NOT read AND binned IS NULL",
    "CREATE INDEX reading_starred ON reading (article) WHERE starred",
    "CREATE INDEX reading_binned ON reading (binned) WHERE binned IS NOT NULL",
    "CREATE INDEX reading_day ON reading (day, article, read, binned)",
    "CREATE INDEX article_publisher ON article (publisher)",
    "CREATE INDEX article_language ON article (language)",
    """
    CREATE TABLE tag (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE tagged (
        tag INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        PRIMARY KEY (tag, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tagged_article ON tagged (article)",
    """
    CREATE TABLE collection (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    f"INSERT INTO collection VALUES ({READING_LIST}, '', '')",
    """
    CREATE TABLE collected (
        collection INTEGER NOT NULL REFERENCES collection ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        place INTEGER NOT NULL,                -- in the collection; not without gaps
        PRIMARY KEY (collection, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX collected_article ON collected (article)",
    """
    CREATE TABLE annotation (                  -- see reader.model.annotation
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        kind TEXT NOT NULL,
        block INTEGER NOT NULL,
        char INTEGER NOT NULL,
        end_block INTEGER NOT NULL,
        end_char INTEGER NOT NULL,
        quoted TEXT NOT NULL,
        text TEXT NOT NULL,                    -- Markdown
        created TEXT NOT NULL,                 -- ISO 8601, UTC
        changed TEXT NOT NULL,
        digest TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX annotation_article ON annotation (article, block, char)",
    """
    CREATE TABLE original_text (               -- the article in its original language
        article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
        language TEXT NOT NULL,
        title TEXT NOT NULL,
        address TEXT,
        retrieved TEXT,                        -- ISO 8601
        blocks TEXT NOT NULL,                  -- JSON, see codec.py
        bytes_sha256 TEXT NOT NULL,            -- of what was fetched
        digest TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE pin (                         -- sentences that a person has paired
        article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
        pins TEXT NOT NULL,                    -- JSON, see pins.py
        digest TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE version (                     -- what an article was before it came anew
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        number INTEGER NOT NULL,               -- from 1 on
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        published TEXT,
        author TEXT,
        publisher TEXT,
        original_address TEXT,
        machine_translated INTEGER NOT NULL,
        source_format TEXT NOT NULL,
        source_name TEXT NOT NULL,
        source_address TEXT,
        retrieved TEXT,
        added TEXT NOT NULL,
        bytes_sha256 TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        digest TEXT NOT NULL,
        blocks TEXT NOT NULL,
        documents TEXT NOT NULL,
        repairs TEXT NOT NULL,
        PRIMARY KEY (article, number)
    ) STRICT
    """,
    "CREATE INDEX version_bytes ON version (bytes_sha256)",
    "CREATE INDEX version_text ON version (text_sha256)",
    """
    CREATE TABLE identity (                    -- by what a newer version is known
        mark TEXT NOT NULL,
        article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
        PRIMARY KEY (mark, article)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX identity_article ON identity (article)",
    """
    CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL UNIQUE,
        search TEXT NOT NULL                   -- JSON
    ) STRICT
    """,
    """
    CREATE TABLE feed (                        -- see reader.model.feed
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        address TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        allowed INTEGER NOT NULL DEFAULT 0,    -- to be in a private network
        paused INTEGER NOT NULL DEFAULT 0,
        etag TEXT,
        modified TEXT,
        succeeded TEXT,                        -- ISO 8601, UTC, as the next two
        failed TEXT,
        due TEXT,
        failure TEXT                           -- JSON
    ) STRICT
    """,
    """
    CREATE TABLE feed_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed INTEGER REFERENCES feed ON DELETE SET NULL,
        key TEXT NOT NULL,
        title TEXT NOT NULL,
        address TEXT,
        published TEXT,                        -- YYYY-MM-DD
        markup TEXT NOT NULL,                  -- until there is an article
        state TEXT NOT NULL,
        article INTEGER REFERENCES article ON DELETE SET NULL,
        failure TEXT,                          -- JSON
        UNIQUE (feed, key)
    ) STRICT
    """,
    "CREATE INDEX feed_item_article ON feed_item (article, feed) WHERE article IS NOT NULL",
    "CREATE INDEX feed_item_open ON feed_item (feed, state) WHERE state <> 'kept'",
    """
    CREATE TABLE feed_rule (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed INTEGER REFERENCES feed ON DELETE CASCADE,
        words TEXT NOT NULL,
        deed TEXT NOT NULL,
        tag TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE title_order (                 -- kept by filing.py and the triggers below
        article INTEGER PRIMARY KEY,
        letters TEXT NOT NULL                  -- of the title, see keys.py
    ) STRICT
    """,
    "INSERT INTO title_order SELECT id, title_letters(CAST(title AS BLOB)) FROM article",
    "CREATE INDEX title_order_letters ON title_order (letters, article DESC)",
    """
    CREATE TRIGGER title_changed AFTER UPDATE OF title ON article BEGIN
        UPDATE title_order SET letters = title_letters(CAST(new.title AS BLOB))
        WHERE article = new.id;
    END
    """,
    """
    CREATE TRIGGER title_went AFTER DELETE ON article BEGIN
        DELETE FROM title_order WHERE article = old.id;
    END
    """,
    """
    CREATE TABLE link (                        -- what is known of an article's links
        article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
        links TEXT NOT NULL,                   -- JSON, see link_notes.py
        digest TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE mark (chain TEXT NOT NULL) STRICT",  # see chain.py; a single row
    f"INSERT INTO mark SELECT {LINK.format(before=repr(NONE))}",
    *UNSIGNED_TWICE,
    "DROP TABLE search",
    "DROP VIEW article_words",
    *SEARCH_TABLES,
    "DELETE FROM setting WHERE name = 'key_rules'",  # so that the indexes are filled
)

"""What is not signed row by row is kept twice: in its table, and in an index of all its columns.

The deep check has SQLite compare the two, so that a byte that has changed in either is noticed.
"""

_COLUMNS = {
    "setting": "name, value",
    "correction": "article, corrections",
    "tag": "id, name, folded",
    "collection": "id, name, folded",
    "collected": "collection, article, place",
    "saved_search": "id, name, folded, search",
    "feed": (
        "id, address, title, allowed, paused, etag, modified, succeeded, failed, due, failure"
    ),
    "feed_item": "id, feed, key, title, address, published, markup, state, article, failure",
    "feed_rule": "id, feed, words, deed, tag",
}
# True of every row; but no question says so, and so none is answered from this long index.
_READING = "(article, read, block, char, opened, starred, binned, opened_at, day) WHERE article > 0"

UNSIGNED_TWICE = (
    *(f"CREATE INDEX {table}_whole ON {table} ({names})" for table, names in _COLUMNS.items()),
    f"CREATE INDEX reading_whole ON reading {_READING}",
)

"""Another search engine gets the same articles by the same keys, and the same searches.

Standard input has a line of JSON with the searches, then one for each article, if the index is to
be made; the answer is a line of JSON. Runs in the environment of the other programs.

Run: python tests/benchmarks/library_peers.py PEER FOLDER < LINES
"""

import json
import sys
import time
from pathlib import Path

HITS = 20
BATCH = 1_000  # articles made durable at once


class Tantivy:
    """Tantivy, through its own Python package."""

    def __init__(self, folder):
        import tantivy

        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True)
        for name in ("title", "body"):
            builder.add_text_field(name, stored=True, tokenizer_name="whitespace")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer("whitespace", analyzer)
        self._writer = None

    def add(self, number, title, body):
        """Add an article."""
        self._writer = self._writer or self._index.writer()
        self._writer.add_document(self._tantivy.Document(id=number, title=title, body=body))

    def commit(self):
        """Make what was added durable."""
        self._writer.commit()

    def close(self):
        """End the adding."""
        self._writer.wait_merging_threads()
        self._writer = None

    def open(self):
        """Get ready to search."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, terms):
        """Return numbers and snippets of the best."""
        words = " AND ".join('"' + " ".join(keys) + '"' for keys in terms)
        query = self._index.parse_query(words, ["title", "body"], {"title": 6.0})
        make = self._tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "body")
        found = []
        for _, address in self._searcher.search(query, HITS).hits:
            document = self._searcher.doc(address)
            found.append((document["id"][0], make.snippet_from_doc(document).to_html()))
        return found


class Xapian:
    """Xapian, through its own bindings."""

    def __init__(self, folder):
        import xapian

        self._xapian = xapian
        self._path = str(folder)
        self._database = None

    def add(self, number, title, body):
        """Add an article."""
        xapian = self._xapian
        if self._database is None:
            self._database = xapian.WritableDatabase(self._path, xapian.DB_CREATE_OR_OPEN)
        document, terms = xapian.Document(), xapian.TermGenerator()
        terms.set_document(document)
        terms.index_text(title, 6)
        terms.increase_termpos()
        terms.index_text(body)
        document.set_data(body)
        self._database.replace_document(number, document)

    def commit(self):
        """Make what was added durable."""
        self._database.commit()

    def close(self):
        """End the adding."""
        self._database.close()

    def open(self):
        """Get ready to search."""
        self._database = self._xapian.Database(self._path)

    def search(self, terms):
        """Return numbers and snippets of the best."""
        xapian = self._xapian
        queries = [
            xapian.Query(xapian.Query.OP_PHRASE, keys) if len(keys) > 1 else xapian.Query(keys[0])
            for keys in terms
        ]
        enquire = xapian.Enquire(self._database)
        enquire.set_query(xapian.Query(xapian.Query.OP_AND, queries))
        matches = enquire.get_mset(0, HITS)
        return [(match.docid, matches.snippet(match.document.get_data(), 120)) for match in matches]


PEERS = {"tantivy": Tantivy, "xapian": Xapian}


def fill(peer, lines):
    """Add all articles; return how many a second."""
    count, seconds = 0, 0.0
    for line in lines:
        number, title, body = json.loads(line)
        start = time.perf_counter()
        peer.add(number, title, body)
        count += 1
        if count % BATCH == 0:
            peer.commit()
        seconds += time.perf_counter() - start
    start = time.perf_counter()
    peer.commit()
    peer.close()
    return count / (seconds + time.perf_counter() - start)


def main(name, place):
    """Make the index if there is none, and search it."""
    folder = Path(place)
    facts = folder.with_suffix(".json")
    searches = json.loads(sys.stdin.readline())
    folder.mkdir(parents=True, exist_ok=True)
    peer = PEERS[name](folder)
    if not facts.exists():
        facts.write_text(json.dumps(fill(peer, sys.stdin)))
    peer.open()
    times, hits = {}, {}
    for kind, asked in searches.items():
        found = []
        times[kind] = []
        for terms in asked:
            start = time.perf_counter()
            found.append(len(peer.search(terms)))
            times[kind].append(1000 * (time.perf_counter() - start))
        hits[kind] = sum(found) / len(found)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
    rate = json.loads(facts.read_text())
    print("\n" + json.dumps({"rate": rate, "megabytes": size, "times": times, "hits": hits}))


if __name__ == "__main__":
    main(*sys.argv[1:])

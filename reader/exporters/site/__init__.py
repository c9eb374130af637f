"""Many articles as pages for any browser, without a network: contents, search, a page an article.

`index.html` has the contents by day, and a search that finds a word by any of its forms; without
scripts the contents are there all the same.
"""

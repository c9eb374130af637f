"""Articles as a DAISY 2.02 book, for the players that blind people have at home.

A folder: `ncc.html` to move by, a text and a recording of each article, and SMIL files that bind
them together sentence by sentence. Source: DAISY 2.02 Specification (2001).
"""

"""Which elements of HTML are read how: WHATWG HTML, 15.3."""

# What shows no words of its own, or none that are part of a text.
NEVER = frozenset(
    (
        "script", "style", "noscript", "template", "head", "link", "meta", "input", "select",
        "textarea", "option", "datalist", "iframe", "object", "embed", "applet", "canvas",
        "video", "audio", "map", "area", "progress", "meter", "frameset", "param", "source",
        "track", "base",
    )
)  # fmt: skip
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
TEXTS = frozenset({"article", "main"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}

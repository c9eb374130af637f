"""How text is said: numbers, dates, abbreviations and signs as words, each with its source."""

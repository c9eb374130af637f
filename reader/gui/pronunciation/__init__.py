"""How the person's own words are said: their list, and hearing them."""

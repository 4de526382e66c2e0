"""Draft to mentions, entities and facts: pure functions of the text, the tables and the article's date."""

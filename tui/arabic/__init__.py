"""Arabic text for a terminal: fold and search it, order, join and wrap it, and send it as the terminal needs it."""

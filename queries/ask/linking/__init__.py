"""From a question to the names, relations and words in it."""
